// Attributes of resources are snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// The metadata of a resource (`metav1.ObjectMeta` of apimachinery v0.35).
///
/// You set `name`, `namespace`, `labels` and `annotations`; the rest is mostly the cluster's. What
/// a newer cluster adds is kept in ``unknown_fields``, so that a round trip loses nothing.
public struct ObjectMeta: FieldStruct {
    /// The name, unique among resources of the kind in the namespace; `""` where the server is to
    /// make one from ``generate_name``.
    public var name: String
    /// The namespace; absent for resources of the whole cluster, or to use the client's own.
    public var namespace: String?
    /// Keys and values to select resources by.
    public var labels: [String: String]?
    /// Keys and values for tools, which nothing is selected by.
    public var annotations: [String: String]?
    /// The beginning of a name that the server completes.
    public var generate_name: String?
    /// The identity, given by the server; another resource of the same name has another.
    public var uid: String?
    /// The version that the server stored, for optimistic locking; opaque.
    public var resource_version: String?
    /// How often the desired state has changed.
    public var generation: Int?
    /// When the resource was created.
    public var creation_timestamp: DateTime?
    /// When the resource is going to be deleted, if it is.
    public var deletion_timestamp: DateTime?
    /// How many seconds the resource has to end gracefully.
    public var deletion_grace_period_seconds: Int?
    /// What must be done before the resource is removed.
    public var finalizers: [String]?
    /// The resources that this one belongs to.
    public var owner_references: [OwnerReference]?
    /// Which fields which client manages (server-side apply).
    public var managed_fields: [JSONValue]?
    /// A link of old servers; unused since Kubernetes 1.20.
    public var self_link: String?
    /// Fields that are not listed here.
    public var unknown_fields = JSONObject()

    /// Creates metadata.
    ///
    /// The order of the parameters is the order in which manifests are usually written.
    public init(
        name: String,
        namespace: String? = nil,
        labels: [String: String]? = nil,
        annotations: [String: String]? = nil,
        generate_name: String? = nil,
        uid: String? = nil,
        resource_version: String? = nil,
        generation: Int? = nil,
        creation_timestamp: DateTime? = nil,
        deletion_timestamp: DateTime? = nil,
        deletion_grace_period_seconds: Int? = nil,
        finalizers: [String]? = nil,
        owner_references: [OwnerReference]? = nil,
        managed_fields: [JSONValue]? = nil,
        self_link: String? = nil
    ) {
        self.name = name
        self.namespace = namespace
        self.labels = labels
        self.annotations = annotations
        self.generate_name = generate_name
        self.uid = uid
        self.resource_version = resource_version
        self.generation = generation
        self.creation_timestamp = creation_timestamp
        self.deletion_timestamp = deletion_timestamp
        self.deletion_grace_period_seconds = deletion_grace_period_seconds
        self.finalizers = finalizers
        self.owner_references = owner_references
        self.managed_fields = managed_fields
        self.self_link = self_link
    }

    /// Creates a placeholder that reading overwrites.
    public init(_unread unread: _Unread) {
        name = ""
    }

    /// Shows every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        // The metadata of an embedded resource needs no name; a resource's own is checked above it.
        var name = name.isEmpty ? nil : name
        fields.string("name", &name)
        self.name = name ?? ""
        fields.string("generateName", &generate_name)
        fields.string("namespace", &namespace)
        fields.map("labels", &labels)
        fields.map("annotations", &annotations)
        fields.string("uid", &uid)
        fields.string("resourceVersion", &resource_version)
        fields.integer("generation", &generation)
        fields.optional("creationTimestamp", &creation_timestamp)
        fields.optional("deletionTimestamp", &deletion_timestamp)
        fields.integer("deletionGracePeriodSeconds", &deletion_grace_period_seconds)
        fields.list("finalizers", &finalizers)
        fields.list("ownerReferences", &owner_references)
        fields.list("managedFields", &managed_fields)
        fields.string("selfLink", &self_link)
        fields.unknown(&unknown_fields, besides: Self.keys)
    }

    /// Whether there is neither a name nor the beginning of one.
    var isNameless: Bool { name.isEmpty && (generate_name ?? "").isEmpty }

    /// What the API server says then (`ValidateObjectMeta`, apimachinery v0.35).
    static let namelessMessage = "name or generateName is required"

    private static let keys = [
        "name", "generateName", "namespace", "labels", "annotations", "uid", "resourceVersion",
        "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
        "finalizers", "ownerReferences", "managedFields", "selfLink",
    ]
}

// Attributes of resources are snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// A resource that another one belongs to (`metav1.OwnerReference`).
public struct OwnerReference: FieldStruct {
    /// `apiVersion` of the owner.
    public var api_version: String
    /// Whether the owner waits for this resource to be gone before it is deleted.
    public var block_owner_deletion: Bool?
    /// Whether the owner is the controller of this resource.
    public var controller: Bool?
    /// The kind of the owner.
    public var kind: String
    /// The name of the owner.
    public var name: String
    /// The identity of the owner.
    public var uid: String

    /// Creates a reference.
    public init(
        api_version: String,
        block_owner_deletion: Bool? = nil,
        controller: Bool? = nil,
        kind: String,
        name: String,
        uid: String
    ) {
        self.api_version = api_version
        self.block_owner_deletion = block_owner_deletion
        self.controller = controller
        self.kind = kind
        self.name = name
        self.uid = uid
    }

    /// Creates a placeholder that reading overwrites.
    public init(_unread unread: _Unread) {
        self.init(api_version: "", kind: "", name: "", uid: "")
    }

    /// Shows every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.string("apiVersion", &api_version)
        fields.boolean("blockOwnerDeletion", &block_owner_deletion)
        fields.boolean("controller", &controller)
        fields.string("kind", &kind)
        fields.string("name", &name)
        fields.string("uid", &uid)
    }
}
