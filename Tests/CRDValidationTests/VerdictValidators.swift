import CRDGeneratorCore
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport

/// The validators of the CRDs that lines name, each made once.
struct VerdictValidators {
    private var validators: [String: ResourceValidator] = [:]

    /// Reads the CRD of a line that has it inline.
    mutating func add(_ crd: JSONValue, as id: String?) throws {
        guard case .string(let name)? = crd["metadata"]?["name"] else { return }
        validators[id ?? name] = try Self.validator(JSONText.write(crd), name, version: nil)
    }

    /// The validator of a line's CRD, by the name of one that was added or by a path.
    mutating func validator(of line: VerdictLine) throws -> ResourceValidator {
        if let crd = line.value["crd"], case .object = crd {
            return try Self.validator(JSONText.write(crd), line.place, version: nil)
        }
        let crd = line.text("crd") ?? ""
        let version = line.text("version")
        let key = crd + (version ?? "")
        if let validator = validators[key] { return validator }
        let path =
            crd.hasPrefix("crd-catalog/")
            ? "corpus/catalog/" + crd.dropFirst(12) : "corpus/openshift/\(crd)"
        let text = String(decoding: try SharedFolder.bytes(path), as: UTF8.self)
        let validator = try Self.validator(text, path, version: version)
        validators[key] = validator
        return validator
    }

    private static func validator(
        _ text: String,
        _ file: String,
        version: String?
    ) throws -> ResourceValidator {
        var reader = CRDReader()
        for document in try Node.parse(text, file: file) { reader.read(document) }
        let versions = reader.definitions.flatMap(\.versions)
        guard let found = versions.first(where: { version == nil || $0.name == version }) else {
            throw Diagnostic(.error, "no CRD: \(reader.diagnostics)", file: file)
        }
        return ResourceValidator(definition: found.definition, schema: found.schema)
    }
}
