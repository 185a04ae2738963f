package import CRDYAML

/// A step of a path on the command line, such as `spec.ports[0]` or `spec["a key.with dots"]`.
package enum PathStep {
    /// A name, or a key in quotes and brackets.
    case name(String)
    /// The text in brackets without quotes: an index, `*`, or nothing.
    case element(String)

    /// The name or the key; `nil` for an element.
    var name: String? {
        if case .name(let name) = self { return name }
        return nil
    }

    /// Parses a path.
    ///
    /// - Throws: `Diagnostic` for an unclosed bracket.
    package static func all(in text: Substring) throws(Diagnostic) -> [PathStep] {
        var steps: [PathStep] = []
        var word = ""
        var rest = text
        func endWord() {
            if !word.isEmpty { steps.append(.name(word)) }
            word = ""
        }
        while let character = rest.popFirst() {
            switch character {
            case ".": endWord()
            case "[":
                endWord()
                steps.append(try bracketed(&rest, in: text))
            default: word.append(character)
            }
        }
        endWord()
        return steps
    }

    private static func bracketed(
        _ rest: inout Substring,
        in text: Substring
    ) throws(Diagnostic) -> PathStep {
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            guard let end = rest.firstIndex(of: "]") else {
                throw Diagnostic(
                    .error,
                    "'\(text)' has '[' without ']', expected a closing ']'",
                    file: nil
                )
            }
            let element = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            return .element(element)
        }
        rest.removeFirst()
        guard let end = rest.firstIndex(of: quote), rest[end...].dropFirst().first == "]" else {
            throw Diagnostic(
                .error,
                "'\(text)' has '[\(quote)' without '\(quote)]', expected a closing '\(quote)]'",
                file: nil
            )
        }
        let key = String(rest[..<end])
        rest = rest[end...].dropFirst(2)
        return .name(key)
    }
}
