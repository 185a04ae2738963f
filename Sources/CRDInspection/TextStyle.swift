/// How texts for people are set off.
package enum TextStyle: Sendable {
    /// Not at all, for files and pipes.
    case plain
    /// By the colours of a terminal (SGR sequences of ECMA-48).
    case terminal

    /// A heading.
    package func heading(_ text: String) -> String { wrapped(text, "1") }

    /// What is good news, or was added.
    package func good(_ text: String) -> String { wrapped(text, "32") }

    /// What is wrong, or breaks something.
    package func bad(_ text: String) -> String { wrapped(text, "31;1") }

    /// What wants attention.
    package func notable(_ text: String) -> String { wrapped(text, "33") }

    /// What is questionable, as compilers set it off.
    package func warning(_ text: String) -> String { wrapped(text, "35;1") }

    /// What is worth knowing.
    package func note(_ text: String) -> String { wrapped(text, "36;1") }

    /// What matters less than the text around it.
    package func faint(_ text: String) -> String { wrapped(text, "2") }

    private func wrapped(_ text: String, _ code: String) -> String {
        switch self {
        case .plain: text
        case .terminal: text.isEmpty ? "" : "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }
}
