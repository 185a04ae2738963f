/// The names of properties in expressions.
public enum FieldName {
    private static let keywords: Set<String> = ["true", "false", "null", "in"]
    private static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
        "loop", "package", "namespace", "return", "var", "void", "while",
    ]
    private static let escapes: [(name: String, text: String)] = [
        ("underscores", "__"), ("dot", "."), ("dash", "-"), ("slash", "/"),
    ]

    static func isReserved(_ name: String) -> Bool { reserved.contains(name) }

    /// Returns whether a text can be the name of a variable.
    package static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, !first.isDigit else { return false }
        return text.utf8.allSatisfy(\.isIdentifierPart)
            && !keywords.contains(text) && !reserved.contains(text)
    }

    /// Returns the name of a property in expressions, such as `a__dash__b` for `a-b`.
    ///
    /// - Returns: `nil` if expressions can't select the property.
    public static func escape(_ property: String) -> String? {
        guard let first = property.utf8.first, !first.isDigit else { return nil }
        if keywords.contains(property) || reserved.contains(property) { return "__\(property)__" }
        let bytes = Array(property.utf8)
        var result = ""
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x5F where index + 1 < bytes.count && bytes[index + 1] == 0x5F:
                result += "__underscores__"
                index += 1
            case 0x2E: result += "__dot__"
            case 0x2D: result += "__dash__"
            case 0x2F: result += "__slash__"
            case let byte where byte.isIdentifierPart:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: return nil
            }
            index += 1
        }
        return result
    }

    /// Returns the property for a name in expressions.
    ///
    /// - Returns: `nil` if the name has an escape sequence that doesn't exist.
    public static func unescape(_ name: String) -> String? {
        let bytes = Array(name.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let (word, end) = sequence(bytes, at: index) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            if let escape = escapes.first(where: { $0.name == word }) {
                result += Array(escape.text.utf8)
            } else if index == 0, end == bytes.count,
                keywords.contains(word) || reserved.contains(word)
            {
                return word
            } else {
                return nil
            }
            index = end
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns the word of an escape sequence, such as `dot` for `__dot__`, and the index after it.
    private static func sequence(_ bytes: [UInt8], at start: Int) -> (String, Int)? {
        guard start + 4 < bytes.count, bytes[start] == 0x5F, bytes[start + 1] == 0x5F else {
            return nil
        }
        var end = start + 2
        while end < bytes.count, bytes[end] != 0x5F { end += 1 }
        guard end > start + 2, end + 1 < bytes.count, bytes[end + 1] == 0x5F else { return nil }
        return (String(decoding: bytes[(start + 2)..<end], as: UTF8.self), end + 2)
    }
}
