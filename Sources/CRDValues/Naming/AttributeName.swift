import CRDYAML

/// Creates the Swift names of fields from the keys of a manifest.
///
/// It is part of the runtime, because messages can contain the Swift names.
package enum AttributeName {
    /// Returns the name of a key if the name is free.
    ///
    /// It is in snake_case and is a valid identifier.
    ///
    /// `s3OutputPath` gives `s3_output_path`, `two words` gives `two_words`, `7zip` gives `_7zip`.
    package static func usual(_ key: String) -> String {
        identifier(SnakeCase.attribute(key))
    }

    /// Returns the name of a key in a style if the name is free.
    ///
    /// It is a valid identifier.
    package static func usual(_ key: String, _ naming: AttributeNaming) -> String {
        switch naming {
        case .snakeCase: usual(key)
        case .camelCase: identifier(CamelCase.name(key))
        }
    }

    /// Replaces each sequence of bytes that is not allowed in an identifier with `_`.
    ///
    /// If the text begins with a digit, it adds `_` before it.
    ///
    /// Only ASCII is kept, because identifiers that look alike in other scripts would confuse
    /// readers.
    package static func identifier(_ text: String) -> String {
        let input = Array(text.utf8)
        if isIdentifier(input) { return text }
        var bytes: [UInt8] = []
        var isReplacing = false
        for byte in input {
            let isAllowed = byte.isLetterOrDigit || byte == UInt8(ascii: "_")
            if isAllowed {
                bytes.append(byte)
            } else if !isReplacing {
                bytes.append(UInt8(ascii: "_"))
            }
            isReplacing = !isAllowed
        }
        if bytes.isEmpty || bytes.allSatisfy({ $0 == UInt8(ascii: "_") }) {
            // In Swift, '_' alone is a pattern and not a name.
            return "empty" + String(decoding: bytes, as: UTF8.self)
        }
        if bytes[0].isDigit { bytes.insert(UInt8(ascii: "_"), at: 0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a text is a valid identifier that begins with a letter.
    private static func isIdentifier(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 0, bytes[0].isLowercase || bytes[0].isUppercase else { return false }
        // A loop over indexes, because `allSatisfy` is slow in a debug build; 0x5F is `_`.
        var position = 1
        while position < bytes.count {
            let byte = bytes[position]
            guard byte.isLetterOrDigit || byte == 0x5F else { return false }
            position += 1
        }
        return true
    }
}
