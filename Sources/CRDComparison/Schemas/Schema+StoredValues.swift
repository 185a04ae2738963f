import CRDCatalog
import CRDGeneratorCore
import CRDPages
import CRDSchema
import CRDValidation
import CRDValues

extension Schema {
    /// Whether the server stores fields that the schema does not list.
    ///
    /// Generated structs also keep those of embedded resources.
    var storesUnknownFields: Bool {
        keywords.preservesUnknownFields || keepsUnknownFields && !keywords.isEmbeddedResource
    }

    /// The schema with `x-kubernetes-preserve-unknown-fields` at all depths.
    fileprivate var keepingUnknownFields: Schema {
        var keywords = keywords
        keywords.replaceNested(with: \.keepingUnknownFields)
        if keywords.types.contains(.object), keywords.additionalProperties == nil {
            keywords.preservesUnknownFields = true
        }
        return Schema(keywords)
    }

    /// Whether the server accepts every value, and keeps all its fields.
    var keepsEverything: Bool {
        var others = keywords
        others.preservesUnknownFields = false
        others.isNullable = false
        others.description = nil
        return keywords.preservesUnknownFields && others.isEmpty
    }

    /// Returns whether the server rejects objects with a default of this schema.
    func rejects(_ defaultValue: JSONValue) -> Bool {
        DefaultCheck(PreparedSchema(self)).rejects(defaultValue)
    }

    /// Returns a default with the defaults of its fields, as the server stores it.
    func filled(_ defaultValue: JSONValue) -> JSONValue {
        DefaultCheck(PreparedSchema(self)).filled(defaultValue)
    }

    /// Returns whether a valid value can have the object around a field, but not the field.
    ///
    /// - Parameter path: The keys of the field, with `nil` for each step into a list or map.
    /// - Returns: Whether the field can be missing.
    func canLack(_ path: ArraySlice<String?>) -> Bool {
        guard let step = path.first else { return false }
        let rest = path.dropFirst()
        guard let key = step else {
            switch elements {
            case .items(let schema), .values(let schema): return schema.canLack(rest)
            case nil: return storesUnknownFields
            }
        }
        guard let field = keywords.properties.first(where: { $0.name == key })?.schema else {
            return rest.isEmpty || keywords.unlistedValue?.canLack(rest) == true
        }
        if !rest.isEmpty { return field.canLack(rest) }
        return !keywords.required.contains(key) && field.usableDefault == nil
    }

    /// Whether the server sets defaults in values of this schema, or a default for them.
    var hasDefaults: Bool {
        if usableDefault != nil { return true }
        if case .schema(let values) = keywords.additionalProperties, values.hasDefaults {
            return true
        }
        return keywords.items?.hasDefaults == true
            || keywords.properties.contains { $0.schema.hasDefaults }
    }
}

extension ResourceCatalog.Entry {
    /// The version with a schema that keeps unknown fields at all depths if the server keeps them
    /// because of `spec.preserveUnknownFields`.
    var withKeptFields: ResourceCatalog.Entry {
        guard version.preservesUnknownFields else { return self }
        var entry = self
        entry.version = CustomResourceDefinition.Version(
            definition: version.definition,
            schema: version.schema.keepingUnknownFields,
            schemaNode: version.schemaNode,
            spec: version.spec,
            preservesUnknownFields: true,
            position: version.position
        )
        return entry
    }
}

extension Schema.Keywords {
    /// Whether `null` is accepted if the schema is nullable.
    ///
    /// Of the other keywords, the server applies only `enum` to it, which rejects it even if it has
    /// `null` (1.36).
    var acceptsNull: Bool { enumeration == nil }

    /// Whether the schema describes the values of a map.
    var hasValues: Bool { if case .schema = additionalProperties { true } else { false } }

    /// The types of values that are allowed.
    var types: Set<Schema.Kind> {
        if isIntOrString { return [.integer, .string] }
        switch type {
        case .number: return [.number, .integer]
        case let type?: return [type]
        case nil: return [.object, .array, .string, .integer, .number, .boolean]
        }
    }

    /// The schema of fields that are not listed; `nil` if they are not kept.
    var unlistedValue: Schema? {
        switch additionalProperties {
        case .schema(let values): values
        case .allowed(true): .anything
        case .allowed(false), nil: preservesUnknownFields ? .anything : nil
        }
    }

    /// The schemas that values of an object can have.
    var schemasOfValues: [Schema] {
        properties.map(\.schema) + [unlistedValue].compactMap(\.self)
    }
}
