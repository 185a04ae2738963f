import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues

extension ChangeGrade.Manifests {
    /// Returns the worst effect of a change of a schema on values, at any depth.
    ///
    /// It is for values whose type changes, so that their fields are not compared one by one.
    static func effect(from old: Schema, to new: Schema) -> Self {
        let (before, after) = (old.keywords, new.keywords)
        if !after.types.isSuperset(of: before.types) { return .rejected }
        let comparison = SchemaComparison(old, new, hasCases: false, hasStruct: false)
        var effects = comparison.changes.map(\.grade.manifests)
        if before.isNullable, !after.isNullable { effects.append(.changed) }
        if old.hasDefaults, !new.hasDefaults { effects.append(.changed) }
        if !before.isNullable, after.isNullable, !after.acceptsNull { effects.append(.rejected) }
        if let items = after.items {
            effects.append(effect(ofElements: before.items ?? .anything, items))
        }
        if case .schema(let values) = after.additionalProperties {
            for schema in before.schemasOfValues {
                effects.append(effect(ofElements: schema, values))
            }
        } else {
            effects.append(effect(ofFieldsFrom: old, to: new))
        }
        return effects.max() ?? .same
    }

    /// Returns the effect on elements of lists and maps, in which `null` isn't dropped.
    private static func effect(ofElements old: Schema, _ new: Schema) -> Self {
        if old.keywords.isNullable, !new.keywords.isNullable { return .rejected }
        return effect(from: old, to: new)
    }

    private static func effect(ofFieldsFrom old: Schema, to new: Schema) -> Self {
        let (before, after) = (old.keywords, new.keywords)
        let known = Dictionary(
            before.properties.map { ($0.name, $0.schema) },
            uniquingKeysWith: { first, _ in first }
        )
        let withDefault = after.properties.filter {
            $0.schema.keywords.rare.defaultValue ?? .null != .null
        }
        let required = Set(after.required).subtracting(before.required)
        if !required.isSubset(of: withDefault.map(\.name)) { return .rejected }
        var effects: [Self] = []
        for property in after.properties {
            if let schema = known[property.name] ?? before.unlistedValue {
                effects.append(effect(from: schema, to: property.schema))
            }
        }
        let names = Set(after.properties.map(\.name))
        if !new.storesUnknownFields, !before.properties.allSatisfy({ names.contains($0.name) }) {
            effects.append(.rejected)
        }
        if case .schema = before.additionalProperties, !new.storesUnknownFields {
            effects.append(.rejected)
        }
        return effects.max() ?? .same
    }
}

extension Schema {
    /// Whether the server stores fields that the schema does not list.
    ///
    /// Generated structs also keep those of embedded resources.
    var storesUnknownFields: Bool {
        keywords.preservesUnknownFields || keepsUnknownFields && !keywords.isEmbeddedResource
    }

    /// Whether the server sets defaults in values of this schema, or a default for them.
    var hasDefaults: Bool {
        if keywords.rare.defaultValue != nil { return true }
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
    fileprivate var unlistedValue: Schema? {
        if case .schema(let values) = additionalProperties { return values }
        return preservesUnknownFields ? .anything : nil
    }

    /// The schemas that values of an object can have.
    fileprivate var schemasOfValues: [Schema] {
        properties.map(\.schema) + [unlistedValue].compactMap(\.self)
    }
}
