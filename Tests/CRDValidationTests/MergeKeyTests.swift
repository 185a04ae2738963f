import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// Merge keys in YAML, as the API server reads them.
struct MergeKeyTests {
    private static let validator = ResourceValidator(
        definition: ResourceDefinition(
            group: "merge.example.com",
            version: "v1",
            names: .init(kind: "Merge", plural: "merges", singular: "merge", listKind: "MergeList"),
            scope: .namespaced
        ),
        schema: Schema(
            json: #"{"type":"object","properties":{"spec":{"type":"object","#
                + #""x-kubernetes-preserve-unknown-fields":true}}}"#
        )
    )

    private func documents(of line: VerdictLine) throws -> [Node] {
        let body = try #require(line.text("body"))
        return try Node.parse(Array(body.utf8), file: "", duplicateRule: .lastCounts)
    }

    /// The lines at which the server says that a key is already set.
    private func lines(of line: VerdictLine) -> Set<Int> {
        var text = line.text("message") ?? ""
        if case .array(let warnings)? = line.value["warnings"] {
            for case .string(let warning) in warnings { text += "\n" + warning }
        }
        return Set(text.matches(of: /line ([0-9]+): key/).compactMap { Int($0.1) })
    }

    @Test(arguments: try VerdictLine.lines(of: "merge-keys.jsonl"))
    func `a merge key has the effect that it has in the API server`(line: VerdictLine) throws {
        guard line.accepted || !lines(of: line).isEmpty else {
            #expect(throws: Diagnostic.self) { try documents(of: line) }
            return
        }
        let mode = try #require(
            line.text("fieldValidation").flatMap(FieldValidation.init(rawValue:))
        )
        let root = try #require(documents(of: line).first)
        let response = Self.validator.response(toCreating: root, fieldValidation: mode)
        // The key 'y', which is 'true', has a warning that the server doesn't have.
        let ofServer = response.diagnostics.filter { !$0.message.hasPrefix("the key 'y' ") }
        #expect(Set(ofServer.compactMap(\.position?.line)) == lines(of: line))
        switch response.response.result {
        case .success(let object): #expect(object["spec"] == line.value["spec"])
        case .failure: #expect(!line.accepted)
        }
    }
}
