import CRDValues
import CRDYAML

/// The versions of kinds for which types are generated: those that match an entry of `include`, or
/// all if there is none, and that match no entry of `exclude`.
package struct ResourceSelection: Sendable {
    /// Resources by group, version and kind.
    package struct Entry: Sendable {
        /// The groups; a resource matches if it has one of them, or if the list is empty.
        var groups: [NamePattern] = []
        /// The versions, with the same rule.
        var versions: [NamePattern] = []
        /// The kinds, with the same rule.
        var kinds: [NamePattern] = []
        /// The source location of the entry.
        let position: SourcePosition

        func contains(group: String, version: String, kind: String) -> Bool {
            Self.matches(group, groups) && Self.matches(version, versions)
                && Self.matches(kind, kinds)
        }

        private static func matches(_ text: String, _ patterns: [NamePattern]) -> Bool {
            patterns.isEmpty || patterns.contains { $0.matches(text) }
        }
    }

    var included: [Entry] = []
    var excluded: [Entry] = []

    /// Whether a type is generated for a version of a kind.
    func contains(group: String, version: String, kind: String) -> Bool {
        if included.isEmpty, excluded.isEmpty { return true }
        func isIn(_ entries: [Entry]) -> Bool {
            entries.contains { $0.contains(group: group, version: version, kind: kind) }
        }
        return (included.isEmpty || isIn(included)) && !isIn(excluded)
    }

    /// Returns the source locations of the entries that match a version of a kind.
    func positions(group: String, version: String, kind: String) -> Set<SourcePosition> {
        let entries = (included + excluded).filter {
            $0.contains(group: group, version: version, kind: kind)
        }
        return Set(entries.map(\.position))
    }
}

extension Configuration {
    /// Whether a type is generated for a version of a CRD.
    func selects(_ version: CustomResourceDefinition.Version) -> Bool {
        selection.contains(
            group: version.definition.group,
            version: version.name,
            kind: version.definition.names.kind
        )
    }
}

/// A name in which `*` matches any characters: `*.example.com`.
package struct NamePattern: Sendable {
    /// The parts between the `*`.
    private let parts: [[UInt8]]

    init(_ text: String) {
        parts = text.parts(separatedBy: "*").map { Array($0.utf8) }
    }

    /// Whether the pattern matches a whole name.
    func matches(_ name: String) -> Bool {
        let name = Array(name.utf8)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return parts.first == name
        }
        guard name.count >= first.count + last.count, name.starts(with: first),
            name.reversed().starts(with: last.reversed())
        else { return false }
        var rest = name[first.count..<(name.count - last.count)]
        // The first match is sufficient, as the following parts can also come after any later
        // match.
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let start = rest.indices.first(where: { rest[$0...].starts(with: part) }) else {
                return false
            }
            rest = rest[(start + part.count)...]
        }
        return true
    }
}
