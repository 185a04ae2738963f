import CRDRuntime
package import CRDValues
import CRDYAML
package import KubernetesCEL

/// The text of values of expressions.
package enum ValueText {
    /// The maximum length of a list or a map in one line.
    private static let lineLength = 80

    /// Returns a value as an expression that gives it: `1u`, `"a"`, `duration("1.5s")`,
    /// `optional.none()`, `{"a": [1, 2]}`.
    ///
    /// Long lists and maps have a line for each element.
    package static func text(of value: Value) -> String { text(of: value, indent: "") }

    private static func text(of value: Value, indent: String) -> String {
        switch value {
        case .list(let list):
            return collection("[", list.elements.map { ("", $0) }, "]", indent)
        case .map(let map):
            return collection("{", entries(of: map).map { ("\(text(of: $0)): ", $1) }, "}", indent)
        case .optional(let content?): return "optional.of(\(text(of: content, indent: indent)))"
        case .optional(nil): return "optional.none()"
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .int(let number): return String(number)
        case .uint(let number): return "\(number)u"
        case .double(let number): return text(of: number)
        case .string(let text): return quoted(text)
        case .bytes(let bytes): return "b\(quoted(bytes))"
        case .timestamp(let time): return "timestamp(\(quoted(time.description)))"
        case .duration(let nanoseconds):
            return "duration(\(quoted(DurationText.print(nanoseconds))))"
        case .type(let name): return name
        case .quantity(let quantity): return "quantity(\(quoted(quantity.description)))"
        case .ip(let address): return "ip(\(quoted(address.description)))"
        case .cidr(let network): return "cidr(\(quoted(network.description)))"
        case .url(let url): return "url(\(quoted(url.description)))"
        case .semver(let version): return "semver(\(quoted(version.description)))"
        case .format(let format): return "format.\(format.rawValue)()"
        case .error(let text): return "error(\(quoted(text)))"
        }
    }

    private static func collection(
        _ start: String,
        _ elements: [(label: String, value: Value)],
        _ end: String,
        _ indent: String
    ) -> String {
        let inner = indent + "  "
        let texts = elements.map { $0.label + text(of: $0.value, indent: inner) }
        let line = start + texts.joined(separator: ", ") + end
        let isShort = line.utf8.count + indent.utf8.count <= lineLength
        if isShort, !line.utf8.contains(UInt8(ascii: "\n")) { return line }
        return "\(start)\n" + texts.map { inner + $0 }.joined(separator: ",\n")
            + "\n\(indent)\(end)"
    }

    /// Returns the keys and values of a map; objects have a null for each key without a schema,
    /// which is left out.
    private static func entries(of map: Map) -> [(key: Value, value: Value)] {
        map.keys.compactMap { key in
            if case .lazy = map, case .null = key { return nil }
            return map.value(forKey: key).map { (key, $0) }
        }
    }

    private static func text(of number: Double) -> String {
        if number.isNaN { return "double(\"NaN\")" }
        if number.isInfinite { return "double(\"\(number < 0 ? "-Inf" : "Inf")\")" }
        return number.description
    }

    private static func quoted(_ text: String) -> String { JSONValue.string(text).jsonText }

    private static func quoted(_ bytes: [UInt8]) -> String {
        let escaped = bytes.map { byte -> String in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                return "\\\(Character(Unicode.Scalar(byte)))"
            case 0x20..<0x7F: return String(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                return "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return "\"\(escaped.joined())\""
    }
}

extension ValueText {
    /// Returns a value as JSON: timestamps and durations as strings, bytes in Base64, and an
    /// optional without a value as null.
    package static func json(of value: Value) -> JSONValue {
        switch value {
        case .null, .optional(nil): return .null
        case .optional(let content?): return json(of: content)
        case .bool(let value): return .boolean(value)
        case .int(let number): return .number(JSONNumber(number))
        case .uint(let number): return .number(JSONNumber(uncheckedText: String(number)))
        case .double(let number):
            let text = Self.text(of: number)
            return number.isFinite ? .number(JSONNumber(uncheckedText: text)) : .string(text)
        case .string(let text): return .string(text)
        case .bytes(let bytes): return .string(Base64.encode(bytes))
        case .list(let list): return .array(list.elements.map(json))
        case .map(let map):
            var object = JSONObject()
            for (key, value) in entries(of: map) { object[name(of: key)] = json(of: value) }
            return .object(object)
        case .timestamp(let time): return .string(time.description)
        case .duration(let nanoseconds): return .string(DurationText.print(nanoseconds))
        case .type(let name): return .string(name)
        case .quantity(let quantity): return .string(quantity.description)
        case .ip(let address): return .string(address.description)
        case .cidr(let network): return .string(network.description)
        case .url(let url): return .string(url.description)
        case .semver(let version): return .string(version.description)
        case .format(let format): return .string(format.rawValue)
        case .error(let text): return .string("error: \(text)")
        }
    }

    private static func name(of key: Value) -> String {
        if case .string(let text) = key { return text }
        return text(of: key)
    }
}
