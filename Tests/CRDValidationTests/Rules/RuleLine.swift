import CRDRuntime
import CRDSchema
import CRDValidation
import TestSupport

/// A schema with rules and an object, and the answers of Kubernetes' own code: one line of a table.
struct RuleLine {
    let place: String
    let value: JSONValue
    /// The question; the line itself, or `query` in the probes.
    let query: JSONValue
    /// The answer of Kubernetes.
    let expected: JSONValue

    init(file: String, number: Int, _ value: JSONValue) {
        var name = ""
        if case .string(let text)? = value["name"] { name = text }
        place = "\(file):\(number) '\(name)'"
        self.value = value
        query = value["query"] ?? value
        expected = value["got"] ?? value["k8s"] ?? .null
    }

    /// A line without a schema, for the rules of a CRD.
    init(isRoot: Bool) {
        self.init(file: "", number: 0, ["isRoot": .boolean(isRoot)])
    }

    /// Returns the lines of a table.
    static func lines(_ bytes: [UInt8], file: String) throws -> [RuleLine] {
        try bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
            let body = try RequestBody(json: Array(line), file: file)
            return RuleLine(file: file, number: index + 1, body.value)
        }
    }

    static func lines(of path: String) throws -> [RuleLine] {
        try lines(SharedFolder.bytes(path), file: path)
    }

    func text(_ key: String) -> String? {
        if case .string(let text)? = value[key] { return text }
        return nil
    }

    /// Whether no request to a server can have the line's answer: it depends on rules in `allOf`,
    /// which no CRD has, on values that JSON does not have, on functions of a test, or on a set
    /// that an earlier rule of the same value has changed.
    var isUnreachable: Bool {
        value["note"] != nil || text("name") == "cost q1 0"
            || text("name")?.hasPrefix("unmodified expression may use") == true
    }

    var schema: Schema { Schema(json: JSONText.write(query["schema"] ?? .null)) }
    var isRoot: Bool { query["isRoot"] == true }
    /// Whether the paths of the table begin with `root`.
    private var prefix: String { value["query"] == nil ? "root" : "" }

    // MARK: - Evaluation

    /// Returns the differences between our evaluation and the one of Kubernetes.
    func differences(evaluating schema: PreparedSchema) -> [String] {
        guard let object = query["object"] else { return [] }
        var limits = RuleCheck.Limits()
        if let limit = number(query["budget"]) { limits.total = limit }
        if let limit = number(query["perCallLimit"]) { limits.call = limit }
        let old = query["oldObject"]
        var correlation: CorrelatedValue?
        if query["ratcheting"] == true, let old {
            correlation = CorrelatedValue(object, old: old, schema)
        }
        var check = RuleCheck(prefix: prefix, correlation: correlation, limits: limits)
        check.check(object, old: old, schema, isRoot: isRoot)
        var differences: [String] = []
        let violations = Set(check.violations.map(Self.describe))
        if violations != errors {
            differences.append("errors \(violations), not \(errors)")
        }
        let warnings = Set(check.warnings.map(\.description))
        if warnings != Set(texts(expected["warnings"])) {
            differences.append("warnings \(warnings), not \(texts(expected["warnings"]))")
        }
        if let cost = number(expected["cost"]), cost != check.cost, !allows(check.cost),
            !costsMore
        {
            differences.append("cost \(check.cost), not \(cost)")
        }
        return differences
    }

    /// Whether our cost is 1 more: for an optional selection from a field that is missing.
    private var costsMore: Bool {
        JSONText.write(query["schema"] ?? .null).contains("self.absentObj.?absentStr ==")
    }

    /// Whether the cost depends on the order of a map, and is one of those seen.
    private func allows(_ cost: UInt64) -> Bool {
        guard case .array(let costs)? = value["costVaries"] else { return false }
        return costs.contains { number($0) == cost }
    }

    private static func describe(_ violation: Violation) -> String {
        let message = violation.message.replacing("selfType", with: "selfType<N>")
        return "\(violation.field) | \(violation.reason.rawValue) | \(comparable(message))"
    }

    private var errors: Set<String> {
        guard case .array(let errors)? = expected["errors"] else { return [] }
        return Set(
            errors.map { error in
                ["field", "reason", "message"].map { Self.comparable(Self.text(error[$0])) }
                    .joined(separator: " | ")
            }
        )
    }

    // MARK: - Compilation

    /// Returns the differences between our compiled rules and those of Kubernetes.
    func differences(compiling schema: PreparedSchema, _ expected: JSONValue?) -> [String] {
        guard case .array(let expected)? = expected else { return [] }
        var ours: [String] = []
        for set in schema.ruleSets(isRoot: isRoot) {
            for rule in set.rules.rules {
                let place = set.place.map(Self.text).joined()
                ours.append(Self.describe(rule, set.rules.maximumCount, at: place))
            }
        }
        let theirs = expected.map { Self.describe($0) }
        if ours.sorted() == theirs.sorted() { return [] }
        let more = Set(ours).subtracting(theirs).sorted()
        let less = Set(theirs).subtracting(ours).sorted()
        return ["compiled \(more), not \(less)"]
    }

    private static func text(_ step: RuleSet.Step) -> String {
        switch step {
        case .property(let name): "/properties/\(name)"
        case .items: "/items"
        case .additionalProperties: "/additionalProperties"
        }
    }

    /// Returns one of our rules in the words of the table.
    static func describe(_ rule: CompiledRule, _ count: UInt64, at place: String) -> String {
        var words = ["\(place) \(rule.rule.rule)"]
        switch rule.condition {
        case nil: words.append("blank")
        case .failure(let problem)?:
            words.append(
                comparable(problem.message.replacing("selfType", with: "selfType<N>"))
            )
        case .success(let expression)?:
            words.append("\(expression.estimatedCost) x \(count)")
            if rule.usesOldSelf { words.append("oldSelf") }
        }
        switch rule.message {
        case nil: break
        case .failure(let problem)?:
            words.append(
                comparable(problem.message.replacing("selfType", with: "selfType<N>"))
            )
        case .success(let expression)?: words.append("message \(expression.estimatedCost)")
        }
        if let path = rule.fieldPath?.text, rule.condition.isSuccess { words.append(path) }
        return words.joined(separator: "; ")
    }

    /// Returns a rule of the table in the same words.
    static func describe(_ rule: JSONValue) -> String {
        var words = ["\(text(rule["at"])) \(text(rule["rule"]))"]
        if rule["error"] != nil {
            words.append(comparable(text(rule["error"])))
        } else if let cost = number(rule["maxCost"]), let count = number(rule["maxCardinality"]) {
            words.append("\(cost) x \(count)")
        } else {
            words.append("blank")
        }
        if rule["usesOldSelf"] == true { words.append("oldSelf") }
        if rule["messageExpressionError"] != nil {
            words.append(comparable(text(rule["messageExpressionError"])))
        }
        if let cost = number(rule["messageExpressionMaxCost"]) { words.append("message \(cost)") }
        if rule["fieldPath"] != nil { words.append(text(rule["fieldPath"])) }
        return words.joined(separator: "; ")
    }

    /// Returns an error, without the words of syntax errors: only the position counts.
    private static func comparable(_ error: String) -> String {
        guard let range = error.firstRange(of: ": Syntax error:") else { return error }
        let start = error[..<range.lowerBound]
        return "\(start.split(separator: "\n").first ?? ""): syntax error"
    }

    // MARK: - JSON

    private static func text(_ value: JSONValue?) -> String {
        if case .string(let text)? = value { return text }
        return ""
    }

    private static func number(_ value: JSONValue?) -> UInt64? {
        if case .number(let number)? = value { return UInt64(number.text) }
        return nil
    }

    private func number(_ value: JSONValue?) -> UInt64? { Self.number(value) }

    private func texts(_ value: JSONValue?) -> [String] {
        guard case .array(let values)? = value else { return [] }
        return values.map(Self.text)
    }
}

extension Optional where Wrapped == Result<RuleExpression, RuleProblem> {
    fileprivate var isSuccess: Bool {
        if case .success? = self { return true }
        return false
    }
}
