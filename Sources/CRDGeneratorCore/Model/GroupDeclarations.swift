import CRDValues

/// The types of API groups, each with the types of its versions, and the resources in whose files
/// they are declared.
///
/// A group is declared beside the first of its resources, rather than in a file for all groups: the
/// compiler compiles every file again that uses a type of a file with a new declaration.
struct GroupDeclarations: Sendable {
    /// The type of a group.
    struct Group: Sendable {
        /// The group in the CRDs.
        let group: String
        /// The name of the type.
        let name: String
        /// The versions by the names of their types.
        var versions: [String: String] = [:]
    }

    /// The first resource of each group, by its full name → the group.
    private var groups: [String: Group] = [:]

    /// Collects the groups of resources.
    ///
    /// - Parameter resources: All resources of a module, in the order of the files.
    init(_ resources: [ResourceType]) {
        var homes: [String: String] = [:]
        for resource in resources {
            let name = resource.groupName
            let home = homes[name] ?? resource.qualifiedName
            homes[name] = home
            var group = groups[home] ?? Group(group: resource.definition.group, name: name)
            group.versions[resource.versionName] = resource.definition.version
            groups[home] = group
        }
    }

    /// Returns the group that is declared beside a resource; `nil` if it is declared elsewhere.
    func group(declaredWith resource: ResourceType) -> Group? { groups[resource.qualifiedName] }
}

extension SwiftText {
    /// Adds the type of a group.
    mutating func group(_ group: GroupDeclarations.Group) {
        line()
        documentation("API group `\(group.group)`.")
        block("\(access)enum \(group.name) {") { text in
            for name in group.versions.keys.sorted() {
                guard let version = group.versions[name] else { continue }
                text.documentation("Version `\(version)`.")
                text.line("\(text.access)enum \(name) {}")
            }
        }
    }
}
