import CRDYAML

/// Text in XML 1.0.
enum XMLText {
    /// Returns a text as the value of an attribute, with its quotes.
    static func attribute(_ text: String) -> String {
        "\"\(escaped(text) { $0 == "\t" || $0 == "\n" })\""
    }

    /// Returns a text as the content of an element.
    static func content(_ text: String) -> String {
        escaped(text) { _ in false }
    }

    /// Returns a text with references instead of markup, and `\u{…}` instead of the characters that
    /// XML does not have, not even as references.
    private static func escaped(
        _ text: String,
        reference needsReference: (Unicode.Scalar) -> Bool
    ) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // A reader replaces a line feed for it.
            case "\r": escaped += "&#13;"
            case _ where needsReference(scalar): escaped += "&#\(scalar.value);"
            case _ where !isCharacter(scalar):
                escaped += "\\u{\(scalar.hexadecimal(digits: 1, uppercase: true))}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whether a scalar can occur in XML 1.0 (production `Char`).
    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
