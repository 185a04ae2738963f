/// Values as Go's fmt and encoding/json packages write them, which messages of the server show.
package enum GoText {
    /// `%q`: in quotes, with what cannot be printed escaped (`strconv.Quote`).
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{07}": result += "\\a"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0B}": result += "\\v"
            default: appendQuoted(scalar, to: &result)
            }
        }
        return result + "\""
    }

    private static func appendQuoted(_ scalar: Unicode.Scalar, to text: inout String) {
        if isPrintable(scalar) {
            text.unicodeScalars.append(scalar)
        } else if scalar.value < 0x80 {
            text += "\\x" + hexadecimal(scalar.value, digits: 2)
        } else if scalar.value < 0x10000 {
            text += "\\u" + hexadecimal(scalar.value, digits: 4)
        } else {
            text += "\\U" + hexadecimal(scalar.value, digits: 8)
        }
    }

    private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    /// Go's `strconv.IsPrint`: letters, marks, numbers, punctuation, symbols and the blank.
    package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
            .lineSeparator, .paragraphSeparator:
            return false
        default:
            return true
        }
    }

    /// `%v` of a float64: `1e+06`, `0.1`.
    package static func number(_ value: Double) -> String {
        number(value, exponents: -4..<6)
    }

    /// A float64 in JSON: `1000000`, `1e+21`, `1e-7`.
    package static func jsonNumber(_ value: Double) -> String {
        let text = number(value, exponents: -6..<21)
        // `e-07` is cleaned up to `e-7`.
        guard let mark = text.range(ofSubstring: "e-0") else { return text }
        return text[..<mark.lowerBound] + "e-" + text[mark.upperBound...]
    }

    /// The shortest digits that give the value back, with an exponent outside of `exponents`.
    private static func number(_ value: Double, exponents: Range<Int>) -> String {
        guard value != 0 else { return value.sign == .minus ? "-0" : "0" }
        var (digits, exponent) = decimal(value.magnitude)
        let sign = value < 0 ? "-" : ""
        guard exponents.contains(exponent) else {
            if digits.utf8.count > 1 {
                digits.insert(".", at: digits.index(after: digits.startIndex))
            }
            let magnitude = String(exponent.magnitude)
            let padded = magnitude.utf8.count < 2 ? "0" + magnitude : magnitude
            return "\(sign)\(digits)e\(exponent < 0 ? "-" : "+")\(padded)"
        }
        if exponent < 0 {
            return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)"
        }
        let count = digits.utf8.count
        if count <= exponent + 1 {
            return sign + digits + String(repeating: "0", count: exponent + 1 - count)
        }
        let point = digits.index(digits.startIndex, offsetBy: exponent + 1)
        return "\(sign)\(digits[..<point]).\(digits[point...])"
    }

    /// The significant digits and the exponent of the first.
    private static func decimal(_ value: Double) -> (String, Int) {
        let parts = value.description.split(separator: "e")
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        var digits = String(mantissa[0])
        exponent += digits.utf8.count - 1
        if mantissa.count > 1 { digits += mantissa[1] }
        while digits.utf8.first == UInt8(ascii: "0"), digits.utf8.count > 1 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.utf8.last == UInt8(ascii: "0"), digits.utf8.count > 1 { digits.removeLast() }
        return (digits, exponent)
    }

    /// A value as JSON (encoding/json), with sorted keys as of a map or with the order of a struct.
    ///
    /// Depth costs no stack.
    package static func json(_ value: JSONValue, sortsKeys: Bool = true) -> String {
        /// An array or an object, of which `next` is not written yet.
        struct Open {
            let keys: [String]?
            let values: [JSONValue]
            var next = 0
        }
        var text = ""
        var open: [Open] = []
        func begin(_ value: JSONValue) {
            switch value {
            case .null, .boolean, .number, .string: text += scalar(value)
            case .array(let elements):
                text += "["
                open.append(Open(keys: nil, values: elements))
            case .object(let object):
                text += "{"
                var pairs = Array(zip(object.keys, object.values))
                if sortsKeys { pairs.sort { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) } }
                open.append(Open(keys: pairs.map(\.0), values: pairs.map(\.1)))
            }
        }
        begin(value)
        while let last = open.indices.last {
            let next = open[last].next
            if next == open[last].values.count {
                text += open.removeLast().keys == nil ? "]" : "}"
                continue
            }
            open[last].next += 1
            if next > 0 { text += "," }
            if let keys = open[last].keys { text += jsonString(keys[next]) + ":" }
            begin(open[last].values[next])
        }
        return text
    }

    /// JSON of a value without parts.
    private static func scalar(_ value: JSONValue) -> String {
        switch value {
        case .null, .array, .object: "null"
        case .boolean(let value): value ? "true" : "false"
        case .string(let value): jsonString(value)
        case .number(let number):
            switch GoNumber(number) {
            case .integer(let value): String(value)
            case .float(let value): jsonNumber(value)
            }
        }
    }

    private static func jsonString(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            case "<", ">", "&", "\u{2028}", "\u{2029}":
                result += "\\u" + hexadecimal(scalar.value, digits: 4)
            default:
                if scalar.value < 0x20 {
                    result += "\\u" + hexadecimal(scalar.value, digits: 4)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// The value in front of a message (`field.Error.ErrorBody`).
    package static func badValue(_ value: JSONValue, sortsKeys: Bool = true) -> String {
        switch value {
        case .null: "null"
        case .string(let text): quoted(text)
        case .number(let number):
            switch GoNumber(number) {
            case .integer(let value): String(value)
            case .float(let value): self.number(value)
            }
        case .boolean, .array, .object: json(value, sortsKeys: sortsKeys)
        }
    }
}

/// A number as the server's JSON reader has it: int64 where the text is one, else float64.
package enum GoNumber {
    case integer(Int64)
    case float(Double)

    package init(_ number: JSONNumber) {
        if let integer = Int64(number.text) {
            self = .integer(integer)
        } else {
            self = .float(number.double)
        }
    }

    package var double: Double {
        switch self {
        case .integer(let value): Double(value)
        case .float(let value): value
        }
    }
}

extension String {
    fileprivate func range(ofSubstring other: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) {
                return start..<index(start, offsetBy: other.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
