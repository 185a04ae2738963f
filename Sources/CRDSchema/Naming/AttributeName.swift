import CRDYAML

/// Makes names of attributes of the keys in a manifest.
///
/// It is part of the runtime, since messages can name attributes as Swift does.
package enum AttributeName {
    /// The name of a key where nothing else has it: snake_case, and always an identifier.
    ///
    /// `s3OutputPath` gives `s3_output_path`, `two words` gives `two_words`, `7zip` gives `_7zip`.
    package static func usual(_ key: String) -> String {
        identifier(SnakeCase.attribute(key))
    }

    /// The name of a key in a style where nothing else has it; always an identifier.
    package static func usual(_ key: String, _ naming: AttributeNaming) -> String {
        switch naming {
        case .snakeCase: usual(key)
        case .camelCase: identifier(CamelCase.name(key))
        }
    }

    /// Replaces each run of bytes that no identifier has by `_`, and keeps a digit from the front.
    ///
    /// ASCII only: identifiers that look alike in other scripts would be a trap for readers.
    package static func identifier(_ text: String) -> String {
        let input = Array(text.utf8)
        if isIdentifier(input) { return text }
        var bytes: [UInt8] = []
        var isReplacing = false
        for byte in input {
            let isAllowed =
                byte.isLowercase || byte.isUppercase || byte.isDigit || byte == UInt8(ascii: "_")
            if isAllowed {
                bytes.append(byte)
            } else if !isReplacing {
                bytes.append(UInt8(ascii: "_"))
            }
            isReplacing = !isAllowed
        }
        if bytes.isEmpty || bytes.allSatisfy({ $0 == UInt8(ascii: "_") }) {
            // '_' alone is a pattern in Swift, not a name.
            return "empty" + String(decoding: bytes, as: UTF8.self)
        }
        if bytes[0].isDigit { bytes.insert(UInt8(ascii: "_"), at: 0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a text is an identifier already, beginning with a letter.
    private static func isIdentifier(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 0, bytes[0].isLowercase || bytes[0].isUppercase else { return false }
        // A loop over indexes, as `allSatisfy` is slow in a debug build; 0x5F is `_`.
        var position = 1
        while position < bytes.count {
            let byte = bytes[position]
            guard byte.isLowercase || byte.isUppercase || byte.isDigit || byte == 0x5F else {
                return false
            }
            position += 1
        }
        return true
    }
}
