extension AttributeName {
    /// What the attributes of one struct are named in.
    package struct Scope: Sendable {
        /// The usual names.
        package let naming: AttributeNaming
        /// The names that the struct has besides its attributes.
        package let taken: Set<String>

        /// The scope of a struct, or of a resource.
        package init(_ naming: AttributeNaming, inResource: Bool) {
            self.naming = naming
            switch naming {
            case .snakeCase:
                taken = inResource ? AttributeName.resourceMembers : AttributeName.members
            case .camelCase:
                taken = inResource ? AttributeName.camelResourceMembers : AttributeName.camelMembers
            }
        }

        /// The names of all keys of the struct, or of all but the constants and the metadata of the
        /// resource.
        ///
        /// - Parameters:
        ///   - keys: The keys.
        ///   - renamed: Key → name, of attributes that have another name, which they get first.
        /// - Returns: The name of each, in the order given.
        package func names(of keys: [String], renamed: [String: String] = [:]) -> [String] {
            var scope = NameScope(taken: taken)
            var firsts: Set<Int> = []
            let keys = keys.enumerated().map { position, key in
                if let name = renamed[key] {
                    firsts.insert(position)
                    return (key: key, name: name)
                }
                return (key: key, name: AttributeName.usual(key, naming))
            }
            return scope.names(of: keys, first: firsts)
        }
    }

    /// Members that every generated struct has besides its attributes.
    private static let members: Set<String> = ["unknown_fields", "null_fields"]

    /// Members that every resource has besides its attributes.
    private static let resourceMembers = members.union([
        "api_version", "id", "kind", "metadata", "yaml", "json", "schema", "definition",
    ])

    private static let camelMembers: Set<String> = ["unknownFields", "nullFields", "hashValue"]

    private static let camelResourceMembers = resourceMembers.union(camelMembers).union([
        "metadataViolations", "schemaJSON",
    ])
}
