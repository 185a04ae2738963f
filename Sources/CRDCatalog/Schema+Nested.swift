package import CRDSchema

extension Schema.Keywords {
    /// Replaces the schemas of the properties, of the items, and of the values of a map.
    package mutating func replaceNested(with replacement: (Schema) -> Schema) {
        properties = properties.map { property in
            Schema.Property(
                name: property.name,
                schema: replacement(property.schema),
                position: property.position
            )
        }
        items = items.map(replacement)
        if case .schema(let values) = additionalProperties {
            additionalProperties = .schema(replacement(values))
        }
    }
}
