public import CRDRuntime

// Properties of resources are in snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// The number of replicas of a resource (`autoscaling/v1` `Scale`), which the subresource `scale`
/// has for each kind in the same form.
public struct Scale: KubernetesObject {
    /// The desired state.
    public struct Spec: FieldStruct {
        /// The desired number of replicas.
        public var replicas: Int

        /// Creates a desired state.
        public init(replicas: Int) {
            self.replicas = replicas
        }

        /// Creates a placeholder, which is overwritten when the value is read.
        public init(_unread: _Unread) {
            self.init(replicas: 0)
        }

        /// Passes every field to a visitor.
        public mutating func _visit(_ fields: _FieldVisitor) {
            // The server omits 0.
            var replicas: Int? = replicas
            fields.integer("replicas", &replicas)
            self.replicas = replicas ?? 0
        }
    }

    /// The current state.
    public struct Status: FieldStruct {
        /// The number of replicas.
        public var replicas: Int
        /// The label selector of the pods, in the form of a query, such as `app=web`.
        public var selector: String?

        /// Creates a state.
        public init(replicas: Int, selector: String? = nil) {
            self.replicas = replicas
            self.selector = selector
        }

        /// Creates a placeholder, which is overwritten when the value is read.
        public init(_unread: _Unread) {
            self.init(replicas: 0)
        }

        /// Passes every field to a visitor.
        public mutating func _visit(_ fields: _FieldVisitor) {
            fields.required("replicas", &replicas)
            fields.string("selector", &selector)
        }
    }

    /// The API version, `autoscaling/v1`.
    public private(set) var api_version = "autoscaling/v1"
    /// The kind, `Scale`.
    public private(set) var kind = "Scale"
    /// The metadata of the resource.
    public var metadata: ObjectMeta
    /// The desired state.
    public var spec: Spec
    /// The current state; `nil` in requests.
    public var status: Status?

    /// Creates a scale.
    public init(metadata: ObjectMeta, spec: Spec, status: Status? = nil) {
        self.metadata = metadata
        self.spec = spec
        self.status = status
    }

    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread unread: _Unread) {
        self.init(metadata: .init(_unread: unread), spec: .init(_unread: unread))
    }

    /// Passes every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.string("apiVersion", &api_version)
        fields.string("kind", &kind)
        fields.metadata(&metadata)
        fields.required("spec", &spec)
        fields.optional("status", &status)
    }

    /// The violations for which the API server rejects the metadata, in the server's words.
    public var metadataViolations: [Violation] {
        UntypedResource(api_version: api_version, kind: kind, metadata: metadata)
            .metadataViolations
    }
}
