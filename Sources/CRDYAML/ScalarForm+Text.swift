extension ScalarForm {
    /// The text of a string in this form, which is one of a single line.
    func line(_ text: String) -> String {
        switch self {
        case .plain: text
        case .singleQuoted: Self.singleQuoted(text)
        case .doubleQuoted: Self.doubleQuoted(text)
        case .literal: preconditionFailure("a literal block has more than one line")
        }
    }

    /// The line that begins the literal block of `text`: `|`, `|-`, `|2+`.
    ///
    /// The sign says what becomes of the line breaks at the end: `-` for none, `+` for several.
    static func literalHeader(of text: String, isIndicated: Bool) -> String {
        let breaks = text.utf8.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
        let chomping =
            switch breaks {
            case 0: "-"
            case 1: ""
            default: "+"
            }
        return "|" + (isIndicated ? "2" : "") + chomping
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
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\0": quoted += "\\0"
            case "\t": quoted += "\\t"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\u{01}"..<" ", "\u{7F}"..."\u{9F}": quoted += "\\x" + hexadecimal(scalar, 2)
            case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                quoted += "\\u" + hexadecimal(scalar, 4)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar, _ width: Int) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
