import CRDDefinitionValidity
import CRDValues
package import CRDYAML

/// The kinds of objects that are not validated, as named on the command line.
package struct SkippedKinds: Sendable {
    private struct Entry: Sendable {
        let kind: String
        /// The group; `nil` for all groups.
        var group: String?
        /// The version; `nil` for all versions.
        var version: String?
        /// The name on the command line.
        var name = ""

        func contains(_ identity: ManifestObject.Identity) -> Bool {
            kind == identity.name.kind
                && group ?? identity.name.group == identity.name.group
                && version ?? identity.version == identity.version
        }
    }

    private let entries: [Entry]

    /// Creates an empty list.
    package init() { entries = [] }

    /// Parses names: `Kind`, `Kind.group`, `Kind.version.group` as for `kubectl`, `version/Kind` for
    /// the core group, or `group/version/Kind`; `nil` if a name has another form.
    ///
    /// - Parameter names: The names.
    package init?(_ names: [String]) {
        var entries: [Entry] = []
        for name in names {
            guard var entry = Self.entry(name) else { return nil }
            entry.name = name
            entries.append(entry)
        }
        self.entries = entries
    }

    private static func entry(_ name: String) -> Entry? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, last.first?.isUppercase == true else { return nil }
        switch parts.count {
        case 1: return entry(words: last)
        case 2 where isVersion(parts[0]):
            return Entry(kind: last, group: "", version: parts[0])
        case 3: return Entry(kind: last, group: parts[0], version: parts[1])
        default: return nil
        }
    }

    /// Parses `Kind`, `Kind.group`, or `Kind.version.group`, whose group can be empty.
    private static func entry(words: String) -> Entry {
        let words = words.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
            .map(String.init)
        if words.count > 2, isVersion(words[1]) {
            return Entry(kind: words[0], group: words[2], version: words[1])
        }
        let group = words.dropFirst().joined(separator: ".")
        return Entry(kind: words[0], group: words.count > 1 ? group : nil)
    }

    private static func isVersion(_ word: String) -> Bool {
        word.wholeMatch(of: /v[0-9]+([a-z]+[0-9]+)?/) != nil
    }

    /// Returns whether an object is not validated.
    package func contains(_ identity: ManifestObject.Identity) -> Bool {
        entries.contains { $0.contains(identity) }
    }

    /// Returns a note for each name that matches no object.
    ///
    /// - Parameter objects: The kinds of all objects.
    /// - Returns: The notes, in the order of the names.
    package func notes(about objects: [ManifestObject.Identity]) -> [Diagnostic] {
        entries.filter { entry in !objects.contains(where: entry.contains) }.map { entry in
            let ofKind = objects.filter { $0.name.kind == entry.kind }
            let names = Set(
                ofKind.isEmpty
                    ? objects.map(\.name.kind) : ofKind.map { "\($0.apiVersion)/\(entry.kind)" }
            ).sorted()
            let question =
                ofKind.isEmpty
                ? NearestName.question(entry.kind, among: names)
                : ", did you mean '\(names[0])'?"
            return Diagnostic(
                .note,
                "'--skip \(entry.name)' matches no object\(question)",
                file: nil
            )
        }
    }
}
