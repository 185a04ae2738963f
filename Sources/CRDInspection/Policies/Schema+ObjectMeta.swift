import CRDSchema
import CRDYAML

extension Schema {
    /// The schema of a resource as the server publishes it: with the fields of `ObjectMeta`, also in
    /// embedded resources (apiextensions-apiserver v0.36, pkg/controller/openapi/builder).
    ///
    /// The schemas of OpenAPI documents can have them already.
    var withObjectMeta: Schema {
        var keywords = keywords
        let metadata = keywords.properties.first { $0.name == "metadata" }?.schema
        let isPublished =
            metadata?.keywords.properties.contains { $0.name == "labels" } ?? false
        if isPublished { return self }
        keywords.setObjectMeta()
        return Schema(keywords).withObjectMetaInEmbeddedResources
    }

    private var withObjectMetaInEmbeddedResources: Schema {
        var keywords = keywords
        if keywords.isEmbeddedResource { keywords.setObjectMeta() }
        keywords.properties = keywords.properties.map { property in
            Property(
                name: property.name,
                schema: property.schema.withObjectMetaInEmbeddedResources,
                position: property.position
            )
        }
        keywords.items = keywords.items?.withObjectMetaInEmbeddedResources
        if case .schema(let values) = keywords.additionalProperties {
            keywords.additionalProperties = .schema(values.withObjectMetaInEmbeddedResources)
        }
        return Schema(keywords)
    }
}

extension Schema.Keywords {
    private static let text = Schema(json: #"{"type":"string"}"#)
    private static let managedFields = Schema(
        json: """
            {"type":"array","items":{"type":"object","properties":{"apiVersion":{"type":"string"},\
            "fieldsType":{"type":"string"},"fieldsV1":{"type":"object"},\
            "manager":{"type":"string"},"operation":{"type":"string"},\
            "subresource":{"type":"string"},"time":{"type":"string","format":"date-time"}}}}
            """
    )
    private static let metadata: Schema = {
        var keywords = ExplainedAttribute.metadataSchema.keywords
        keywords.set("managedFields", managedFields)
        return Schema(keywords)
    }()

    fileprivate mutating func setObjectMeta() {
        set("apiVersion", Self.text)
        set("kind", Self.text)
        set("metadata", Self.metadata)
    }

    private mutating func set(_ name: String, _ schema: Schema) {
        properties.removeAll { $0.name == name }
        let position = SourcePosition(line: 1, column: 1)
        properties.append(Schema.Property(name: name, schema: schema, position: position))
    }
}
