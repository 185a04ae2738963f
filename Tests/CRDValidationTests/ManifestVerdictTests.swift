import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// The bodies of recorded requests as texts of files: the answer is the same, and has places.
struct ManifestVerdictTests {
    @Test(arguments: ["kitchen-gen.jsonl", "trainingjobs.jsonl"])
    func `a text gets the response of the API server, with a location for each violation`(
        file: String
    ) throws {
        try compare(file)
    }

    @Test(.enabled(if: SharedFolder.has("verdicts"), "needs ../shared/verdicts"))
    func `a text of a published kind gets the response of the API server`() throws {
        try compare("structural.jsonl")
    }

    private func compare(_ file: String) throws {
        var validators = VerdictValidators()
        var differences: [String] = []
        var compared = 0
        for line in try VerdictLine.lines(of: file) {
            if line.text("kind") == "crd" {
                if let crd = line.value["crd"] { try? validators.add(crd, as: line.text("id")) }
                continue
            }
            let validator = try validators.validator(of: line)
            // What cannot be read, or says another namespace than the request, is no matter here.
            guard line.text("op") == "create", let documents = Self.documents(of: line),
                let root = documents.first, documents.count == 1,
                root["metadata"]?["namespace"] == nil
            else { continue }
            compared += 1
            if let difference = Self.difference(of: root, from: line, validator) {
                differences.append("\(line.place): \(difference)")
            }
        }
        #expect(compared > 25)
        let first = differences.prefix(5).joined(separator: "\n")
        #expect(differences.isEmpty, "\(differences.count) of \(compared) differ:\n\(first)")
    }

    private static func documents(of line: VerdictLine) -> [Node]? {
        try? Node.parse(line.body(), file: "a.json", duplicateRule: .lastCounts)
    }

    private static func difference(
        of root: Node,
        from line: VerdictLine,
        _ validator: ResourceValidator
    ) -> String? {
        let fieldValidation = line.text("fieldValidation").flatMap(FieldValidation.init) ?? .strict
        guard let body = try? RequestBody(json: line.body(), file: "a.json") else { return nil }
        let request = validator.create(
            body,
            fieldValidation: fieldValidation,
            namespace: "default"
        )
        let answer = validator.response(toCreating: root, fieldValidation: fieldValidation)
        switch (request.result, answer.response.result) {
        case (.success(let one), .success(let other)):
            return one == other ? nil : "another object"
        case (.failure(let one), .failure(let other)):
            if one.message != other.message { return "\(other) instead of \(one)" }
            let areLocated = other.violations.allSatisfy { $0.location != nil }
            return areLocated ? nil : "violations without a location"
        default: return "\(answer.response) instead of \(request)"
        }
    }
}
