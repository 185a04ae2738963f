package import CRDRuntime
import CRDValidation

/// A request and the response of a real API server: one line of a ``ResponseTable``.
package struct VerdictLine {
    /// The name of the file.
    package let file: String
    /// The number of the line, from 1.
    package let number: Int
    /// The line.
    package let value: JSONValue

    /// Returns the lines of a table.
    ///
    /// - Throws: An error if there is no such table, or a line is not JSON.
    package static func lines(of file: String) throws -> [VerdictLine] {
        try read(ResponseTable.lines(of: file), file)
    }

    /// Returns the lines of a table in `../shared`.
    package static func lines(ofShared path: String) throws -> [VerdictLine] {
        try read(SharedFolder.bytes(path).split(separator: UInt8(ascii: "\n")), path)
    }

    private static func read(_ lines: [ArraySlice<UInt8>], _ file: String) throws -> [VerdictLine] {
        try lines.enumerated().map { index, line in
            let body = try RequestBody(json: Array(line), file: file)
            return VerdictLine(file: file, number: index + 1, value: body.value)
        }
    }

    /// The string under a key.
    package func text(_ key: String) -> String? {
        if case .string(let text)? = value[key] { return text }
        return nil
    }

    /// Where the line stands, for messages.
    package var place: String {
        let name = text("id") ?? text("name") ?? ""
        return "\(file):\(number) '\(name)' \(text("crd") ?? "")"
    }

    /// Whether the server did what was asked for.
    package var accepted: Bool { verdict["accepted"] == .boolean(true) }

    /// The answer; in openshift's lines it has a place of its own.
    package var verdict: JSONValue { value["actual"] ?? value }

    /// The causes as `field | reason | message`.
    package var causes: Set<String> {
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

    /// Whether the warnings of the server are known.
    package var hasWarnings: Bool { value["actual"] == nil && value["verdict"] == nil }

    /// The warnings.
    package var warnings: Set<String> {
        guard case .array(let warnings)? = value["warnings"] else { return [] }
        return Set(
            warnings.compactMap { warning in
                if case .string(let text) = warning { return text }
                return nil
            }
        )
    }

    /// The bytes that were sent.
    package func body(_ key: String = "doc", raw: String = "raw") -> [UInt8] {
        if case .string(let text)? = value[raw] { return Array(text.utf8) }
        return Array(JSONText.write(value[key] ?? .null).utf8)
    }
}

/// JSON that keeps numbers as they stand.
package enum JSONText {
    /// A value as JSON.
    package static func write(_ value: JSONValue) -> String {
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
