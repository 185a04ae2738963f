// Properties of resources are in snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// A resource within another one (`x-kubernetes-embedded-resource`), such as a template.
///
/// It can be of any kind. All fields other than `apiVersion`, `kind` and `metadata` are kept in
/// ``unknown_fields``.
public struct EmbeddedResource: FieldStruct {
    /// The API version: `group/version`.
    public var api_version: String
    /// The kind.
    public var kind: String
    /// The metadata.
    ///
    /// It requires no name.
    public var metadata: ObjectMeta?
    /// All other fields, such as `spec`.
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

    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread unread: _Unread) {
        self.init(api_version: "", kind: "")
    }

    /// A field other than `apiVersion`, `kind` and `metadata`, such as `spec`; `nil` if it is missing.
    public subscript(key: String) -> JSONValue? {
        get { unknown_fields[key] }
        _modify { yield &unknown_fields[key] }
    }

    /// Passes every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.string("apiVersion", &api_version)
        fields.string("kind", &kind)
        fields.optional("metadata", &metadata)
        fields.unknown(&unknown_fields, besides: ["apiVersion", "kind", "metadata"])
    }
}
