/// The names of a CRD, found without reading its file as YAML.
package struct ScannedDefinition: Equatable, Sendable {
    /// The API group.
    package let group: String
    /// The kind.
    package let kind: String
    /// The kind of lists.
    package let listKind: String
    /// The plural name.
    package let plural: String
    /// The singular name.
    package let singular: String
    /// The short names.
    package let shortNames: [String]

    /// Returns whether `kubectl` accepts a name, in upper or lower case, for the kind.
    func isNamed(_ name: String) -> Bool {
        ([kind, plural, singular] + shortNames).contains { $0.lowercased() == name.lowercased() }
    }
}
