package import CRDValues

/// The changes of a kind between two of its versions.
package struct SiteChanges: Sendable {
    /// The kinds of changes.
    package enum Kind: Sendable {
        /// The older version doesn't have the attribute.
        case added
        /// The newer version doesn't have the attribute.
        case removed
        /// Both versions have the attribute.
        case changed

        /// The word on the page of the newer version.
        var word: String {
            switch self {
            case .added: "added"
            case .removed: "removed"
            case .changed: "changed"
            }
        }
    }

    /// A change.
    package struct Change: Sendable {
        /// The kind of the change.
        let kind: Kind
        /// The keys of the attribute, without steps into lists and maps; empty for the whole kind.
        let keys: [String]
        /// The path of the attribute in manifests.
        let path: String
        /// The id of the attribute on the page of the version that has it; `nil` if it has none.
        fileprivate(set) var id: String?
        /// The description of the change, as text; empty if the kind of the change says all.
        let message: String

        /// Creates a change.
        ///
        /// - Parameters:
        ///   - kind: The kind of the change.
        ///   - keys: The keys of the attribute, without steps into lists and maps; empty for the
        ///     whole kind.
        ///   - path: The path of the attribute in manifests.
        ///   - olderID: The path of a removed attribute in Swift, without steps into lists and
        ///     maps.
        ///   - message: The description of the change; empty if the kind of the change says all.
        package init(
            _ kind: Kind,
            keys: [String],
            path: String,
            olderID: String? = nil,
            message: String
        ) {
            self.kind = kind
            self.keys = keys
            self.path = path
            id = olderID
            self.message = message
        }
    }

    /// The older version.
    let older: ResourceDefinition
    /// The changes in the order of their paths.
    private(set) var changes: [Change]
    /// Keys → the positions of the changes of attributes that the newer version has.
    private let positions: [[String]: [Int]]

    /// Creates the changes since an older version.
    package init(since older: ResourceDefinition, _ changes: [Change]) {
        self.older = older
        self.changes = changes
        let known = changes.indices.filter { changes[$0].kind != .removed }
        positions = Dictionary(grouping: known) { changes[$0].keys }
    }

    /// Sets the id of an attribute in its changes.
    ///
    /// - Returns: The kind of the changes; `nil` if the attribute has no changes.
    mutating func markID(_ id: String, at keys: [String]) -> Kind? {
        if changes.isEmpty { return nil }
        guard let found = positions[keys] else { return nil }
        for position in found { changes[position].id = id }
        return changes[found[0]].kind
    }
}
