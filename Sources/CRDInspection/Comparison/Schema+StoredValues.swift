import CRDGeneratorCore
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

    /// The default; the server ignores `default: null`.
    var usableDefault: JSONValue? {
        keywords.rare.defaultValue == .null ? nil : keywords.rare.defaultValue
    }

    /// Returns whether the server rejects objects with a default of this schema.
    func rejects(_ defaultValue: JSONValue) -> Bool {
        DefaultCheck(PreparedSchema(self)).rejects(defaultValue)
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

extension Schema.Keywords {
    /// Whether `null` is accepted if the schema is nullable.
    ///
    /// Of the other keywords, the server applies only `enum` to it, which rejects it even if it has
    /// `null` (1.36).
    var acceptsNull: Bool { enumeration == nil }

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
