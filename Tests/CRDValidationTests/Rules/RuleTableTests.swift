import CRDRuntime
import CRDSchema
import CRDValidation
import Foundation
import TestSupport
import Testing

/// Rules must be compiled, evaluated, and reported as by Kubernetes' own code.
struct RuleTableTests {
    private static let needs: Comment = "needs ../shared/cel"

    private func expect(_ differences: [String], of count: Int, _ expected: Int) {
        #expect(count == expected)
        let first = differences.prefix(12).joined(separator: "\n")
        #expect(differences.isEmpty, "\(differences.count) of \(count) lines differ:\n\(first)")
    }

    @Test func `the probes give the errors and costs of Kubernetes`() throws {
        let url = try #require(
            Bundle.module.url(
                forResource: "schemas",
                withExtension: "jsonl",
                subdirectory: "Probes"
            )
        )
        let bytes = Array(try Data(contentsOf: url))
        try compare(RuleLine.lines(bytes, file: "schemas.jsonl"), count: 114)
    }

    @Test(
        .enabled(if: SharedFolder.has("cel"), needs),
        arguments: [("validation.jsonl", 860), ("cost-runtime.jsonl", 329)]
    )
    func `rules give the errors and costs of Kubernetes`(file: String, count: Int) throws {
        try compare(RuleLine.lines(of: "cel/k8s/\(file)"), count: count)
    }

    private func compare(_ lines: [RuleLine], count: Int) throws {
        var differences: [String] = []
        var compared = 0
        for line in lines where line.query["schema"] != nil && !line.isUnreachable {
            compared += 1
            let schema = PreparedSchema(line.schema)
            let found =
                line.differences(compiling: schema, line.expected["compile"])
                + line.differences(evaluating: schema)
            if !found.isEmpty {
                differences.append("\(line.place): \(found.joined(separator: "; "))")
            }
        }
        expect(differences, of: compared, count)
    }

    @Test(
        .enabled(if: SharedFolder.has("cel"), needs),
        arguments: [("cost-estimate.jsonl", 437), ("compilation.jsonl", 25)]
    )
    func `rules are compiled with the costs of Kubernetes`(file: String, count: Int) throws {
        var differences: [String] = []
        let lines = try RuleLine.lines(of: "cel/k8s/\(file)")
        for line in lines where !line.isUnreachable {
            let found = line.differences(compiling: PreparedSchema(line.schema), line.value["got"])
            differences += found.map { "\(line.place): \($0)" }
        }
        expect(differences, of: lines.count, count)
    }

    @Test(.enabled(if: SharedFolder.has("cel"), needs))
    func `changed rules of published CRDs are accepted or rejected as by Kubernetes`() throws {
        var schemas: [JSONValue: PreparedSchema] = [:]
        var differences: [String] = []
        var compared = 0
        for line in try RuleLine.lines(of: "cel/k8s/mutated-rules.jsonl") {
            if let id = line.value["schemaId"] {
                schemas[id] = PreparedSchema(line.schema)
                continue
            }
            let schema = try #require(schemas[line.value["schemaRef"] ?? .null])
            let json = JSONText.write(.array([line.value]))
            let rule = try #require(
                Schema(json: #"{"x-kubernetes-validations":\#(json)}"#)
                    .keywords.rare.validations.first
            )
            let rules = CompiledRules([rule], for: schema, isRoot: line.isRoot)
            compared += 1
            let ours = RuleLine.describe(rules.rules[0], rules.maximumCount, at: "")
            guard case .object(var expected) = line.expected else { continue }
            expected["rule"] = .string(rule.rule)
            let theirs = RuleLine.describe(.object(expected))
            if ours != theirs { differences.append("\(line.place): \(ours), not \(theirs)") }
        }
        expect(differences, of: compared, 2431)
    }
}
