import CRDCatalog
import CRDGeneratorCore
import CRDRuntime

/// Compares which nested types of resources are the same type.
///
/// Two types that become one can't have the same extensions. If one type becomes two, a value of one
/// resource can no longer be passed to the other.
struct SharedTypeComparison {
    /// Names of a resource that are, or no longer are, the types of another resource.
    struct Change {
        /// The resource in its new state.
        let entry: ResourceCatalog.Entry
        /// The other resource, in code.
        let other: String
        /// The names of the types in the resource, sorted.
        let names: [String]
        /// Whether the types became one, rather than two.
        let isMerged: Bool
    }

    /// The changes, in the order of the new entries.
    private(set) var changes: [Change] = []

    /// A nested type that both catalogs have.
    private struct Member {
        let entry: ResourceCatalog.Entry
        let name: String
        /// The full names of the declarations.
        let old: String
        let new: String
    }

    /// Compares entries of the same versions in both catalogs.
    init(_ pairs: [(old: ResourceCatalog.Entry, new: ResourceCatalog.Entry)]) {
        let members = pairs.flatMap { old, new in
            let before = Self.declarations(of: old)
            return Self.declarations(of: new).sorted { $0.key < $1.key }
                .compactMap { name, declaration in
                    before[name].map { Member(entry: new, name: name, old: $0, new: declaration) }
                }
        }
        addChanges(members, from: \.old, to: \.new, isMerged: true)
        addChanges(members, from: \.new, to: \.old, isMerged: false)
    }

    /// Adds the types of different resources that have one declaration by `to`, but not by `from`.
    private mutating func addChanges(
        _ members: [Member],
        from: KeyPath<Member, String>,
        to: KeyPath<Member, String>,
        isMerged: Bool
    ) {
        var firsts: [String: Member] = [:]
        var names: [[String]: (entry: ResourceCatalog.Entry, names: [String])] = [:]
        for member in members {
            guard let first = firsts[member[keyPath: to]] else {
                firsts[member[keyPath: to]] = member
                continue
            }
            let (type, other) = (member.entry.type.qualifiedName, first.entry.type.qualifiedName)
            guard type != other, first[keyPath: from] != member[keyPath: from] else { continue }
            let key = [type, other, first.entry.swiftName]
            names[key, default: (member.entry, [])].names.append(member.name)
        }
        for (key, value) in names.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            changes.append(
                Change(
                    entry: value.entry,
                    other: key[2],
                    names: value.names,
                    isMerged: isMerged
                )
            )
        }
    }

    /// Returns the full names of the declarations of all nested types, by their names.
    private static func declarations(of entry: ResourceCatalog.Entry) -> [String: String] {
        var declarations: [String: String] = [:]
        for name in entry.type.nestedTypes.map(\.name) {
            declarations[name] =
                entry.sharedTypes[name] ?? "\(entry.type.qualifiedName).\(name)"
        }
        return declarations
    }
}
