// The properties that programs use most, in camelCase, as generated types have them with
// `naming: camelCase`.

extension KubernetesObject {
    /// The API version as manifests contain it: `group/version`.
    public var apiVersion: String { api_version }
}

extension Resource {
    /// The API version as manifests contain it: `group/version`.
    public static var apiVersion: String { api_version }
}

extension ObjectMeta {
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

    /// ``unknown_fields`` in camelCase.
    public var unknownFields: JSONObject {
        get { unknown_fields }
        _modify { yield &unknown_fields }
    }
}

extension OwnerReference {
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
    /// Creates a selector.
    public init(matchExpressions: [Requirement]? = nil, matchLabels: [String: String]) {
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
