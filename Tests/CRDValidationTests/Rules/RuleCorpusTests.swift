import CRDRuntime
import CRDValidation
import TestSupport
import Testing

/// The rules of published CRDs have the costs of Kubernetes' own code.
@Suite(.enabled(if: SharedFolder.has("cel"), "needs ../shared/cel"))
struct RuleCorpusTests {
    @Test func `the rules of published CRDs have the estimated costs of Kubernetes`() throws {
        var validators = VerdictValidators()
        var differences: [String] = []
        var count = 0
        for line in try RuleLine.lines(of: "cel/k8s/corpus-costs.jsonl") {
            guard case .array(let rules)? = line.value["rules"] else { continue }
            let path = line.text("crd") ?? ""
            let validator = try validators.validator(of: path, version: line.text("version"))
            count += rules.count
            let found = RuleLine(isRoot: true)
                .differences(compiling: validator.schema, .array(rules))
            differences += found.map { "\(path): \($0)" }
        }
        #expect(count == 1503)
        #expect(differences.isEmpty, "\(differences.prefix(5).joined(separator: "\n"))")
    }

    @Test func `requests have the costs of Kubernetes`() throws {
        var lines: [String: VerdictLine] = [:]
        for file in ["cel.jsonl", "update.jsonl"] {
            for line in try VerdictLine.lines(of: file) { lines[Self.key(file, line.value)] = line }
        }
        var validators = VerdictValidators()
        var differences: [String] = []
        var count = 0
        for cost in try RuleLine.lines(of: "cel/k8s/verdict-costs.jsonl") {
            let key = Self.key(cost.text("verdicts") ?? "", cost.value)
            let line = try #require(lines[key])
            let check = try Self.check(line, validators.validator(of: line))
            count += 1
            let ours = "\(check.violations.count) \(check.cost)"
            let theirs = [cost.value["celErrors"], cost.value["runtimeCost"]]
                .map { $0.map(JSONText.write) ?? "" }.joined(separator: " ")
            if ours != theirs { differences.append("\(line.place): \(ours), not \(theirs)") }
        }
        #expect(count == 2039)
        let first = differences.prefix(10).joined(separator: "\n")
        #expect(differences.isEmpty, "\(differences.count) of \(count) differ:\n\(first)")
    }

    private static func key(_ file: String, _ value: JSONValue) -> String {
        ["crd", "id", "op"].map { value[$0].map(JSONText.write) ?? "" }.joined() + file
    }

    private static func check(
        _ line: VerdictLine,
        _ validator: ResourceValidator
    ) throws -> RuleCheck {
        let isChange = line.text("op") != "create"
        var old: JSONValue?
        if isChange {
            let created = try object(line.body("old", raw: ""), validator)
            old = without(created, "status", if: validator.definition.hasStatusSubresource)
        }
        var new = try object(line.body(), validator)
        if line.text("op") == "status", case .object(var object)? = old {
            object["status"] = new["status"]
            new = .object(object)
        } else {
            new = without(new, "status", if: validator.definition.hasStatusSubresource)
            if isChange, case .object(var object) = new {
                object["status"] = old?["status"]
                new = .object(object)
            }
        }
        let correlation = old.map { CorrelatedValue(new, old: $0, validator.schema) }
        var check = RuleCheck(correlation: correlation)
        check.check(new, old: old, validator.schema, isRoot: true)
        return check
    }

    private static func object(
        _ bytes: [UInt8],
        _ validator: ResourceValidator
    ) throws -> JSONValue {
        let body = try RequestBody(json: bytes, file: "body")
        return validator.withDefaults(validator.pruned(body.value))
    }

    private static func without(_ value: JSONValue, _ key: String, if condition: Bool) -> JSONValue
    {
        guard condition, case .object(var object) = value else { return value }
        object[key] = Optional.none
        return .object(object)
    }
}
