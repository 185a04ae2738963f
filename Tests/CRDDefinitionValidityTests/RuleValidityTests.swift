import CRDDefinitionValidity
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// The rules of a CRD get the errors of Kubernetes' own code.
@Suite(.enabled(if: SharedFolder.has("cel"), "needs ../shared/cel"))
struct RuleValidityTests {
    @Test func `the rules of a schema get the errors of Kubernetes`() throws {
        try compare("k8s/crd-rules.jsonl", count: 66) { line in
            // One line has the errors of an earlier version.
            if line.text("name")?.hasSuffix("before v1.30)") == true { return nil }
            return line.value["schema"].map(Self.definition)
        }
    }

    @Test func `the rules of a CRD get the errors of Kubernetes`() throws {
        // Two lines are updates of CRDs.
        try compare("k8s/crd-rules-crd.jsonl", count: 7) { $0.value["crd"] }
    }

    @Test func `the probes get the errors of Kubernetes`() throws {
        try compare("probes/schemas.jsonl", count: 83) { $0.value["query"]?["crd"] }
    }

    private func compare(
        _ path: String,
        count: Int,
        _ definition: (VerdictLine) -> JSONValue?
    ) throws {
        var differences: [String] = []
        var compared = 0
        for line in try VerdictLine.lines(ofShared: "cel/\(path)") {
            guard let crd = definition(line) else { continue }
            compared += 1
            let validity = CRDValidity(
                try Self.document(crd),
                impliesKind: true,
                replacing: try line.value["old"].map(Self.document)
            )
            let ours = Set((validity.rejection?.violations ?? []).map(Self.describe))
            let theirs = Self.errors(of: line.value["got"] ?? line.value["k8s"]?["errors"])
            if ours == theirs { continue }
            let more = ours.subtracting(theirs).sorted()
            let less = theirs.subtracting(ours).sorted()
            differences.append("\(line.place): too much \(more), missing \(less)")
        }
        #expect(compared == count)
        let first = differences.prefix(12).joined(separator: "\n")
        #expect(differences.isEmpty, "\(differences.count) of \(count) differ:\n\(first)")
    }

    private static func document(_ definition: JSONValue) throws -> Node {
        try #require(Node.parse(JSONText.write(definition), file: "crd.json").first)
    }

    /// Returns a CRD with a schema.
    private static func definition(_ schema: JSONValue) -> JSONValue {
        [
            "metadata": ["name": "plurals.group.com"],
            "spec": [
                "group": "group.com", "scope": "Namespaced",
                "names": ["plural": "plurals", "kind": "Plural"],
                "versions": [
                    [
                        "name": "v1", "served": true, "storage": true,
                        "schema": ["openAPIV3Schema": schema],
                    ]
                ],
            ],
        ]
    }

    private static func describe(_ violation: Violation) -> String {
        let message = violation.message.replacing("selfType", with: "selfType<N>")
        return "\(violation.field) | \(violation.reason.rawValue) | \(comparable(message))"
    }

    private static func errors(of errors: JSONValue?) -> Set<String> {
        guard case .array(let errors)? = errors else { return [] }
        return Set(
            errors.map { error in
                ["field", "reason", "message"].map { key -> String in
                    guard case .string(let text)? = error[key] else { return "" }
                    return comparable(text)
                }
                .joined(separator: " | ")
            }
        )
    }

    /// Returns an error, without the words of syntax errors: only the position counts.
    private static func comparable(_ error: String) -> String {
        guard let range = error.firstRange(of: ": Syntax error:") else { return error }
        return String(error[..<range.upperBound])
    }
}
