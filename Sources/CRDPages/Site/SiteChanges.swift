/// The changes of a kind between two of its versions.
package struct SiteChanges: Sendable {
    /// A change.
    package struct Change: Sendable {
        /// The keys of the attribute, without steps into lists and maps; empty for the whole kind.
        let keys: [String]
        /// The path of the attribute in manifests.
        let path: String
        /// The description of the change, as text.
        let message: String
        /// The id of the attribute on the page of the newer version; `nil` if it has none.
        fileprivate(set) var id: String?

        /// Creates a change.
        ///
        /// - Parameters:
        ///   - keys: The keys of the attribute, without steps into lists and maps; empty for the
        ///     whole kind.
        ///   - path: The path of the attribute in manifests.
        ///   - message: The description of the change.
        package init(keys: [String], path: String, message: String) {
            self.keys = keys
            self.path = path
            self.message = message
        }
    }

    /// The mark of an attribute.
    enum Mark: String {
        case changed
    }

    /// The older version.
    let version: String
    /// The changes in the order of their paths.
    private(set) var changes: [Change]
    /// Keys → the positions of the changes.
    private let positions: [[String]: [Int]]

    /// Creates the changes since an older version.
    package init(since version: String, _ changes: [Change]) {
        self.version = version
        self.changes = changes
        positions = Dictionary(grouping: changes.indices) { changes[$0].keys }
    }

    /// Sets the id of an attribute in its changes.
    ///
    /// - Returns: The mark of the attribute; `nil` if it has no changes.
    mutating func markID(_ id: String, at keys: [String]) -> Mark? {
        if changes.isEmpty { return nil }
        guard let found = positions[keys] else { return nil }
        for position in found { changes[position].id = id }
        return .changed
    }
}
