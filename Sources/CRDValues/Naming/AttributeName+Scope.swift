extension AttributeName {
    /// The scope in which the properties of one struct are named.
    package struct Scope: Sendable {
        /// The naming style.
        package let naming: AttributeNaming
        /// The names of the other members of the struct.
        package let taken: Set<String>

        /// Creates the scope of a struct or a resource.
        package init(_ naming: AttributeNaming, inResource: Bool) {
            self.naming = naming
            switch naming {
            case .snakeCase:
                taken = inResource ? AttributeName.resourceMembers : AttributeName.members
            case .camelCase:
                taken = inResource ? AttributeName.camelResourceMembers : AttributeName.camelMembers
            }
        }

        /// Returns the names for all keys of a struct, or for all keys of a resource except the
        /// constants and the metadata.
        ///
        /// - Parameters:
        ///   - keys: The keys.
        ///   - renamed: The names of renamed fields by key. They are assigned first.
        /// - Returns: The names, in the order of the keys.
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

    /// The members of every generated struct that are not fields of the schema.
    private static let members: Set<String> = ["unknown_fields", "null_fields"]

    /// The members of every resource that are not fields of the schema.
    private static let resourceMembers = members.union([
        "api_version", "id", "kind", "metadata", "yaml", "json", "schema", "definition",
    ])

    private static let camelMembers: Set<String> = ["unknownFields", "nullFields", "hashValue"]

    private static let camelResourceMembers = resourceMembers.union(camelMembers).union([
        "metadataViolations", "schemaJSON",
    ])
}
