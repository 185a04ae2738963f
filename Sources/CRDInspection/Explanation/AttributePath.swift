package import CRDYAML

/// What a person asks about: a kind with the way to one of its attributes.
///
///     TrainingJob.spec.resource_config
///     trainingjobs.spec.resourceConfig
///     example.com/v1/Widget.spec.rules[].host
///     Widget.spec["a key.with dots"]
package struct AttributePath: Equatable, Sendable {
    /// What stands before the last `/`: group and version, or one of them; `nil` where nothing does.
    package private(set) var apiVersion: String?
    /// The kind, or another name of it.
    package private(set) var kind: String
    /// Names or keys from the root on; what leads through lists and maps (`[]`, `[0]`, `*`) is left
    /// out.
    package private(set) var steps: [String]

    /// Takes a text apart.
    ///
    /// - Throws: `Diagnostic` at a bracket that nothing closes, or without a kind.
    package init(_ text: String) throws(Diagnostic) {
        // Keys in brackets may have slashes too.
        let end = text.firstIndex(of: "[") ?? text.endIndex
        let slash = text[..<end].lastIndex(of: "/")
        apiVersion = slash.map { String(text[..<$0]) }
        let words = try Self.words(slash.map { text[text.index(after: $0)...] } ?? text[...])
        kind = words.first ?? ""
        steps = words.dropFirst().filter { $0 != "*" }
        if kind.isEmpty {
            throw Diagnostic(
                .error,
                "'\(text)' names no kind, expected something like 'Widget.spec'",
                file: nil
            )
        }
    }

    /// Takes steps away that have turned out to belong to the kind.
    mutating func removeFirstSteps(_ count: Int) {
        steps.removeFirst(count)
    }

    private static func words(_ text: Substring) throws(Diagnostic) -> [String] {
        var words: [String] = []
        var word = ""
        var rest = text
        while let character = rest.popFirst() {
            switch character {
            case ".":
                if !word.isEmpty { words.append(word) }
                word = ""
            case "[":
                if !word.isEmpty { words.append(word) }
                word = ""
                if let key = try bracketed(&rest, in: text) { words.append(key) }
            default:
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// The key between brackets; `nil` for what stands for any element.
    private static func bracketed(
        _ rest: inout Substring,
        in text: Substring
    ) throws(Diagnostic) -> String? {
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            guard let end = rest.firstIndex(of: "]") else {
                throw Diagnostic(.error, "'\(text)' has a '[' without ']'", file: nil)
            }
            rest = rest[rest.index(after: end)...]
            return nil
        }
        rest.removeFirst()
        guard let end = rest.firstIndex(of: quote), rest[end...].dropFirst().first == "]" else {
            throw Diagnostic(.error, "'\(text)' has a '[\(quote)' without '\(quote)]'", file: nil)
        }
        let key = String(rest[..<end])
        rest = rest[end...].dropFirst(2)
        return key
    }
}
