// Attributes of resources are snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// A whole resource inside another (`x-kubernetes-embedded-resource`), such as a template.
///
/// Its kind can be any, so that beside `apiVersion`, `kind` and `metadata` everything is kept as it
/// is.
public struct EmbeddedResource: FieldStruct {
    /// `group/version` of the resource.
    public var api_version: String
    /// The kind of the resource.
    public var kind: String
    /// Its metadata, which needs no name here.
    public var metadata: ObjectMeta?
    /// Everything else, such as `spec`.
    public var unknown_fields: JSONObject

    /// Creates a resource.
    public init(
        api_version: String,
        kind: String,
        metadata: ObjectMeta? = nil,
        unknown_fields: JSONObject = JSONObject()
    ) {
        self.api_version = api_version
        self.kind = kind
        self.metadata = metadata
        self.unknown_fields = unknown_fields
    }

    /// Creates a placeholder that reading overwrites.
    public init(_unread unread: _Unread) {
        self.init(api_version: "", kind: "")
    }

    /// Shows every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.string("apiVersion", &api_version)
        fields.string("kind", &kind)
        fields.optional("metadata", &metadata)
        fields.unknown(&unknown_fields, besides: ["apiVersion", "kind", "metadata"])
    }
}
