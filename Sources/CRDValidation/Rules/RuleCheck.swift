package import CRDRuntime
import KubernetesCEL

/// Evaluates the CEL rules of a schema for a value and the values in it (apiextensions-apiserver
/// v0.35, pkg/apiserver/schema/cel, `Validator`).
///
/// Keys are visited in sorted order; the order of the server is random.
package struct RuleCheck {
    /// The limits of costs (k8s.io/apiserver v0.35, pkg/apis/cel).
    package struct Limits: Sendable {
        /// The maximum cost of one evaluation (`PerCallLimit`).
        package var call: UInt64 = 1_000_000
        /// The maximum cost of all evaluations for one resource (`RuntimeCELCostBudget`).
        package var total: UInt64 = 10_000_000

        /// The limits of the server.
        package init() {}
    }

    /// The violations so far.
    package private(set) var violations: [Violation] = []
    /// The violations that the server only warns about, because the values are unchanged.
    package private(set) var warnings: [Violation] = []
    /// The rules that aren't satisfied, each with the location of the value that it applies to.
    package private(set) var failures: [FailedRule] = []
    /// The cost so far.
    package private(set) var cost: UInt64 = 0
    private var path: ValuePath
    private let limits: Limits
    /// The whole value and its old value, if unchanged values may violate rules.
    private let correlation: CorrelatedValue?
    /// Whether a limit is exceeded, which ends the evaluation.
    package private(set) var isStopped = false

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - prefix: The field that contains the value; empty for a whole resource.
    ///   - correlation: The value with its old value, for ratcheting.
    ///   - limits: The limits of costs.
    package init(
        prefix: String = "",
        correlation: CorrelatedValue? = nil,
        limits: Limits = Limits()
    ) {
        path = ValuePath(prefix: prefix)
        self.correlation = correlation
        self.limits = limits
    }

    /// Evaluates the rules.
    ///
    /// - Parameters:
    ///   - value: The value, pruned and with defaults.
    ///   - old: The old value; `nil` if there is none.
    ///   - schema: The schema.
    ///   - isRoot: Whether the value is a whole resource.
    package mutating func check(
        _ value: JSONValue,
        old: JSONValue?,
        _ schema: PreparedSchema,
        isRoot: Bool = false
    ) {
        guard !isStopped, schema.contents.contains(.rules) else { return }
        if case .null = value { return }
        var old = old
        if case .null? = old { old = nil }
        if let rules = schema.rules(isRoot: isRoot) {
            evaluate(rules, value, old: old, schema, isRoot: isRoot)
        }
        switch value {
        case .null, .boolean, .number, .string: break
        case .array(let elements): checkElements(elements, old: old, schema)
        case .object(let object): checkMembers(object, old: old, schema)
        }
    }

    private mutating func checkElements(
        _ elements: [JSONValue],
        old: JSONValue?,
        _ schema: PreparedSchema
    ) {
        guard let items = schema.items, items.contents.contains(.rules) else { return }
        var oldElements: ListMapElements?
        if case .array(let old)? = old { oldElements = ListMapElements(old, schema) }
        let isResource = items.keywords.isEmbeddedResource
        for (index, element) in elements.enumerated() {
            path.push(.index(index))
            check(element, old: oldElements?[element], items, isRoot: isResource)
            path.pop()
        }
    }

    private mutating func checkMembers(
        _ object: JSONObject,
        old: JSONValue?,
        _ schema: PreparedSchema
    ) {
        if case .schema(let members) = schema.additional, members.contents.contains(.rules) {
            let isResource = members.keywords.isEmbeddedResource
            let keys = object.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for key in keys where schema.properties[key] == nil {
                guard let value = object[key] else { continue }
                path.push(.member(key))
                check(value, old: old?[key], members, isRoot: isResource)
                path.pop()
            }
        }
        for (key, property) in schema.propertiesWithRules {
            guard let value = object[key] else { continue }
            path.push(.property(key))
            let isResource = property.keywords.isEmbeddedResource
            check(value, old: old?[key], property, isRoot: isResource)
            path.pop()
        }
    }

    // MARK: - Evaluation

    private mutating func evaluate(
        _ rules: CompiledRules,
        _ value: JSONValue,
        old: JSONValue?,
        _ schema: PreparedSchema,
        isRoot: Bool
    ) {
        guard !rules.rules.isEmpty else { return }
        guard cost < limits.total else { return stop(Self.budgetExceeded, schema) }
        var variables = RuleVariables(value: RuleValue.of(value, schema, isRoot: isRoot))
        if rules.usesOldSelf {
            variables.hasOldSelf = true
            variables.old = old.map { RuleValue.of($0, schema, isRoot: isRoot) }
        }
        for rule in rules.rules where !isStopped {
            switch rule.condition {
            case nil: break
            case .failure(let problem)?:
                failures.append(FailedRule(rule: rule.rule, place: path.place()))
                reportError("rule compile error: \(problem.message)", schema)
            case .success(let expression)?:
                if expression.usesOldSelf, old == nil, !rule.hasOptionalOldSelf { continue }
                evaluate(rule, expression, variables, value, schema)
            }
        }
    }

    private mutating func evaluate(
        _ rule: CompiledRule,
        _ expression: RuleExpression,
        _ variables: RuleVariables,
        _ value: JSONValue,
        _ schema: PreparedSchema
    ) {
        let result = expression.program.evaluate(
            variables.values(isOptional: rule.hasOptionalOldSelf),
            costLimit: limits.call
        )
        guard charge(result.cost) else { return stop(Self.budgetExceeded, schema) }
        if case .bool(true) = result.value { return }
        failures.append(FailedRule(rule: rule.rule, place: path.place()))
        switch result.value {
        case .error(let text):
            if result.exceedsCostLimit {
                let detail = "no further validation rules will be run due to call cost exceeds"
                stop("'\(text)': \(detail) limit for rule: \(rule.name)", schema)
            } else if text.hasPrefix("no such overload") {
                let detail = "call arguments did not match a supported operator, function or macro"
                reportError("'\(text)': \(detail) signature for rule: \(rule.name)", schema)
            } else {
                reportError("\(text) evaluating rule: \(rule.name)", schema)
            }
        default: reportViolation(of: rule, variables, value, schema)
        }
    }

    /// Adds a cost; returns `false` if the total is more than the limit.
    private mutating func charge(_ more: UInt64) -> Bool {
        guard more <= limits.total - cost else { return false }
        cost += more
        return true
    }

    // MARK: - Violations

    private static let budgetExceeded =
        "validation failed due to running out of cost budget, no further validation rules will be run"
    /// The maximum number of bytes in the result of a message expression.
    private static let maximumMessageSize = 5120

    /// Reports an error of the evaluation, for which the server shows the type of the schema.
    private mutating func reportError(_ detail: String, _ schema: PreparedSchema) {
        violations.append(error(detail, schema, path.asField, path.place()))
    }

    /// Reports an error that ends the evaluation.
    private mutating func stop(_ detail: String, _ schema: PreparedSchema) {
        reportError(detail, schema)
        isStopped = true
    }

    private func error(
        _ detail: String,
        _ schema: PreparedSchema,
        _ field: String,
        _ place: ValuePlace
    ) -> Violation {
        let type = GoText.quoted(schema.keywords.type?.name ?? "")
        return Violation(
            field: field.isEmpty ? ValuePath.root : field,
            reason: .invalid,
            message: "Invalid value: \(type): \(detail)",
            at: place
        )
    }

    private mutating func reportViolation(
        of rule: CompiledRule,
        _ variables: RuleVariables,
        _ value: JSONValue,
        _ schema: PreparedSchema
    ) {
        var field = path.asField
        var place = path.place()
        if let fieldPath = rule.fieldPath, !fieldPath.text.isEmpty {
            field += field.isEmpty ? fieldPath.text : ".\(fieldPath.text)"
            place = ValuePlace(place.steps + fieldPath.keys.map { .key($0) })
        }
        var detail = rule.usualMessage
        switch message(of: rule, variables) {
        case .text(let text): detail = text
        case .unusable: break
        case .limitExceeded(let text):
            isStopped = true
            return add(error(text, schema, field, place), rule)
        }
        let violation = rule.violation(
            field: field.isEmpty ? ValuePath.root : field,
            place,
            schema.isShownByRules ? GoText.badValue(value) : nil,
            detail
        )
        add(violation, rule)
    }

    private mutating func add(_ violation: Violation, _ rule: CompiledRule) {
        if !rule.usesOldSelf, isUnchanged {
            warnings.append(violation)
        } else {
            violations.append(violation)
        }
    }

    /// Whether the current value, or the nearest value around it that has an old value, is
    /// unchanged.
    private var isUnchanged: Bool {
        guard var value = correlation else { return false }
        let steps = path.place().steps
        if let first = steps.first, CorrelatedValue.typeFields.contains(first) { return false }
        for step in steps {
            guard let child = value.child(step) else { break }
            value = child
        }
        return value.isUnchanged
    }

    /// The result of a message expression.
    private enum Message {
        case text(String)
        /// It failed, or the text cannot be used.
        case unusable
        case limitExceeded(String)
    }

    private mutating func message(of rule: CompiledRule, _ variables: RuleVariables) -> Message {
        guard case .success(let expression)? = rule.message else { return .unusable }
        // The old value is not optional here, even if it is in the rule.
        let result = expression.program.evaluate(
            variables.values(isOptional: false),
            costLimit: limits.call
        )
        guard charge(result.cost) else {
            let detail = "running out of cost budget, no further validation rules will be run"
            return .limitExceeded("messageExpression evaluation failed due to \(detail)")
        }
        if result.exceedsCostLimit {
            let text = GoText.quoted(rule.rule.messageExpression ?? "")
            let detail = "due to call cost exceeds limit for messageExpression: \(text)"
            return .limitExceeded("no further validation rules will be run \(detail)")
        }
        guard case .string(let text) = result.value else { return .unusable }
        let message = text.trimmed
        guard !message.isEmpty, message.utf8.count <= Self.maximumMessageSize,
            !message.utf8.contains(UInt8(ascii: "\n"))
        else { return .unusable }
        return .text(message)
    }
}

