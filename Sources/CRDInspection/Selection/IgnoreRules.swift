/// The patterns of files that are left out, in the syntax and with the meaning of `.gitignore`.
package struct IgnoreRules: Sendable {
    /// A pattern.
    fileprivate struct Rule: Sendable {
        let pattern: GlobPattern
        /// The folder that the pattern is relative to; empty for the root.
        let base: String
        /// Whether the pattern is matched with the whole path, not only with the name.
        let isAnchored: Bool
        let isOnlyForFolders: Bool
        let isNegated: Bool
    }

    private var rules: [Rule] = []

    /// Creates a list without patterns.
    package init() {}

    /// Adds the patterns of a text, one in each line; later ones count before earlier ones.
    ///
    /// - Parameters:
    ///   - text: The content of a `.gitignore`, with comments and blank lines.
    ///   - base: The folder that the patterns are relative to, such as `a/b`; empty for the root.
    package mutating func add(_ text: String, in base: String = "") {
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            addLine(line, base)
        }
    }

    private mutating func addLine(_ line: Substring, _ base: String) {
        var text = line
        while text.last == " ", !text.dropLast().hasSuffix("\\") { text.removeLast() }
        if text.isEmpty || text.first == "#" { return }
        let isNegated = text.first == "!"
        if isNegated { text.removeFirst() }
        let isOnlyForFolders = text.last == "/"
        if isOnlyForFolders { text.removeLast() }
        let isAnchored = text.contains("/")
        if text.first == "/" { text.removeFirst() }
        guard !text.isEmpty, let pattern = GlobPattern(text) else { return }
        rules.append(
            Rule(
                pattern: pattern,
                base: base,
                isAnchored: isAnchored,
                isOnlyForFolders: isOnlyForFolders,
                isNegated: isNegated
            )
        )
    }

    /// Returns whether a file is left out, or a folder that contains it.
    ///
    /// - Parameter path: The path relative to the root, with `/`.
    /// - Returns: Whether the last matching rule leaves it out.
    package func ignores(_ path: String) -> Bool {
        let components = path.split(separator: "/")
        return components.indices.contains { index in
            let path = components[...index].joined(separator: "/")
            let isFolder = index < components.count - 1
            let last = rules.last { $0.matches(path, isFolder: isFolder) }
            return last?.isNegated == false
        }
    }
}

extension IgnoreRules.Rule {
    fileprivate func matches(_ path: String, isFolder: Bool) -> Bool {
        if isOnlyForFolders, !isFolder { return false }
        var path = path[...]
        if !base.isEmpty {
            guard path.hasPrefix(base + "/") else { return false }
            path = path.dropFirst(base.count + 1)
        }
        if isAnchored { return pattern.matches(String(path)) }
        return pattern.matches(String(path.split(separator: "/").last ?? path))
    }
}
