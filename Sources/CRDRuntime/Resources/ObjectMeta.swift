// Properties of resources are in snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// The metadata of a resource (`metav1.ObjectMeta` of apimachinery v0.35).
///
/// You set `name`, `namespace`, `labels` and `annotations`; the cluster sets most other fields.
/// Fields that a newer cluster adds are kept in ``unknown_fields``, so that reading and writing
/// loses nothing.
public struct ObjectMeta: FieldStruct {
    /// The name, unique among the resources of one kind in a namespace.
    ///
    /// It is empty if the server creates the name from ``generate_name``.
    public var name: String
    /// The namespace; `nil` for cluster-scoped resources, or for the default namespace of the
    /// client.
    public var namespace: String?
    /// Keys and values by which resources are selected.
    public var labels: [String: String]?
    /// Keys and values for tools.
    ///
    /// Resources are not selected by them.
    public var annotations: [String: String]?
    /// The beginning of a name, to which the server adds a random end.
    public var generate_name: String?
    /// The unique identifier, set by the server.
    ///
    /// A new resource with the same name has another one.
    public var uid: String?
    /// The version of the stored resource, for optimistic locking.
    ///
    /// Its format is not specified.
    public var resource_version: String?
    /// A number that increases with each change of the desired state.
    public var generation: Int?
    /// The time at which the resource was created.
    public var creation_timestamp: DateTime?
    /// The time at which the resource will be deleted; `nil` if no deletion was requested.
    public var deletion_timestamp: DateTime?
    /// The time for a graceful shutdown in seconds.
    public var deletion_grace_period_seconds: Int?
    /// The names of the tasks that must be completed before the resource is removed.
    public var finalizers: [String]?
    /// The resources that this one belongs to.
    public var owner_references: [OwnerReference]?
    /// The fields that each client manages (server-side apply).
    public var managed_fields: [JSONValue]?
    /// A URL that old servers set; unused since Kubernetes 1.20.
    public var self_link: String?
    /// The fields that are not listed here.
    public var unknown_fields = JSONObject()

    /// Creates metadata.
    ///
    /// The parameters are in the usual order of manifests. Without `name`, set `generate_name`,
    /// except for the metadata of embedded resources.
    public init(
        name: String = "",
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

    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread unread: _Unread) {
        name = ""
    }

    /// Passes every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        // The metadata of an embedded resource requires no name; the name of a resource itself is
        // checked by the resource.
        var name = name.isEmpty ? nil : name
        fields.string("name", &name)
        self.name = name ?? ""
        fields.string("generateName", &generate_name)
        fields.string("namespace", &namespace)
        fields.visitMetadataStrings("labels", &labels)
        fields.visitMetadataStrings("annotations", &annotations)
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

    /// Whether both `name` and `generateName` are empty.
    var isNameless: Bool { name.isEmpty && (generate_name ?? "").isEmpty }

    /// The message of the API server for missing names (`ValidateObjectMeta`, apimachinery v0.35).
    static let namelessMessage = "name or generateName is required"

    private static let keys = [
        "name", "generateName", "namespace", "labels", "annotations", "uid", "resourceVersion",
        "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
        "finalizers", "ownerReferences", "managedFields", "selfLink",
    ]
}

// Properties of resources are in snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// A reference to a resource that owns another one (`metav1.OwnerReference`).
public struct OwnerReference: FieldStruct {
    /// The API version of the owner: `group/version`.
    public var api_version: String
    /// Whether the owner is deleted only after this resource is deleted.
    public var block_owner_deletion: Bool?
    /// Whether the owner is the controller of this resource.
    public var controller: Bool?
    /// The kind of the owner.
    public var kind: String
    /// The name of the owner.
    public var name: String
    /// The unique identifier of the owner.
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

    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread unread: _Unread) {
        self.init(api_version: "", kind: "", name: "", uid: "")
    }

    /// Passes every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.string("apiVersion", &api_version)
        fields.boolean("blockOwnerDeletion", &block_owner_deletion)
        fields.boolean("controller", &controller)
        fields.string("kind", &kind)
        fields.string("name", &name)
        fields.string("uid", &uid)
    }
}
