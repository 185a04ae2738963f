import CRDYAML

/// Swift string literals for any text.
package enum SwiftLiteral {
    /// Returns a literal with escapes: `a"b` gives `"a\"b"`.
    ///
    /// It is safe for text from a CRD: quotation marks, backslashes, control characters and line
    /// separators cannot end the literal or begin an interpolation.
    @inline(never)
    package static func string(_ text: String) -> String {
        if isOrdinary(text) { return "\"" + text + "\"" }
        return text.doubleQuoted { scalar in
            switch scalar {
            case "\0"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                "\\u{\(scalar.hexadecimal(digits: 1))}"
            default: nil
            }
        }
    }

    /// Whether no byte of a text needs an escape in a literal.
    private static func isOrdinary(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        // Indexes and plain numbers, because `allSatisfy` and `UInt8(ascii:)` are slow in a debug
        // build: 0x22 is the quotation mark, 0x5C the backslash.
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { return false }
            position += 1
        }
        return true
    }

    /// Returns a literal without escapes, for long text on one line: `a"b` gives `#"a"b"#`.
    ///
    /// - Precondition: The text has no line feed, no carriage return and no `#`, which could end
    ///   the literal or begin an interpolation.
    package static func raw(_ text: String) -> String {
        "#\"" + text + "\"#"
    }
}