/// The values that the variables of the rules of one value have.
private struct RuleVariables {
    /// `self`.
    let value: Value
    /// Whether `oldSelf` exists.
    var hasOldSelf = false
    /// The old value; `nil` if there is none.
    var old: Value?

    func values(isOptional: Bool) -> Variables {
        guard hasOldSelf else { return Variables(value) }
        return Variables(value, isOptional ? .optional(old) : old)
    }
}

extension CompiledRule {
    /// Creates a violation with the reason of the rule (`fieldErrorForReason`).
    ///
    /// - Parameters:
    ///   - field: The path of the field.
    ///   - place: The location of the field.
    ///   - value: The value that is shown; `nil` for none.
    ///   - detail: The message.
    /// - Returns: The violation.
    fileprivate func violation(
        field: String,
        _ place: ValuePlace,
        _ value: String?,
        _ detail: String
    ) -> Violation {
        let reason = rule.reason.flatMap { Violation.Reason(rawValue: $0) } ?? .invalid
        let shown = value.map { ": \($0)" } ?? ""
        let message =
            switch reason {
            case .forbidden: "Forbidden: \(detail)"
            case .required: "Required value: \(detail)"
            // The server drops the message.
            case .duplicate: "Duplicate value\(shown)"
            default: "Invalid value\(shown): \(detail)"
            }
        return Violation(field: field, reason: reason, message: message, at: place)
    }
}

extension PreparedSchema {
    /// Whether messages of rules show the values: not if they are objects or lists.
    fileprivate var isShownByRules: Bool { keywords.type != .object && keywords.type != .array }
}
