import CRDGeneratorCore
import CRDRuntime
import Foundation
import LibYAML
import TestSupport
import YAML

/// One request and the answer of a real API server (`../shared/verdicts`).
struct VerdictLine {
    let file: String
    let number: Int
    let value: JSONValue

    /// The lines of a file; none where it is absent.
    static func lines(of file: String) throws -> [VerdictLine] {
        guard SharedFolder.has("verdicts/\(file)") else { return [] }
        let bytes = try SharedFolder.bytes("verdicts/\(file)")
        return try bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
            let body = try RequestBody(json: Array(line), file: file)
            return VerdictLine(file: file, number: index + 1, value: body.value)
        }
    }

    func text(_ key: String) -> String? {
        if case .string(let text)? = value[key] { return text }
        return nil
    }

    /// Where the line stands, for messages.
    var place: String {
        let name = text("id") ?? text("name") ?? ""
        return "\(file):\(number) '\(name)' \(text("crd") ?? "")"
    }

    var accepted: Bool { verdict["accepted"] == .boolean(true) }

    /// The answer; in openshift's lines it has a place of its own.
    var verdict: JSONValue { value["actual"] ?? value }

    /// The causes as `field | reason | message`.
    var causes: Set<String> {
        guard case .array(let causes)? = verdict["causes"] else { return [] }
        return Set(
            causes.map { cause in
                let parts = ["field", "reason", "message"].map { key -> String in
                    if case .string(let text)? = cause[key] { return text }
                    return ""
                }
                return parts.joined(separator: " | ")
            }
        )
    }

    /// The bytes that were sent.
    func body(_ key: String = "doc", raw: String = "raw") -> [UInt8] {
        if case .string(let text)? = value[raw] { return Array(text.utf8) }
        return Array(JSONText.write(value[key] ?? .null).utf8)
    }
}

/// JSON that keeps numbers as they stand.
enum JSONText {
    static func write(_ value: JSONValue) -> String {
        switch value {
        case .null: return "null"
        case .boolean(let value): return value ? "true" : "false"
        case .number(let number): return number.text
        case .string(let text): return string(text)
        case .array(let elements): return "[\(elements.map(write).joined(separator: ","))]"
        case .object(let object):
            let members = zip(object.keys, object.values).map { "\(string($0)):\(write($1))" }
            return "{\(members.joined(separator: ","))}"
        }
    }

    private static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" {
                result += "\\\(scalar)"
            } else if scalar.value < 0x20 {
                let code = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

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
