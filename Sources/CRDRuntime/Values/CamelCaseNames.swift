// The names of the runtime's properties and parameters in camelCase, as generated types have them
// with `naming: camelCase`.

extension KubernetesObject {
    /// The API version as manifests contain it: `group/version`.
    public var apiVersion: String { api_version }
}

extension Resource {
    /// The API version as manifests contain it: `group/version`.
    public static var apiVersion: String { api_version }
}

extension ObjectMeta {
    // Disfavoured, because a call in which every parameter is one word would be ambiguous.
    /// Creates metadata.
    ///
    /// The parameters are in the usual order of manifests. Without `name`, set `generateName`,
    /// except for the metadata of embedded resources.
    @_disfavoredOverload
    public init(
        name: String = "",
        namespace: String? = nil,
        labels: [String: String]? = nil,
        annotations: [String: String]? = nil,
        generateName: String? = nil,
        uid: String? = nil,
        resourceVersion: String? = nil,
        generation: Int? = nil,
        creationTimestamp: DateTime? = nil,
        deletionTimestamp: DateTime? = nil,
        deletionGracePeriodSeconds: Int? = nil,
        finalizers: [String]? = nil,
        ownerReferences: [OwnerReference]? = nil,
        managedFields: [JSONValue]? = nil,
        selfLink: String? = nil
    ) {
        self.init(name: name, namespace: namespace, labels: labels, annotations: annotations)
        generate_name = generateName
        self.uid = uid
        resource_version = resourceVersion
        self.generation = generation
        creation_timestamp = creationTimestamp
        deletion_timestamp = deletionTimestamp
        deletion_grace_period_seconds = deletionGracePeriodSeconds
        self.finalizers = finalizers
        owner_references = ownerReferences
        managed_fields = managedFields
        self_link = selfLink
    }

    /// ``generate_name`` in camelCase.
    public var generateName: String? {
        get { generate_name }
        set { generate_name = newValue }
    }

    /// ``resource_version`` in camelCase.
    public var resourceVersion: String? {
        get { resource_version }
        set { resource_version = newValue }
    }

    /// ``creation_timestamp`` in camelCase.
    public var creationTimestamp: DateTime? {
        get { creation_timestamp }
        set { creation_timestamp = newValue }
    }

    /// ``deletion_timestamp`` in camelCase.
    public var deletionTimestamp: DateTime? {
        get { deletion_timestamp }
        set { deletion_timestamp = newValue }
    }

    /// ``deletion_grace_period_seconds`` in camelCase.
    public var deletionGracePeriodSeconds: Int? {
        get { deletion_grace_period_seconds }
        set { deletion_grace_period_seconds = newValue }
    }

    /// ``owner_references`` in camelCase.
    public var ownerReferences: [OwnerReference]? {
        get { owner_references }
        _modify { yield &owner_references }
    }

    /// ``managed_fields`` in camelCase.
    public var managedFields: [JSONValue]? {
        get { managed_fields }
        _modify { yield &managed_fields }
    }

    /// ``self_link`` in camelCase.
    public var selfLink: String? {
        get { self_link }
        set { self_link = newValue }
    }

    /// ``unknown_fields`` in camelCase.
    public var unknownFields: JSONObject {
        get { unknown_fields }
        _modify { yield &unknown_fields }
    }
}

extension OwnerReference {
    /// Creates a reference.
    public init(
        apiVersion: String,
        blockOwnerDeletion: Bool? = nil,
        controller: Bool? = nil,
        kind: String,
        name: String,
        uid: String
    ) {
        self.init(api_version: apiVersion, kind: kind, name: name, uid: uid)
        block_owner_deletion = blockOwnerDeletion
        self.controller = controller
    }

    /// ``api_version`` in camelCase.
    public var apiVersion: String {
        get { api_version }
        set { api_version = newValue }
    }

    /// ``block_owner_deletion`` in camelCase.
    public var blockOwnerDeletion: Bool? {
        get { block_owner_deletion }
        set { block_owner_deletion = newValue }
    }
}

extension Condition {
    /// Creates a condition.
    public init(
        lastTransitionTime: DateTime,
        message: String,
        observedGeneration: Int? = nil,
        reason: String,
        status: Status,
        type: String
    ) {
        self.init(
            last_transition_time: lastTransitionTime,
            message: message,
            observed_generation: observedGeneration,
            reason: reason,
            status: status,
            type: type
        )
    }

    /// ``last_transition_time`` in camelCase.
    public var lastTransitionTime: DateTime {
        get { last_transition_time }
        set { last_transition_time = newValue }
    }

    /// ``observed_generation`` in camelCase.
    public var observedGeneration: Int? {
        get { observed_generation }
        set { observed_generation = newValue }
    }
}

extension LabelSelector {
    // Disfavoured, because a call without parameters would be ambiguous.
    /// Creates a selector.
    @_disfavoredOverload
    public init(matchExpressions: [Requirement]? = nil, matchLabels: [String: String]? = nil) {
        self.init(match_expressions: matchExpressions, match_labels: matchLabels)
    }

    /// ``match_expressions`` in camelCase.
    public var matchExpressions: [Requirement]? {
        get { match_expressions }
        _modify { yield &match_expressions }
    }

    /// ``match_labels`` in camelCase.
    public var matchLabels: [String: String]? {
        get { match_labels }
        _modify { yield &match_labels }
    }
}

extension EmbeddedResource {
    /// Creates a resource.
    public init(
        apiVersion: String,
        kind: String,
        metadata: ObjectMeta? = nil,
        unknownFields: JSONObject = [:]
    ) {
        self.init(api_version: apiVersion, kind: kind, metadata: metadata)
        unknown_fields = unknownFields
    }

    /// ``api_version`` in camelCase.
    public var apiVersion: String {
        get { api_version }
        set { api_version = newValue }
    }

    /// ``unknown_fields`` in camelCase.
    public var unknownFields: JSONObject {
        get { unknown_fields }
        _modify { yield &unknown_fields }
    }
}

extension UntypedResource {
    /// Creates an object.
    public init(
        apiVersion: String,
        kind: String,
        metadata: ObjectMeta,
        unknownFields: JSONObject = [:]
    ) {
        self.init(api_version: apiVersion, kind: kind, metadata: metadata)
        unknown_fields = unknownFields
    }

    /// ``api_version`` in camelCase.
    public var apiVersion: String {
        get { api_version }
        set { api_version = newValue }
    }

    /// ``unknown_fields`` in camelCase.
    public var unknownFields: JSONObject {
        get { unknown_fields }
        _modify { yield &unknown_fields }
    }
}
