package import CRDSchema

extension Schema {
    /// The schema without CEL rules.
    package var withoutRules: Schema {
        var keywords = keywords
        if !keywords.rare.validations.isEmpty { keywords.rare.validations = [] }
        keywords.properties = keywords.properties.map { property in
            Property(
                name: property.name,
                schema: property.schema.withoutRules,
                position: property.position
            )
        }
        keywords.items = keywords.items?.withoutRules
        if case .schema(let values) = keywords.additionalProperties {
            keywords.additionalProperties = .schema(values.withoutRules)
        }
        return Schema(keywords)
    }
}
