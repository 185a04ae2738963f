/// Values as the clause `%s` of `format` writes them.
enum FormatText {
    /// Returns a value as text.
    ///
    /// - Parameter value: The value.
    /// - Returns: The text.
    /// - Throws: `FormatError` if the value has no text.
    static func text(of value: Value) throws(FormatError) -> String {
        switch value {
        case .null: return "null"
        case .bool(let value): return String(value)
        case .int(let value): return String(value)
        case .uint(let value): return String(value)
        case .double(let value): return GoFloat.text(value)
        case .string(let text): return text
        case .bytes(let bytes): return try text(of: bytes)
        case .timestamp(let timestamp): return timestamp.description
        case .duration(let nanoseconds): return DurationText.print(nanoseconds)
        case .type(let name): return name
        case .list(let list): return try text(of: list)
        case .map(let map): return try text(of: map)
        case .optional, .quantity, .ip, .cidr, .url, .semver, .format, .error:
            throw FormatClause.string.error(for: value.kindName)
        }
    }

    private static func text(of bytes: [UInt8]) throws(FormatError) -> String {
        guard let text = Text.decode(bytes) else {
            throw error(
                "could not convert argument \"invalid UTF-8 in bytes, cannot convert to string\" "
                    + "to string"
            )
        }
        return text
    }

    private static func text(of list: List) throws(FormatError) -> String {
        var result = BoundedText()
        result.append("[")
        for position in 0..<list.count {
            if position > 0 { result.append(", ") }
            result.append(try literal(of: list[position]))
            if result.isTooLong { break }
        }
        result.append("]")
        return try string(result)
    }

    private static func text(of map: Map) throws(FormatError) -> String {
        var entries: [(key: String, value: String)] = []
        for key in map.keys {
            let text: String
            switch key {
            case .string, .bool, .int, .uint: text = try literal(of: key)
            default: throw error("no formatting function for map key of type \(key.kindName)")
            }
            guard let value = map.value(forKey: key) else { continue }
            entries.append((text, try literal(of: value)))
        }
        entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        var result = BoundedText()
        result.append("{")
        for (position, entry) in entries.enumerated() {
            if position > 0 { result.append(", ") }
            result.append("\(entry.key):\(entry.value)")
        }
        result.append("}")
        return try string(result)
    }

    /// Returns an element of a list or map as a literal.
    private static func literal(of value: Value) throws(FormatError) -> String {
        switch value {
        case .string(let text): return GoText.quoted(text)
        case .bytes(let bytes): return "b" + GoText.quoted(try text(of: bytes))
        case .double(let number):
            let text = GoFloat.fixed(number, places: 6)
            return number.isFinite ? text : GoText.quoted(text)
        case .timestamp: return "timestamp(\(GoText.quoted(try text(of: value))))"
        case .duration: return "duration(\(GoText.quoted(try text(of: value))))"
        case .optional, .quantity, .ip, .cidr, .url, .semver, .format, .error:
            throw error("no formatting function for \(value.kindName)")
        case .null, .bool, .int, .uint, .type, .list, .map: return try text(of: value)
        }
    }

    private static func string(_ text: BoundedText) throws(FormatError) -> String {
        switch text.value {
        case .string(let text): return text
        case .error(let message): throw error(message)
        default: preconditionFailure("a bounded text is a string or an error")
        }
    }

    private static func error(_ message: String) -> FormatError {
        FormatError(message: "error during formatting: " + message)
    }
}
