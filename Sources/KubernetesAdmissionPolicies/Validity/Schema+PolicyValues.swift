import CRDCatalog
import CRDSchema
import CRDYAML

extension Schema {
    /// The schema of a resource for the types of its values in policies.
    ///
    /// As in the schema that the server publishes (apiextensions-apiserver v0.36,
    /// pkg/controller/openapi/builder), resources and embedded resources have the fields of
    /// `ObjectMeta`, which the schemas of OpenAPI documents can have already. The server takes the types
    /// from the formats too, although policies see the JSON of an object: times, durations, and bytes are
    /// strings, and values that can be null, have unknown fields, or be whole numbers can have other
    /// types.
    var ofPolicyValues: Schema {
        var keywords = keywords
        let metadata = keywords.properties.first { $0.name == "metadata" }?.schema
        let isPublished = metadata?.keywords.properties.contains { $0.name == "labels" } ?? false
        if !isPublished { keywords.setObjectMeta() }
        return Schema(keywords).withPolicyValues
    }

    private var withPolicyValues: Schema {
        var keywords = keywords
        if keywords.isAnyPolicyValue {
            // The types of expressions have no other name for any value.
            keywords.isIntOrString = true
            return Schema(keywords)
        }
        if keywords.isEmbeddedResource { keywords.setObjectMeta() }
        keywords.format = nil
        keywords.replaceNested(with: \.withPolicyValues)
        return Schema(keywords)
    }
}

extension Schema.Keywords {
    private static let text = Schema(json: #"{"type":"string"}"#)
    private static let managedFields = Schema(
        json: """
            {"type":"array","items":{"type":"object","properties":{"apiVersion":{"type":"string"},\
            "fieldsType":{"type":"string"},"fieldsV1":{"x-kubernetes-preserve-unknown-fields":true},\
            "manager":{"type":"string"},"operation":{"type":"string"},\
            "subresource":{"type":"string"},"time":{"type":"string"}}}}
            """
    )
    private static let metadata: Schema = {
        var keywords = ExplainedAttribute.metadataSchema.keywords
        keywords.set("managedFields", managedFields)
        return Schema(keywords)
    }()

    /// Whether values can have several or unknown types, or fields that the schema doesn't have.
    fileprivate var isAnyPolicyValue: Bool {
        if preservesUnknownFields || isNullable || isIntOrString { return true }
        switch type {
        case .number: return true
        case .object:
            if case .schema = additionalProperties { return false }
            return properties.isEmpty && !isEmbeddedResource
        case .array: return items == nil
        case .other, nil: return true
        case .string, .boolean, .integer: return false
        }
    }

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
