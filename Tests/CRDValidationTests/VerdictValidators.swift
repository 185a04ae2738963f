import CRDGeneratorCore
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

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
            crd.hasPrefix("crd-catalog/") ? "catalog/" + crd.dropFirst(12) : "openshift/\(crd)"
        let validator = try self.validator(of: path, version: version)
        validators[key] = validator
        return validator
    }

    /// The validator of a CRD by its path in the corpus.
    mutating func validator(of path: String, version: String?) throws -> ResourceValidator {
        let path = "corpus/\(path)"
        let text = String(decoding: try SharedFolder.bytes(path), as: UTF8.self)
        return try Self.validator(text, path, version: version)
    }

    /// The validator of a line's CRD as it was when the first object was created.
    mutating func originalValidator(of line: VerdictLine) throws -> ResourceValidator {
        guard case .array(let patches)? = line.value["initialCRDPatches"],
            let path = line.text("crd")
        else { return try validator(of: line) }
        let bytes = try SharedFolder.bytes("corpus/openshift/\(path)")
        let text = String(decoding: bytes, as: UTF8.self)
        var crd = try JSONValue(#require(Node.parse(text, file: path).first))
        for patch in patches {
            guard case .string(let path)? = patch["path"], patch["op"] == "remove" else { continue }
            crd.remove(path.split(separator: "/")[...])
        }
        return try Self.validator(JSONText.write(crd), path, version: line.text("version"))
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

extension JSONValue {
    /// Removes what is at a path (RFC 6902).
    fileprivate mutating func remove(_ path: ArraySlice<Substring>) {
        guard let step = path.first else { return }
        switch self {
        case .object(var object):
            let key = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
            if path.count == 1 {
                object[key] = Optional.none
            } else if var value = object[key] {
                value.remove(path.dropFirst())
                object[key] = value
            }
            self = .object(object)
        case .array(var elements):
            guard let index = Int(step), elements.indices.contains(index) else { return }
            if path.count == 1 {
                elements.remove(at: index)
            } else {
                elements[index].remove(path.dropFirst())
            }
            self = .array(elements)
        case .null, .boolean, .number, .string: break
        }
    }
}
