import CRDCatalog
import CRDPages
import CRDRuntime
import CRDSchema

extension Schema {
    /// The schema with its properties, allowed values, and alternatives sorted at all depths, so that
    /// schemas that differ only in order have equal texts.
    var inOrder: Schema {
        var keywords = keywords
        keywords.replaceNested(with: \.inOrder)
        keywords.properties.sort { $0.name < $1.name }
        keywords.required.sort()
        keywords.enumeration?.sort { $0.jsonText < $1.jsonText }
        if !keywords.rare.allOf.isEmpty { keywords.rare.allOf = keywords.rare.allOf.inOrder }
        if !keywords.rare.anyOf.isEmpty { keywords.rare.anyOf = keywords.rare.anyOf.inOrder }
        if !keywords.rare.oneOf.isEmpty { keywords.rare.oneOf = keywords.rare.oneOf.inOrder }
        if let not = keywords.rare.not { keywords.rare.not = not.inOrder }
        return Schema(keywords)
    }
}

extension [Schema] {
    /// The schemas of a condition, sorted by their texts.
    fileprivate var inOrder: [Schema] {
        map { schema in
            let sorted = schema.inOrder
            var keywords = Schema.Keywords()
            keywords.rare.anyOf = [sorted]
            return (schema: sorted, text: SchemaWords.alternatives(Schema(keywords)).joined())
        }
        .sorted { $0.text < $1.text }
        .map(\.schema)
    }
}
