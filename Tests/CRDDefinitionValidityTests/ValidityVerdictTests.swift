import CRDDefinitionValidity
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// Every response of a real API server to the creation of a CRD must be ours.
struct ValidityVerdictTests {
    @Test func `a synthetic CRD gets the response of the API server`() throws {
        let lines = try VerdictLine.lines(of: "badcrds.jsonl").filter { $0.text("kind") == "crd" }
        for line in lines {
            let text = JSONText.write(try #require(line.value["crd"]))
            try Self.compare(text, accepted: line.accepted, line.causes, line)
        }
        #expect(lines.count == 60)
    }

    @Test(
        .enabled(if: SharedFolder.has("verdicts"), "needs ../shared/verdicts"),
        arguments: CorpusPart.numbers
    )
    func `a published CRD gets the response of the API server`(part: Int) throws {
        let lines = try VerdictLine.lines(of: "crds.jsonl")
        for line in lines where line.number % CorpusPart.count == part {
            let path = "corpus/catalog/" + (line.text("crd") ?? "").dropFirst(12)
            let text = String(decoding: try SharedFolder.bytes(path), as: UTF8.self)
            try Self.compare(text, accepted: line.accepted, line.causes, line)
            guard line.value["prepared"] != nil else { continue }
            try Self.compare(Self.stored(text), accepted: true, [], line)
        }
        #expect(lines.count == 570)
    }

    /// The CRD with its first version stored, which is how the second answers were had.
    private static func stored(_ text: String) throws -> String {
        var document = try JSONValue(#require(Node.parse(text, file: "crd").first))
        guard case .object(var root) = document, case .object(var spec)? = root["spec"],
            case .array(var versions)? = spec["versions"],
            case .object(var version)? = versions.first
        else { return text }
        version["storage"] = true
        version["served"] = true
        versions[0] = .object(version)
        spec["versions"] = .array(versions)
        root["spec"] = .object(spec)
        document = .object(root)
        return JSONText.write(document)
    }

    private static func compare(
        _ text: String,
        accepted: Bool,
        _ causes: Set<String>,
        _ line: VerdictLine
    ) throws {
        let document = try #require(Node.parse(text, file: "crd").first)
        let validity = CRDValidity(document)
        guard let rejection = validity.rejection else {
            #expect(accepted, "\(line.place): valid, not \(causes.sorted())")
            guard line.accepted else { return }
            let warnings = Set(validity.warnings.map(\.message)).sorted().map(JSONValue.string)
            #expect(.array(warnings) == line.value["warnings"] ?? [], "\(line.place)")
            return
        }
        let ours = Set(
            rejection.violations.map { "\($0.field) | \($0.reason.rawValue) | \($0.message)" }
        )
        let more = ours.subtracting(causes).sorted()
        let less = causes.subtracting(ours).sorted()
        #expect(!accepted && ours == causes, "\(line.place): too much \(more), missing \(less)")
        #expect(line.value["code"] == .number(JSONNumber(rejection.code)))
        #expect(line.value["message"] == .string(rejection.message))
    }
}
