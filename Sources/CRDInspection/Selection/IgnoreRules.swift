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
        var isNegated: Bool
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

    /// Returns for each file whether it is left out, or a folder that contains it.
    ///
    /// - Parameter paths: The paths relative to the root, with `/`.
    /// - Returns: Whether the last rule that matches leaves the file out, in the order of the paths.
    package func ignored(_ paths: [String]) -> [Bool] {
        var folders: [Substring: Bool] = [:]
        return paths.map { ignores($0[...], isFolder: false, &folders) }
    }

    private func ignores(
        _ path: Substring,
        isFolder: Bool,
        _ folders: inout [Substring: Bool]
    ) -> Bool {
        if let slash = path.lastIndex(of: "/") {
            let folder = path[..<slash]
            let isIgnored = folders[folder] ?? ignores(folder, isFolder: true, &folders)
            folders[folder] = isIgnored
            if isIgnored { return true }
        }
        let last = rules.last { $0.matches(String(path), isFolder: isFolder) }
        return last?.isNegated == false
    }

    /// Returns whether a rule matches one of some files, or a folder that contains it.
    ///
    /// - Parameter paths: The paths relative to the root, with `/`.
    /// - Returns: Whether any rule matches, also one that includes files again.
    package func matchAny(of paths: [String]) -> Bool {
        var all = self
        for index in all.rules.indices { all.rules[index].isNegated = false }
        return all.ignored(paths).contains(true)
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
