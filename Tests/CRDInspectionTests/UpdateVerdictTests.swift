import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// Updates on the command line must get the responses of a real API server.
@Suite(.enabled(if: SharedFolder.has("verdicts"), "needs ../shared/verdicts"))
struct UpdateVerdictTests {
    @Test func `an update of a manifest gets the response of the API server`() throws {
        var kinds: [String: KnownKinds] = [:]
        var differences: [String] = []
        let lines = try VerdictLine.lines(of: "update.jsonl")
        for line in lines {
            let crd = try #require(line.text("crd"))
            let known = try kinds[crd] ?? Self.kinds(crd)
            kinds[crd] = known
            if let difference = try Self.difference(line, known) {
                differences.append("\(line.place): \(difference)")
            }
        }
        #expect(lines.count == 560)
        let first = differences.prefix(5).joined(separator: "\n")
        #expect(differences.isEmpty, "\(differences.count) lines differ:\n\(first)")
    }

    /// The kinds of a CRD, all of whose versions are served, as on the server.
    private static func kinds(_ crd: String) throws -> KnownKinds {
        let path = "corpus/catalog/" + crd.dropFirst("crd-catalog/".count)
        let text = String(decoding: try SharedFolder.bytes(path), as: UTF8.self)
        var kinds = KnownKinds()
        let served = text.replacing("served: false", with: "served: true")
        _ = kinds.add(DefinitionFile(ManifestText.input(path, served)))
        return kinds
    }

    private static func difference(_ line: VerdictLine, _ kinds: KnownKinds) throws -> String? {
        var creation = ManifestCheck(kinds, fieldValidation: .ignore)
        creation.check([Generator.Input(path: "old.json", bytes: line.body("old", raw: ""))])
        var stored: JSONValue?
        if case .answered(let response)? = creation.objects.first?.outcome {
            stored = try response.response.result.get()
        }
        let old = JSONText.write(try #require(stored))
        var check = ManifestCheck(
            kinds,
            fieldValidation: line.text("fieldValidation").flatMap(FieldValidation.init) ?? .strict,
            subresource: line.text("op") == "status" ? .status : nil
        )
        check.check(
            [Generator.Input(path: "new.json", bytes: line.body())],
            replacing: [ManifestText.input("old.json", old)]
        )
        return difference(check, line)
    }

    private static func difference(_ check: ManifestCheck, _ line: VerdictLine) -> String? {
        guard let object = check.objects.first, let status = object.status(),
            object.operation == .update, check.storedDiagnostics.isEmpty
        else { return "not an update: \(check.objects), \(check.storedDiagnostics)" }
        if status["code"] != line.value["code"] {
            return "code of \(status), not \(line.value["code"] ?? .null)"
        }
        let causes = causes(status["details"]?["causes"])
        if causes != line.causes { return "causes \(causes), not \(line.causes)" }
        let diagnostics = check.diagnostics(requiresKinds: false)
        let messages = Set(diagnostics.filter { $0.severity == .warning }.map(\.message))
        let isReadable = line.value["code"] != 400
        if isReadable, !line.warnings.isSubset(of: messages) {
            return "warnings \(messages), not \(line.warnings)"
        }
        return nil
    }

    private static func causes(_ value: JSONValue?) -> Set<String> {
        guard case .array(let causes)? = value else { return [] }
        return Set(
            causes.map { cause in
                ["field", "reason", "message"].map { key -> String in
                    if case .string(let text)? = cause[key] { return text }
                    return ""
                }.joined(separator: " | ")
            }
        )
    }
}
