extension Node {
    /// Whether this is a scalar that means `null`.
    package var isNull: Bool {
        guard case .scalar = kind else { return false }
        // Nearly every text is longer than 'null', so it needs no look-up.
        if case .none = tag, text.utf8.count > PlainWords.longestNull { return false }
        guard case .null = try? resolved() else { return false }
        return true
    }

    /// The description of the node in messages: `a mapping`, `the string "two"`, `the number 3`.
    ///
    /// Long text is truncated, and control characters are escaped, so that a message is one line.
    package var found: String {
        switch kind {
        case .sequence: return "a sequence"
        case .mapping: return "a mapping"
        case .scalar:
            switch try? resolved() {
            case .null: return "null"
            case .boolean: return "the Boolean \(text)"
            case .integer, .unsigned, .float: return "the number \(text)"
            case .notFinite: return "'\(text)'"
            case .string, nil: return "the string \"\(text.excerpt)\""
            }
        }
    }
}

extension String {
    /// The text on one line, with control characters escaped, truncated after 60 scalars.
    package var excerpt: String {
        var excerpt = ""
        var length = 0
        for scalar in unicodeScalars {
            if length == 60 { return excerpt + "…" }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                excerpt += scalar.escaped(asASCII: true)
            default:
                excerpt.unicodeScalars.append(scalar)
            }
            length += 1
        }
        return excerpt
    }
}
