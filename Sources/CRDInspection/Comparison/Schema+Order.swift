import CRDRuntime
import CRDSchema

extension Schema {
    /// The schema with its properties sorted, at all depths, so that texts made of two that differ
    /// in nothing else are equal.
    var inOrder: Schema {
        var keywords = keywords
        keywords.properties = keywords.properties
            .map { Property(name: $0.name, schema: $0.schema.inOrder, mark: $0.mark) }
            .sorted { $0.name < $1.name }
        keywords.required.sort()
        keywords.items = keywords.items?.inOrder
        if case .schema(let values) = keywords.additionalProperties {
            keywords.additionalProperties = .schema(values.inOrder)
        }
        if !keywords.allOf.isEmpty { keywords.allOf = keywords.allOf.map(\.inOrder) }
        if !keywords.anyOf.isEmpty { keywords.anyOf = keywords.anyOf.map(\.inOrder) }
        if !keywords.oneOf.isEmpty { keywords.oneOf = keywords.oneOf.map(\.inOrder) }
        if let not = keywords.not { keywords.not = not.inOrder }
        return Schema(keywords)
    }
}
