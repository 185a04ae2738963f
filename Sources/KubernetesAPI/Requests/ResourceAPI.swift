import CRDRuntime

/// The requests for the resources of one kind.
///
/// ```swift
/// let jobs = ResourceAPI<TrainingJob>(namespace: "ml")
/// let request = try jobs.list(limit: 100, labelSelector: "team=vision")
/// ```
///
/// No function sends anything. Each returns an ``APIRequest``, which any HTTP client can send. A
/// name or namespace that cannot be a part of a path is an error before that: one that is empty, is
/// `.` or `..`, or contains `/` or `%`.
public struct ResourceAPI<R: Resource>: ObjectAPI {
    let endpoint: Endpoint

    /// Creates the requests for the resources in a namespace.
    ///
    /// - Parameter namespace: The namespace of the resources. `nil` for cluster-scoped kinds; for
    ///   other kinds, `nil` stands for all namespaces, which only `list` and `watch` support. Other
    ///   requests then throw `InvalidResource`, as all requests do if a cluster-scoped kind is given
    ///   a namespace.
    public init(namespace: String? = nil) {
        endpoint = Endpoint(definition: R.definition, namespace: namespace)
    }

    /// The requests for the subresource `status`.
    ///
    /// They change nothing but the status, and other requests don't change it. The kind must have
    /// the subresource (`ResourceDefinition.hasStatusSubresource`): else the server responds with
    /// status 404.
    public var status: SubresourceAPI<R> { SubresourceAPI(endpoint, "status") }

    /// The requests for the subresource `scale`.
    ///
    /// The kind must have the subresource (`ResourceDefinition.scale`): else the server responds
    /// with status 404.
    public var scale: SubresourceAPI<Scale> { SubresourceAPI(endpoint, "scale") }

    /// Returns the path of the resource with a name.
    ///
    /// - Throws: `InvalidResource` if the name or the namespace cannot be a part of a path.
    public func _path(of name: String) throws(InvalidResource) -> String {
        try endpoint.path(name: name)
    }

    /// The type in requests and responses.
    public typealias Object = R
}

/// The requests for a subresource; see ``ResourceAPI/status`` and ``ResourceAPI/scale``.
public struct SubresourceAPI<Object: KubernetesObject>: ObjectAPI {
    private let endpoint: Endpoint
    private let name: String

    init(_ endpoint: Endpoint, _ name: String) {
        self.endpoint = endpoint
        self.name = name
    }

    /// Returns the path of the subresource of the object with a name.
    ///
    /// - Throws: `InvalidResource` if the name or the namespace cannot be a part of a path.
    public func _path(of name: String) throws(InvalidResource) -> String {
        try endpoint.path(name: name, subresource: self.name)
    }
}

// MARK: - Creating and deleting

extension ResourceAPI {
    /// Returns the request that creates a resource.
    ///
    /// The name is `metadata.name`, or is made by the server from `metadata.generate_name`.
    ///
    /// - Parameters:
    ///   - resource: The resource.
    ///   - dryRun: Whether the server processes the request without storing the result.
    ///   - fieldManager: The name under which the server records the fields.
    ///   - fieldValidation: The treatment of unknown fields; `nil` for the server's default, `Warn`.
    /// - Returns: The request.
    /// - Throws: `InvalidResource` if the metadata is invalid, or an error of a value that cannot be
    ///   written.
    public func create(
        _ resource: R,
        dryRun: Bool = false,
        fieldManager: String? = nil,
        fieldValidation: FieldValidation? = nil
    ) throws -> APIRequest<R> {
        let path = try endpoint.collectionPath()
        let query = Query(dryRun: dryRun, fieldManager, fieldValidation)
        return APIRequest(.post, path + query.text, Content(try resource.json), read: R.read)
    }

    /// Returns the request that deletes a resource.
    ///
    /// - Parameters:
    ///   - name: The name of the resource.
    ///   - propagation: The treatment of owned objects; `nil` for the server's default, background.
    ///   - gracePeriodSeconds: The time for a graceful shutdown; `nil` for the default of the kind.
    ///   - preconditions: The conditions under which the resource is deleted.
    ///   - dryRun: Whether the server processes the request without storing the result.
    /// - Returns: The request.
    /// - Throws: `InvalidResource` if the name or the namespace cannot be a part of a path.
    public func delete(
        _ name: String,
        propagation: DeletionPropagation? = nil,
        gracePeriodSeconds: Int? = nil,
        preconditions: DeletionPreconditions? = nil,
        dryRun: Bool = false
    ) throws(InvalidResource) -> APIRequest<DeletionResult<R>> {
        let options = DeletionOptions(
            propagation: propagation,
            gracePeriodSeconds: gracePeriodSeconds,
            preconditions: preconditions,
            dryRun: dryRun
        )
        let path = try endpoint.path(name: name)
        return APIRequest(.delete, path, options.content, read: DeletionResult.read)
    }

    /// Returns the request that deletes the resources of a namespace, or of the cluster if the kind
    /// has no namespaces.
    ///
    /// Without selectors, it deletes all of them.
    ///
    /// - Parameters:
    ///   - labelSelector: A condition on labels, such as `team=vision,tier!=test`.
    ///   - fieldSelector: A condition on fields, such as `metadata.name=example`.
    ///   - propagation: The treatment of owned objects; `nil` for the server's default, background.
    ///   - gracePeriodSeconds: The time for a graceful shutdown; `nil` for the default of the kind.
    ///   - dryRun: Whether the server processes the request without storing the result.
    /// - Returns: The request. Its answer contains the resources as they were.
    /// - Throws: `InvalidResource` if the namespace is missing or cannot be a part of a path.
    public func deleteCollection(
        labelSelector: String? = nil,
        fieldSelector: String? = nil,
        propagation: DeletionPropagation? = nil,
        gracePeriodSeconds: Int? = nil,
        dryRun: Bool = false
    ) throws(InvalidResource) -> APIRequest<ResourceList<R>> {
        let options = DeletionOptions(
            propagation: propagation,
            gracePeriodSeconds: gracePeriodSeconds,
            dryRun: dryRun
        )
        var query = Query()
        query.add("labelSelector", labelSelector)
        query.add("fieldSelector", fieldSelector)
        let path = try endpoint.collectionPath() + query.text
        return APIRequest(.delete, path, options.content, read: ResourceList.read)
    }
}
