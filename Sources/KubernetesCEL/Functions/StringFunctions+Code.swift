/// The code of the functions on strings.
enum StringFunctions {
    static func charAt(_ text: Value, _ index: Value) -> Value {
        guard case .string(let text) = text, case .int(let index) = index else {
            return .noSuchOverload
        }
        let points = CodePoints(text)
        guard 0...Int64(points.count) ~= index else { return outOfRange(index) }
        let position = Int(index)
        return .string(points.text(position..<min(position + 1, points.count)))
    }

    private static func outOfRange(_ index: Int64) -> Value {
        .error("index out of range: \(index)")
    }

    /// Returns the position of a text at a position or behind it.
    static func indexOf(_ arguments: [Value]) -> Value {
        guard arguments.count == 3, case .string(let text) = arguments[0],
            case .string(let part) = arguments[1], case .int(let start) = arguments[2]
        else { return .noSuchOverload }
        if part.isEmpty { return .int(start) }
        if start < 0 { return outOfRange(start) }
        let points = CodePoints(text)
        guard start < points.count else { return .int(-1) }
        return .int(points.firstPosition(of: part, from: Int(start)))
    }

    static func lastIndexOf(_ text: Value, _ part: Value) -> Value {
        guard case .string(let string) = text, case .string(let partString) = part else {
            return .noSuchOverload
        }
        let count = Text.count(string)
        if partString.isEmpty { return .int(Int64(count)) }
        if string.utf8.count < partString.utf8.count { return .int(-1) }
        return lastIndexOf([text, part, .int(Int64(count - 1))])
    }

    /// Returns the position of a text at a position or before it.
    static func lastIndexOf(_ arguments: [Value]) -> Value {
        guard arguments.count == 3, case .string(let text) = arguments[0],
            case .string(let part) = arguments[1], case .int(let limit) = arguments[2]
        else { return .noSuchOverload }
        if part.isEmpty { return .int(limit) }
        if limit < 0 { return outOfRange(limit) }
        let points = CodePoints(text)
        guard limit < points.count else { return .int(-1) }
        return .int(points.lastPosition(of: part, upTo: Int(limit)))
    }

    static func join(_ list: Value, _ separator: Value) -> Value {
        guard case .list(let list) = list, case .string(let separator) = separator else {
            return .noSuchOverload
        }
        var result = BoundedText()
        for position in 0..<list.count {
            if position > 0 { result.append(separator) }
            switch list[position] {
            case .string(let text): result.append(text)
            case .error(let message): return .error(message)
            case let other: return .error("join: invalid input: \(shown(other))")
            }
        }
        return result.value
    }

    /// Returns a value as Go prints it in an error.
    private static func shown(_ value: Value) -> String {
        switch value {
        case .null: "NULL_VALUE"
        case .bool(let value): String(value)
        case .int(let value): String(value)
        case .uint(let value): String(value)
        case .double(let value): GoFloat.text(value)
        case .bytes(let value): "[" + value.map { String($0) }.joined(separator: " ") + "]"
        case let other: other.kindName
        }
    }

    static func mapped(_ text: Value, _ transform: (UInt8) -> UInt8) -> Value {
        guard case .string(let text) = text else { return .noSuchOverload }
        return .string(String(decoding: text.utf8.map(transform), as: UTF8.self))
    }

    static func suffix(_ text: Value, _ start: Value) -> Value {
        guard case .string(let text) = text, case .int(let start) = start else {
            return .noSuchOverload
        }
        let points = CodePoints(text)
        guard 0...Int64(points.count) ~= start else { return outOfRange(start) }
        return .string(points.text(Int(start)..<points.count))
    }

    static func substring(_ arguments: [Value]) -> Value {
        guard arguments.count == 3, case .string(let text) = arguments[0],
            case .int(let start) = arguments[1], case .int(let end) = arguments[2]
        else { return .noSuchOverload }
        if start > end {
            return .error("invalid substring range. start: \(start), end: \(end)")
        }
        let points = CodePoints(text)
        let range = 0...Int64(points.count)
        if !range.contains(start) { return outOfRange(start) }
        if !range.contains(end) { return outOfRange(end) }
        return .string(points.text(Int(start)..<Int(end)))
    }

    static func trim(_ text: Value) -> Value {
        guard case .string(let text) = text else { return .noSuchOverload }
        var scalars = text.unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return .string(String(scalars))
    }

    static func quote(_ text: Value) -> Value {
        guard case .string(let text) = text else { return .noSuchOverload }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{07}": result += "\\a"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0B}": result += "\\v"
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return .string(result + "\"")
    }

    static func format(_ template: Value, _ arguments: Value) -> Value {
        guard case .string(let template) = template, case .list(let list) = arguments else {
            return .noSuchOverload
        }
        return FormatTemplate.format(template, list)
    }

    // MARK: - Replacing and splitting

    static func replace(_ arguments: [Value]) -> Value {
        guard arguments.count == 4, case .string(let text) = arguments[0],
            case .string(let part) = arguments[1], case .string(let other) = arguments[2],
            case .int(let limit) = arguments[3]
        else { return .noSuchOverload }
        let bytes = Array(text.utf8)
        let count = limit < 0 ? Int.max : Int(clamping: limit)
        let starts =
            part.isEmpty
            ? Array(boundaries(bytes).prefix(count))
            : ByteSearch(Array(part.utf8)).all(in: bytes, limit: count)
        var result = BoundedText()
        var position = 0
        for start in starts {
            result.append(bytes[position..<start])
            result.append(other)
            position = start + part.utf8.count
        }
        result.append(bytes[position...])
        return result.value
    }

    /// Returns the positions around all code points.
    private static func boundaries(_ bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    }

    static func split(_ arguments: [Value]) -> Value {
        guard arguments.count == 3, case .string(let text) = arguments[0],
            case .string(let separator) = arguments[1], case .int(let limit) = arguments[2]
        else { return .noSuchOverload }
        if limit == 0 { return .list([]) }
        let bytes = Array(text.utf8)
        let count = limit < 0 ? Int.max : Int(clamping: limit)
        if separator.isEmpty, bytes.isEmpty { return .list([]) }
        let starts =
            separator.isEmpty
            ? Array(boundaries(bytes).dropFirst().dropLast().prefix(count - 1))
            : ByteSearch(Array(separator.utf8)).all(in: bytes, limit: count - 1)
        var parts: [Value] = []
        var position = 0
        for start in starts {
            parts.append(.string(String(decoding: bytes[position..<start], as: UTF8.self)))
            position = start + separator.utf8.count
        }
        parts.append(.string(String(decoding: bytes[position...], as: UTF8.self)))
        return .list(parts)
    }
}
