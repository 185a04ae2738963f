import CRDPages
import CRDSchema

/// A condition of a schema besides its own constraints: `oneOf`, `anyOf`, `allOf`, or `not`.
struct SchemaCondition {
    /// The condition in words.
    let text: String
    /// A schema with this condition only.
    let schema: Schema

    /// Returns the conditions of a schema, without those that all values of its types satisfy.
    static func all(of schema: Schema) -> [SchemaCondition] {
        let rare = schema.keywords.rare
        if rare.allOf.isEmpty, rare.anyOf.isEmpty, rare.oneOf.isEmpty, rare.not == nil {
            return []
        }
        var conditions: [SchemaCondition] = []
        func add(_ change: (inout Schema.Keywords.Rare) -> Void) {
            var keywords = Schema.Keywords()
            change(&keywords.rare)
            let schema = Schema(keywords).inOrder
            let texts = SchemaWords.alternatives(schema)
            conditions += texts.map { SchemaCondition(text: $0, schema: schema) }
        }
        add { $0.oneOf = rare.oneOf }
        if !schema.allowsTypesOfAlternatives { add { $0.anyOf = rare.anyOf } }
        add { $0.allOf = rare.allOf }
        add { $0.not = rare.not }
        return conditions
    }

    /// Whether another condition has the same keyword.
    func hasKeyword(of other: SchemaCondition) -> Bool {
        let (left, right) = (schema.keywords.rare, other.schema.keywords.rare)
        return left.anyOf.isEmpty == right.anyOf.isEmpty
            && left.allOf.isEmpty == right.allOf.isEmpty
            && left.oneOf.isEmpty == right.oneOf.isEmpty
    }

    /// Returns whether all values that satisfy another condition are known to satisfy this one.
    func allowsAll(of other: SchemaCondition) -> Bool {
        schema.keywords.rare.allowsAll(of: other.schema.keywords.rare)
    }
}

extension Schema.Keywords.Rare {
    /// Returns whether all values that satisfy other alternatives are known to satisfy these: there
    /// are more or wider schemas in `anyOf`, fewer or wider ones in `allOf`, or a narrower one in
    /// `not`.
    fileprivate func allowsAll(of other: Self) -> Bool {
        let before = other.anyOf.isEmpty ? other.oneOf : other.anyOf
        let allowsAny =
            anyOf.isEmpty
            || !before.isEmpty
                && before.allSatisfy { old in anyOf.contains { $0.allowsAll(of: old) } }
        return allowsAny
            && allOf.allSatisfy { new in other.allOf.contains { new.allowsAll(of: $0) } }
            && (oneOf.isEmpty || oneOf.texts == other.oneOf.texts)
            && (not.map { new in other.not.map { $0.allowsAll(of: new) } ?? false } ?? true)
    }
}

extension Schema {
    /// Returns whether all values that another schema in a condition accepts are known to be accepted
    /// by this one.
    ///
    /// Schemas in conditions fill in no defaults and drop no fields, so that values can have any
    /// other fields.
    fileprivate func allowsAll(of other: Schema) -> Bool {
        let (new, old) = (keywords, other.keywords)
        if acceptsEverything || [self].texts == [other].texts { return true }
        let limits = [new.rare, old.rare].map { [$0.minProperties, $0.maxProperties] }
        guard limits[0] == limits[1], new.additionalProperties == nil,
            new.format == nil || new.format == old.format, new.rare.validations.isEmpty,
            Set(new.required).isSubset(of: old.required),
            new.rare.allowsAll(of: old.rare)
        else { return false }
        let comparison = SchemaComparison(
            other.alone,
            alone,
            in: .map,
            hasCases: false,
            hasStruct: true
        )
        return comparison.changes.allSatisfy { $0.grade.manifests == .same }
            && new.properties.allSatisfy { property in
                property.schema.allowsAll(of: other.property(property.name) ?? .anything)
            }
            && (new.items.map { $0.allowsAll(of: old.items ?? .anything) } ?? true)
    }

    /// The schema without the schemas in it and without required fields.
    private var alone: Schema {
        var keywords = keywords
        keywords.required = []
        keywords.rare.allOf = []
        keywords.rare.anyOf = []
        keywords.rare.oneOf = []
        keywords.rare.not = nil
        return Schema(keywords)
    }
}

extension Schema {
    /// Whether all values are valid.
    var acceptsEverything: Bool {
        SchemaWords.alternatives([self]) == SchemaWords.alternatives([Schema(Keywords())])
    }

    /// Whether `anyOf` only lists the types of the values, as it often does for integers or strings.
    fileprivate var allowsTypesOfAlternatives: Bool {
        let types = keywords.rare.anyOf.compactMap { alternative -> Kind? in
            var others = alternative.keywords
            others.type = nil
            return Schema(others).acceptsEverything ? alternative.keywords.type : nil
        }
        return keywords.types.isSubset(of: types)
    }
}

extension SchemaWords {
    /// Returns the words of a condition with some alternatives.
    fileprivate static func alternatives(_ schemas: [Schema]) -> [String] {
        var keywords = Schema.Keywords()
        keywords.rare.anyOf = schemas
        return alternatives(Schema(keywords))
    }
}

extension [Schema] {
    /// The conditions in words, in an order that doesn't depend on that of the schemas.
    fileprivate var texts: [String] { flatMap { SchemaWords.alternatives([$0]) }.sorted() }
}
