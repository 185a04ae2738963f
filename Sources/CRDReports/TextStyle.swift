/// The style of texts in the output.
package enum TextStyle: Sendable {
    /// Plain text, for files and pipes.
    case plain
    /// The colors of a terminal (SGR sequences of ECMA-48).
    case terminal

    /// Returns a text in the style of headings.
    package func heading(_ text: String) -> String { wrapped(text, "1") }

    /// Returns a text in the style of success and of additions.
    package func good(_ text: String) -> String { wrapped(text, "32") }

    /// Returns a text in the style of errors and of breaking changes.
    package func bad(_ text: String) -> String { wrapped(text, "31;1") }

    /// Returns a text in the style of types and other emphasis.
    package func notable(_ text: String) -> String { wrapped(text, "33") }

    /// Returns a text in the style of warnings.
    package func warning(_ text: String) -> String { wrapped(text, "35;1") }

    /// Returns a text in the style of notes.
    package func note(_ text: String) -> String { wrapped(text, "36;1") }

    /// Returns a text in the style of secondary text.
    package func faint(_ text: String) -> String { wrapped(text, "2") }

    private func wrapped(_ text: String, _ code: String) -> String {
        switch self {
        case .plain: text
        case .terminal: text.isEmpty ? "" : "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }
}
