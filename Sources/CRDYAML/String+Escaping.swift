extension String {
    /// Returns the text in double quotes, with the escapes that Go, JSON, Swift and YAML have in
    /// common.
    ///
    /// They are `\"`, `\\`, `\n`, `\r` and `\t`.
    ///
    /// - Parameter escape: Returns the escape of any other scalar; `nil` if the scalar needs none.
    /// - Returns: The text with its quotes.
    package func doubleQuoted(escape: (Unicode.Scalar) -> String?) -> String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if let escaped = escape(scalar) {
                    quoted += escaped
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}

extension Unicode.Scalar {
    /// Returns the code point in hexadecimal digits.
    ///
    /// - Parameters:
    ///   - digits: The minimum number of digits.
    ///   - uppercase: Whether letters are uppercase.
    /// - Returns: The digits.
    package func hexadecimal(digits: Int, uppercase: Bool = false) -> String {
        let text = String(value, radix: 16, uppercase: uppercase)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
