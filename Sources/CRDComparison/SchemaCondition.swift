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

    /// Returns whether all values that satisfy another condition satisfy this one, because it has more
    /// alternatives, or fewer schemas that all must satisfy.
    func allowsAll(of other: SchemaCondition) -> Bool {
        let (before, after) = (other.schema.keywords.rare, schema.keywords.rare)
        let (any, all) = (before.anyOf.texts, after.allOf.texts)
        return !any.isEmpty && any.isSubset(of: after.anyOf.texts)
            || !all.isEmpty && all.isSubset(of: before.allOf.texts)
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
    /// The conditions in words.
    fileprivate var texts: Set<String> { Set(flatMap { SchemaWords.alternatives([$0]) }) }
}
