import CRDYAML

/// Text of values as Go's fmt and encoding/json packages write it, for messages of the server.
package enum GoText {
    /// Returns `%q`: the text in quotes, with characters escaped that are not printable
    /// (`strconv.Quote`).
    package static func quoted(_ text: String) -> String {
        text.doubleQuoted { scalar in
            switch scalar {
            case "\u{07}": "\\a"
            case "\u{08}": "\\b"
            case "\u{0B}": "\\v"
            case "\u{0C}": "\\f"
            case _ where isPrintable(scalar): nil
            case "\0"..."\u{7F}": "\\x" + scalar.hexadecimal(digits: 2)
            case ..."\u{FFFF}": "\\u" + scalar.hexadecimal(digits: 4)
            default: "\\U" + scalar.hexadecimal(digits: 8)
            }
        }
    }

    /// Whether a character is printable (`strconv.IsPrint`): letters, marks, numbers, punctuation,
    /// symbols and the space.
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

    /// Returns `%v` of a float64: `1e+06`, `0.1`.
    package static func number(_ value: Double) -> String {
        ShortestDecimal(value).text(plainExponents: -4..<6)
    }

    /// Returns a float64 in JSON: `1000000`, `1e+21`, `1e-7`.
    package static func jsonNumber(_ value: Double) -> String {
        ShortestDecimal(value).text(plainExponents: -6..<21, exponentDigits: 1)
    }

    /// Returns a value as JSON (encoding/json), with sorted keys as for a Go map, or with the order
    /// of a Go struct.
    ///
    /// It does not use recursion.
    package static func json(_ value: JSONValue, sortsKeys: Bool = true) -> String {
        var text = ""
        var needsComma = false
        func add(_ part: String, opens: Bool = false) {
            if needsComma { text += "," }
            text += part
            needsComma = !opens
        }
        func end(_ bracket: String) {
            text += bracket
            needsComma = true
        }
        for event in JSONWalk(value, sortsKeys: sortsKeys) {
            switch event {
            case .value(.null): add("null")
            case .value(.boolean(let value)): add(value ? "true" : "false")
            case .value(.number(let value)): add(jsonNumber(value))
            case .value(.string(let value)): add(jsonString(value))
            case .value(.array): add("[", opens: true)
            case .value(.object): add("{", opens: true)
            case .key(let key): add(jsonString(key) + ":", opens: true)
            case .end(.array): end("]")
            case .end: end("}")
            }
        }
        return text
    }

    /// Returns a number in JSON: an integer without a fraction if it is one in Go.
    package static func jsonNumber(_ number: JSONNumber) -> String {
        switch GoNumber(number) {
        case .integer(let value): String(value)
        case .float(let value): jsonNumber(value)
        }
    }

    private static func jsonString(_ text: String) -> String {
        text.doubleQuoted { scalar in
            switch scalar {
            case "\u{08}": "\\b"
            case "\u{0C}": "\\f"
            case "\0"..<" ", "<", ">", "&", "\u{2028}", "\u{2029}":
                "\\u" + scalar.hexadecimal(digits: 4)
            default: nil
            }
        }
    }

    /// Returns the value that a message begins with (`field.Error.ErrorBody`).
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
