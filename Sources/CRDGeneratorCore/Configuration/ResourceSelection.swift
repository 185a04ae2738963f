import CRDSchema
import CRDYAML

/// Which versions of which kinds become types: those that an entry of `include` names, if there is
/// any, and no entry of `exclude`.
package struct ResourceSelection: Equatable, Sendable {
    /// Resources by group, version and kind.
    package struct Entry: Equatable, Sendable {
        /// Groups, any of which will do; if there is none, all do.
        var groups: [NamePattern] = []
        /// Versions, likewise.
        var versions: [NamePattern] = []
        /// Kinds, likewise.
        var kinds: [NamePattern] = []
        /// Where the entry stands.
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

    /// Whether a version of a kind becomes a type.
    func contains(group: String, version: String, kind: String) -> Bool {
        if included.isEmpty, excluded.isEmpty { return true }
        func isIn(_ entries: [Entry]) -> Bool {
            entries.contains { $0.contains(group: group, version: version, kind: kind) }
        }
        return (included.isEmpty || isIn(included)) && !isIn(excluded)
    }

    /// Where the entries stand that name a version of a kind.
    func positions(group: String, version: String, kind: String) -> Set<SourcePosition> {
        let entries = (included + excluded).filter {
            $0.contains(group: group, version: version, kind: kind)
        }
        return Set(entries.map(\.position))
    }
}

extension Configuration {
    /// Whether a version of a CRD becomes a type.
    func selects(_ version: CustomResourceDefinition.Version) -> Bool {
        selection.contains(
            group: version.definition.group,
            version: version.name,
            kind: version.definition.names.kind
        )
    }
}

/// A name in which `*` stands for any characters: `*.example.com`.
package struct NamePattern: Equatable, Sendable {
    /// What stands between the `*`.
    private let parts: [[UInt8]]

    init(_ text: String) {
        parts = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            .map(Array.init)
    }

    /// Whether the pattern is a whole name.
    func matches(_ name: String) -> Bool {
        let name = Array(name.utf8)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return parts.first == name
        }
        guard name.count >= first.count + last.count, name.starts(with: first),
            name.reversed().starts(with: last.reversed())
        else { return false }
        var rest = name[first.count..<(name.count - last.count)]
        // The first place will do, as whatever follows may stand behind any other place too.
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let start = rest.indices.first(where: { rest[$0...].starts(with: part) }) else {
                return false
            }
            rest = rest[(start + part.count)...]
        }
        return true
    }
}
