package import CRDGeneratorCore
package import CRDSchema

/// A value of a resource that says something, for its reference page and for people to begin with.
package struct Example {
    /// How much of what may be there it has.
    package enum Extent: Sendable {
        /// What must be there and nothing else; of a `spec` that may be absent, what must be in it.
        case minimal
        /// Every attribute, lists and maps with an element each; of alternatives that exclude each
        /// other, the first. A `status` that is written apart is left out.
        case full
        /// The same, with all alternatives.
        case all
    }

    let type: ResourceType
    /// The name of the resource's type where the code stands.
    let typeName: String
    let structs: [String: StructType]
    /// The attributes at the root, by key, in the order of the schema; without metadata.
    let body: JSONObject
    /// `metadata.name`.
    let name: String

    /// Makes up the value.
    ///
    /// - Parameters:
    ///   - type: The resource.
    ///   - typeName: The name of its type where the code stands.
    ///   - schema: The schema it was made from, which gives defaults and limits.
    ///   - keepsUnknownFields: Whether the server keeps fields that no schema names.
    ///   - extent: How much the value has.
    package init(
        of type: ResourceType,
        named typeName: String,
        schema: Schema,
        keepsUnknownFields: Bool = false,
        extent: Extent = .minimal
    ) {
        let builder = ExampleBuilder(
            type.structs,
            extent,
            keepsUnknownFields: keepsUnknownFields
        )
        self.type = type
        self.typeName = typeName
        structs = builder.structs
        body = builder.root(
            schema,
            type.root,
            hasStatus: !type.definition.hasStatusSubresource
        )
        name = ExampleScalar(schema["metadata"]?["name"] ?? .anything, key: "example").string
    }
}

extension Schema {
    /// The schema of a property.
    fileprivate subscript(name: String) -> Schema? {
        keywords.properties.first { $0.name == name }?.schema
    }
}
