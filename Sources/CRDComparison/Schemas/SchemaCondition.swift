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
            let schema = Schema(keywords)
            let texts = ConditionWords.plain.sentences(schema)
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

    /// Whether another condition accepts the same values, with the same keyword.
    func isEqual(to other: SchemaCondition) -> Bool {
        schema.constraintText == other.schema.constraintText
    }

    /// Returns whether all values that satisfy other conditions are known to satisfy this one.
    func allowsAll(of others: [SchemaCondition], besides facts: [Schema] = []) -> Bool {
        schema.isSatisfied(by: facts + others.flatMap { [$0.schema] + $0.schema.parts })
    }

    /// Returns the description of a change from another condition.
    func change(from other: SchemaCondition) -> String {
        if other.allowsAll(of: [self]) { return "made stricter: \(text)" }
        let (new, old) = (schema.keywords.rare.oneOf, other.schema.keywords.rare.oneOf)
        let isWider =
            !new.isEmpty
            && old.allSatisfy { schema in new.contains { $0.allowsAll(of: schema) } }
        // A wider alternative accepts values of another one, too.
        let reason = isWider ? "; old values can match more than one now" : ""
        return "changed: \(text)\(reason)"
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
    /// Returns whether all values that some schemas accept are known to be accepted by this one.
    ///
    /// - Parameter facts: Schemas that all values satisfy, and their parts.
    /// - Returns: Whether the schema accepts all of them, as far as is known.
    func isSatisfied(by facts: [Schema]) -> Bool {
        // Each level of nested conditions multiplies the comparisons.
        if conditionDepth > 4 { return facts.contains { $0.constraintText == constraintText } }
        if facts.contains(where: isWider) { return true }
        let parts = parts
        guard parts.count == 1, parts[0].constraintText == constraintText else {
            return parts.allSatisfy { $0.isSatisfied(by: facts) }
        }
        return keywords.rare.anyOf.contains { $0.isSatisfied(by: facts) }
    }

    /// The number of nested conditions.
    private var conditionDepth: Int {
        let fields = keywords.properties.map(\.schema) + (keywords.items.map { [$0] } ?? [])
        let inner = alternatives.map { $0.conditionDepth + 1 } + fields.map(\.conditionDepth)
        return inner.max() ?? 0
    }

    /// Returns whether all values that another schema in a condition accepts are known to be accepted
    /// by this one.
    fileprivate func allowsAll(of other: Schema) -> Bool {
        isSatisfied(by: [other] + other.parts)
    }

    /// Returns whether the keywords of another schema in a condition are the same or stricter.
    ///
    /// Schemas in conditions fill in no defaults and drop no fields, so that values can have any
    /// other fields.
    private func isWider(than other: Schema) -> Bool {
        let (new, old) = (keywords, other.keywords)
        if keywords.isEmpty || constraintText == other.constraintText { return true }
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
        var keywords = keywords.withoutConditions
        keywords.required = []
        return Schema(keywords)
    }
}

extension Schema {
    /// Whether `anyOf` only lists the types of the values, as it often does for integers or strings.
    fileprivate var allowsTypesOfAlternatives: Bool {
        let types = keywords.rare.anyOf.compactMap { alternative -> Kind? in
            var others = alternative.keywords
            others.type = nil
            return others.isEmpty ? alternative.keywords.type : nil
        }
        return keywords.types.isSubset(of: types)
    }
}

extension [Schema] {
    /// The texts of the schemas, in an order that doesn't depend on that of the schemas.
    fileprivate var texts: [String] { map(\.constraintText).sorted() }
}
