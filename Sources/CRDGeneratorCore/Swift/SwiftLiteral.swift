/// Text as a Swift string literal that holds exactly that text.
enum SwiftLiteral {
    /// A literal with escapes: `a"b` gives `"a\"b"`.
    ///
    /// For text from a CRD: quotes, backslashes, control characters and line separators cannot end
    /// the literal or begin an interpolation.
    static func string(_ text: String) -> String {
        if Array(text.utf8).allSatisfy(isOrdinary) { return "\"" + text + "\"" }
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case "\0"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// Whether a byte stands for itself in a literal, whatever surrounds it.
    private static func isOrdinary(_ byte: UInt8) -> Bool {
        0x20 <= byte && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// A literal without escapes, for long text on one line: `a"b` gives `#"a"b"#`.
    ///
    /// - Precondition: The text has no line feed, no carriage return and no `#`, which could end
    ///   the literal or begin an interpolation.
    static func raw(_ text: String) -> String {
        "#\"" + text + "\"#"
    }
}
