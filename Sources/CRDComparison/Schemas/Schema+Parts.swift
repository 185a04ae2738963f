import CRDPages
import CRDSchema

extension Schema {
    /// Schemas with a keyword each; together, they accept the same values as this one in a condition.
    ///
    /// `{required: [a, b], allOf: [{maxLength: 3}]}` gives `{required: [a]}`, `{required: [b]}`, and
    /// `{maxLength: 3}`. Properties and items are split in the same way.
    var parts: [Schema] {
        // Which fields are other fields depends on the properties.
        guard keywords.additionalProperties == nil else { return [self] }
        let rare = keywords.rare
        var parts = ownParts
        func add(_ change: (inout Keywords) -> Void) {
            var keywords = Keywords()
            change(&keywords)
            parts.append(Schema(keywords))
        }
        for key in keywords.required { add { $0.required = [key] } }
        for property in keywords.properties {
            for part in property.schema.parts {
                add {
                    $0.properties = [
                        Property(name: property.name, schema: part, position: property.position)
                    ]
                }
            }
        }
        for part in keywords.items?.parts ?? [] { add { $0.items = part } }
        parts += rare.allOf.flatMap(\.parts)
        if rare.anyOf.count == 1 { parts += rare.anyOf[0].parts }
        if rare.anyOf.count > 1 { add { $0.rare.anyOf = rare.anyOf } }
        if rare.oneOf.count == 1 { parts += rare.oneOf[0].parts }
        if rare.oneOf.count > 1 { add { $0.rare.oneOf = rare.oneOf } }
        if let not = rare.not {
            var others = not.keywords
            others.rare.anyOf = []
            if others.isEmpty, !not.keywords.rare.anyOf.isEmpty {
                for schema in not.keywords.rare.anyOf { add { $0.rare.not = schema } }
            } else {
                add { $0.rare.not = not }
            }
        }
        return parts
    }

    /// The parts for the constraints on the value itself, such as its type and limits.
    var ownParts: [Schema] {
        var rest = keywords.withoutConditions
        rest.required = []
        rest.properties = []
        rest.items = nil
        rest.additionalProperties = nil
        var parts: [Schema] = []
        func take(_ change: (inout Keywords, inout Keywords) -> Void) {
            var part = Keywords()
            change(&part, &rest)
            if !part.isEmpty { parts.append(Schema(part)) }
        }
        take { swap(&$0.enumeration, &$1.enumeration) }
        take { swap(&$0.format, &$1.format) }
        take { swap(&$0.rare.pattern, &$1.rare.pattern) }
        take { swap(&$0.rare.multipleOf, &$1.rare.multipleOf) }
        take {
            swap(&$0.rare.minimum, &$1.rare.minimum)
            swap(&$0.exclusiveMinimum, &$1.exclusiveMinimum)
        }
        take {
            swap(&$0.rare.maximum, &$1.rare.maximum)
            swap(&$0.exclusiveMaximum, &$1.exclusiveMaximum)
        }
        for count in Keywords.counts {
            take { swap(&$0.rare[keyPath: count], &$1.rare[keyPath: count]) }
        }
        return rest.isEmpty ? parts : parts + [Schema(rest)]
    }

    /// The schema with the constraints of another schema that its conditions have too.
    ///
    /// So a constraint of `allOf` that becomes a constraint of the schema itself is no change.
    func withConstraints(of other: Schema) -> Schema {
        let conditions = SchemaCondition.all(of: self)
        if conditions.isEmpty { return self }
        var keywords = keywords
        for part in other.ownParts
        where SchemaCondition(text: "", schema: part).allowsAll(of: conditions) {
            keywords.addMissing(part.keywords)
        }
        return Schema(keywords)
    }
}

extension Schema.Keywords {
    /// The limits of lengths and counts.
    fileprivate static let counts: [any WritableKeyPath<Rare, Int?> & Sendable] = [
        \.minLength, \.maxLength, \.minItems, \.maxItems, \.minProperties, \.maxProperties,
    ]

    /// Adds constraints on the value itself, except for keywords that exist.
    fileprivate mutating func addMissing(_ part: Self) {
        // The server doesn't apply `enum` of a condition to null.
        if !isNullable { enumeration = enumeration ?? part.enumeration }
        format = format ?? part.format
        rare.pattern = rare.pattern ?? part.rare.pattern
        rare.multipleOf = rare.multipleOf ?? part.rare.multipleOf
        if rare.minimum == nil {
            rare.minimum = part.rare.minimum
            exclusiveMinimum = part.exclusiveMinimum
        }
        if rare.maximum == nil {
            rare.maximum = part.rare.maximum
            exclusiveMaximum = part.exclusiveMaximum
        }
        for count in Self.counts where rare[keyPath: count] == nil {
            rare[keyPath: count] = part.rare[keyPath: count]
        }
    }
}
