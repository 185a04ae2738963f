package import CRDYAML

/// The path of a value in a document: `spec.containers[0].image`, `metadata.labels["a.b/c"]`,
/// `spec.containers[name=web].image`, `spec.args[+]`.
///
/// A bracket without quotes is an index in a list and a key in a map, as in the messages of the API
/// server.
package struct DocumentPath: Sendable {
    /// A step from a value to a value in it.
    package enum Step: Hashable, Sendable {
        /// The value of a key.
        case key(String)
        /// The text in brackets without quotes: an index, or a key.
        case bracket(String)
        /// The first item with a value for a key.
        case item(key: String, value: String)
        /// A new item at the end.
        case end
    }

    /// The path as it is written.
    package let text: String
    /// The steps from the root of the document.
    package let steps: [Step]

    /// Parses a path.
    ///
    /// - Throws: `Diagnostic` if it is empty or not well-formed.
    package init(_ text: String, file: String?) throws(Diagnostic) {
        self.text = text
        var parser = Parser(rest: text[...], text: text, file: file)
        steps = try parser.steps()
    }

    private struct Parser {
        var rest: Substring
        let text: String
        let file: String?

        mutating func steps() throws(Diagnostic) -> [Step] {
            var steps: [Step] = []
            while let character = rest.first {
                switch character {
                case "[":
                    rest.removeFirst()
                    steps.append(try bracket())
                case ".":
                    rest.removeFirst()
                    if steps.isEmpty { throw error("begins with '.'", "a key") }
                    if rest.first == nil || rest.first == "." {
                        throw error("has '.' without a key", "a key after each '.'")
                    }
                default:
                    steps.append(.key(word()))
                }
            }
            if steps.isEmpty { throw error("is empty", "the path of a field") }
            return steps
        }

        /// Reads a key; a backslash before a character makes it part of the key.
        private mutating func word() -> String {
            var word = ""
            while let character = rest.first, character != ".", character != "[" {
                rest.removeFirst()
                if character == "\\", let escaped = rest.popFirst() {
                    word.append(escaped)
                } else {
                    word.append(character)
                }
            }
            return word
        }

        private mutating func bracket() throws(Diagnostic) -> Step {
            if let quote = rest.first, quote == "\"" || quote == "'" {
                rest.removeFirst()
                let end = rest.indices.first {
                    rest[$0] == quote && rest[$0...].dropFirst().first == "]"
                }
                guard let end else { throw error("has '[\(quote)'", "a closing '\(quote)]'") }
                defer { rest = rest[end...].dropFirst(2) }
                return .key(String(rest[..<end]))
            }
            guard let end = rest.firstIndex(of: "]") else {
                throw error("has '[' without ']'", "a closing ']'")
            }
            let word = rest[..<end]
            rest = rest[end...].dropFirst()
            if word == "+" { return .end }
            if word.isEmpty { throw error("has '[]'", "an index, a key or '+' in brackets") }
            guard let equals = word.firstIndex(of: "=") else { return .bracket(String(word)) }
            let value = word[word.index(after: equals)...]
            return .item(key: String(word[..<equals]), value: String(value))
        }

        private func error(_ found: String, _ expected: String) -> Diagnostic {
            Diagnostic(
                .error,
                "the path '\(text.excerpt)' \(found), expected \(expected)",
                file: file
            )
        }
    }
}
