extension ScalarForm {
    /// Returns a string in this form, which must be a form of a single line.
    package func line(_ text: String) -> String {
        switch self {
        case .plain: text
        case .singleQuoted: Self.singleQuoted(text)
        case .doubleQuoted: Self.doubleQuoted(text)
        case .literal: preconditionFailure("a literal block has more than one line")
        }
    }

    /// Returns the first line of the literal block of `text`: `|`, `|-`, `|2+`.
    ///
    /// The sign determines the line breaks at the end: `-` for none, `+` for several.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - indicator: The number of columns of indentation; `nil` if readers can detect it.
    /// - Returns: The line.
    static func literalHeader(of text: String, indicator: Int?) -> String {
        let breaks = text.utf8.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
        let chomping =
            switch breaks {
            case 0: "-"
            case 1: ""
            default: "+"
            }
        return "|" + (indicator.map(String.init) ?? "") + chomping
    }

    private static func singleQuoted(_ text: String) -> String {
        var quoted = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { quoted += "'" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "'"
    }

    private static func doubleQuoted(_ text: String) -> String {
        text.doubleQuoted { scalar in
            switch scalar {
            case "\0": "\\0"
            case "\u{01}"..<" ", "\u{7F}"..."\u{9F}":
                "\\x" + scalar.hexadecimal(digits: 2, uppercase: true)
            case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                "\\u" + scalar.hexadecimal(digits: 4, uppercase: true)
            default: nil
            }
        }
    }
}
