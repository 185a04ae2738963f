/// The kinds of objects that are not validated, as named on the command line.
package struct SkippedKinds: Sendable {
    private struct Entry: Sendable {
        let kind: String
        /// The group; `nil` for all groups.
        var group: String?
        /// The version; `nil` for all versions.
        var version: String?
    }

    private let entries: [Entry]

    /// Parses names: `Kind`, `Kind.group`, `version/Kind` for the core group, or
    /// `group/version/Kind`.
    ///
    /// - Parameter names: The names.
    package init(_ names: [String] = []) {
        entries = names.map { name in
            let parts = name.split(separator: "/").map(String.init)
            if parts.count > 1 {
                return Entry(
                    kind: parts[parts.count - 1],
                    group: parts.dropLast(2).joined(separator: "/"),
                    version: parts[parts.count - 2]
                )
            }
            let words = name.split(separator: ".", maxSplits: 1).map(String.init)
            return Entry(kind: words.first ?? name, group: words.count > 1 ? words[1] : nil)
        }
    }

    /// Returns whether an object is not validated.
    func contains(_ identity: ManifestObject.Identity) -> Bool {
        entries.contains { entry in
            entry.kind == identity.name.kind
                && entry.group ?? identity.name.group == identity.name.group
                && entry.version ?? identity.version == identity.version
        }
    }
}
