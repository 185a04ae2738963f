/// The text of a CEL expression.
struct ExpressionText {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    /// Whether a variable is used outside of strings and comments.
    func names(_ variable: String) -> Bool {
        var reader = self
        var isMember = false
        while let scalar = reader.rest.first {
            if scalar == "\"" || scalar == "'" {
                reader.skipString(isRaw: false)
                isMember = false
            } else if scalar.isWordStart {
                let word = reader.takeWord()
                let isPrefix = word.count <= 2 && word.allSatisfy { "rRbB".contains($0) }
                if isPrefix, let quote = reader.rest.first, quote == "\"" || quote == "'" {
                    reader.skipString(isRaw: word.lowercased().contains("r"))
                } else if word == variable, !isMember {
                    return true
                }
                isMember = false
            } else if reader.rest.starts(with: "//".unicodeScalars) {
                reader.rest = reader.rest.drop { $0 != "\n" }
            } else {
                if !scalar.properties.isWhitespace { isMember = scalar == "." }
                reader.rest.removeFirst()
            }
        }
        return false
    }

    private mutating func takeWord() -> String {
        let word = rest.prefix { $0.isWordStart || "0"..."9" ~= $0 }
        rest = rest[word.endIndex...]
        return String(word)
    }

    /// Skips a string in one or three quotes.
    private mutating func skipString(isRaw: Bool) {
        guard let quote = rest.first else { return }
        var end: [Unicode.Scalar] = [quote]
        if rest.starts(with: [quote, quote, quote]) { end = [quote, quote, quote] }
        rest = rest.dropFirst(end.count)
        while let scalar = rest.first, !rest.starts(with: end) {
            rest = rest.dropFirst(scalar == "\\" && !isRaw ? 2 : 1)
        }
        rest = rest.dropFirst(end.count)
    }
}

extension Unicode.Scalar {
    fileprivate var isWordStart: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "_": true
        default: false
        }
    }
}
