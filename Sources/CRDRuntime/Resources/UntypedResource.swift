// Attributes of resources are snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// An object of a kind that no generated type stands for, such as a `ConfigMap`.
///
/// Beside `apiVersion`, `kind` and `metadata` everything is kept as it is.
public struct UntypedResource: KubernetesObject {
    /// `group/version` of the object.
    public var api_version: String
    /// The kind of the object.
    public var kind: String
    /// Its metadata.
    public var metadata: ObjectMeta
    /// Everything else, such as `spec`.
    public var unknown_fields: JSONObject

    /// Creates an object.
    public init(
        api_version: String,
        kind: String,
        metadata: ObjectMeta,
        unknown_fields: JSONObject = JSONObject()
    ) {
        self.api_version = api_version
        self.kind = kind
        self.metadata = metadata
        self.unknown_fields = unknown_fields
    }

    /// Creates a placeholder that reading overwrites.
    public init(_unread unread: _Unread) {
        self.init(api_version: "", kind: "", metadata: .init(_unread: unread))
    }

    /// Shows every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.string("apiVersion", &api_version)
        fields.string("kind", &kind)
        fields.metadata(&metadata)
        fields.unknown(&unknown_fields, besides: ["apiVersion", "kind", "metadata"])
    }

    /// Everything in the metadata that the API server would refuse, in its words.
    ///
    /// Whether the kind has namespaces is not known here.
    public var metadataViolations: [Violation] {
        metadata.violations(scope: nil)
    }
}
