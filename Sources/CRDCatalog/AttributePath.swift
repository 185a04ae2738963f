package import CRDYAML

/// A path on the command line: a kind, and the path of one of its fields.
///
///     TrainingJob.spec.resource_config
///     trainingjobs.spec.resourceConfig
///     example.com/v1/Widget.spec.rules[].host
///     Widget.spec["a key.with dots"]
package struct AttributePath: Equatable, Sendable {
    /// The text before the last `/`: group and version, or one of them; `nil` if there is no `/`.
    package private(set) var apiVersion: String?
    /// The kind, or another name of it.
    package private(set) var kind: String
    /// The names or keys, beginning at the root; steps into lists and maps (`[]`, `[0]`, `*`) are
    /// left out.
    package private(set) var steps: [String]

    /// Parses a path.
    ///
    /// - Throws: `Diagnostic` for an unclosed bracket, or if there is no kind.
    package init(_ text: String) throws(Diagnostic) {
        // Keys in brackets may have slashes too.
        let end = text.firstIndex(of: "[") ?? text.endIndex
        let slash = text[..<end].lastIndex(of: "/")
        apiVersion = slash.map { String(text[..<$0]) }
        let words = try PathStep.all(in: slash.map { text[text.index(after: $0)...] } ?? text[...])
            .compactMap(\.name)
        kind = words.first ?? ""
        steps = words.dropFirst().filter { $0 != "*" }
        if kind.isEmpty {
            throw Diagnostic(
                .error,
                "'\(text)' has no kind, expected a path such as 'Widget.spec'",
                file: nil
            )
        }
    }

    /// Removes steps that belong to the name of the kind.
    mutating func removeFirstSteps(_ count: Int) {
        steps.removeFirst(count)
    }
}
