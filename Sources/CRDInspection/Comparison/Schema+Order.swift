import CRDRuntime
import CRDSchema

extension Schema {
    /// The schema with its properties sorted at all depths, so that schemas that differ only in
    /// order have equal texts.
    var inOrder: Schema {
        var keywords = keywords
        keywords.properties = keywords.properties
            .map { Property(name: $0.name, schema: $0.schema.inOrder, position: $0.position) }
            .sorted { $0.name < $1.name }
        keywords.required.sort()
        keywords.items = keywords.items?.inOrder
        if case .schema(let values) = keywords.additionalProperties {
            keywords.additionalProperties = .schema(values.inOrder)
        }
        if !keywords.rare.allOf.isEmpty { keywords.rare.allOf = keywords.rare.allOf.map(\.inOrder) }
        if !keywords.rare.anyOf.isEmpty { keywords.rare.anyOf = keywords.rare.anyOf.map(\.inOrder) }
        if !keywords.rare.oneOf.isEmpty { keywords.rare.oneOf = keywords.rare.oneOf.map(\.inOrder) }
        if let not = keywords.rare.not { keywords.rare.not = not.inOrder }
        return Schema(keywords)
    }
}
