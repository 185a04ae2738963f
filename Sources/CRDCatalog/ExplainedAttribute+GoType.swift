package import CRDSchema

extension ExplainedValue {
    /// Returns the fields of a Go type of the API server.
    ///
    /// There are no Swift types of built-in kinds, so names and types are those of
    /// `kubectl explain`, such as `[]Container` and `map[string]string`.
    package static func attributes(ofGoType schema: Schema) -> [ExplainedAttribute] {
        schema.objectProperties.map { property in
            ExplainedAttribute(
                name: property.name,
                key: property.name,
                typeText: typeText(property.schema),
                isRequired: schema.keywords.required.contains(property.name),
                value: ExplainedValue(schema: property.schema, type: nil, isOfGoType: true),
                position: property.position
            )
        }
    }

    private static func typeText(_ schema: Schema) -> String {
        let keywords = schema.keywords
        // A definition that is a string, such as that of a timestamp, is shown as one.
        if [nil, .object].contains(keywords.type),
            let name = keywords.rare.definition?.name.split(separator: ".").last
        {
            return String(name)
        }
        switch keywords.type {
        case .string: return "string"
        case .integer: return "integer"
        case .number: return "number"
        case .boolean: return "boolean"
        case .array: return "[]\(keywords.items.map(typeText) ?? "Object")"
        case .object, nil:
            guard case .schema(let values) = keywords.additionalProperties else { return "Object" }
            return "map[string]\(typeText(values))"
        case .other(let name): return name
        }
    }

    /// The value with the schema of its Go type; see ``Schema/withDefinition``.
    package var withDefinition: ExplainedValue {
        var value = self
        value.schema = schema.withDefinition
        return value
    }
}

extension Schema {
    /// Whether the schema is that of a Go type of the API server, not one of a CRD.
    package var isGoType: Bool { keywords.rare.definition != nil }

    /// The schema of the Go type, which is read here if the type contains itself.
    package var withDefinition: Schema { keywords.rare.definition?.read?() ?? self }
}
