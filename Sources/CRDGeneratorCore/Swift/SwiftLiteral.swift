import CRDYAML

/// Text as a Swift string literal that holds exactly that text.
package enum SwiftLiteral {
    /// A literal with escapes: `a"b` gives `"a\"b"`.
    ///
    /// For text from a CRD: quotes, backslashes, control characters and line separators cannot end
    /// the literal or begin an interpolation.
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

    /// Whether each byte stands for itself in a literal, whatever surrounds it.
    private static func isOrdinary(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        // Indexes and plain numbers, as `allSatisfy` and `UInt8(ascii:)` are slow in a debug build:
        // 0x22 is the quote, 0x5C the backslash.
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { return false }
            position += 1
        }
        return true
    }

    /// A literal without escapes, for long text on one line: `a"b` gives `#"a"b"#`.
    ///
    /// - Precondition: The text has no line feed, no carriage return and no `#`, which could end
    ///   the literal or begin an interpolation.
    package static func raw(_ text: String) -> String {
        "#\"" + text + "\"#"
    }
}
