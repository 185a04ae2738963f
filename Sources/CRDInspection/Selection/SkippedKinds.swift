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

    /// Creates an empty list.
    package init() { entries = [] }

    /// Parses names: `Kind`, `Kind.group`, `version/Kind` for the core group, or
    /// `group/version/Kind`; `nil` if a name has another form.
    ///
    /// - Parameter names: The names.
    package init?(_ names: [String]) {
        var entries: [Entry] = []
        for name in names {
            guard let entry = Self.entry(name) else { return nil }
            entries.append(entry)
        }
        self.entries = entries
    }

    private static func entry(_ name: String) -> Entry? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, last.first?.isUppercase == true else { return nil }
        switch parts.count {
        case 1:
            let words = last.split(separator: ".", maxSplits: 1).map(String.init)
            return Entry(kind: words[0], group: words.count > 1 ? words[1] : nil)
        case 2 where parts[0].wholeMatch(of: /v[0-9]+([a-z]+[0-9]+)?/) != nil:
            return Entry(kind: last, group: "", version: parts[0])
        case 3: return Entry(kind: last, group: parts[0], version: parts[1])
        default: return nil
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
