import CRDJSON

/// The requests for one object, which a resource and its subresources have in common.
///
/// ```swift
/// let widgets = ResourceAPI<Widget>()
/// try widgets.get("example")
/// try widgets.status.replace(widget)
/// try widgets.scale.patch("example", .merge(["spec": ["replicas": 3]]))
/// ```
public protocol ObjectAPI<Object>: Sendable {
    /// The type in requests and responses.
    associatedtype Object: KubernetesObject

    /// Returns the path of the object with a name.
    ///
    /// - Throws: `InvalidResource` if the name or the namespace cannot be a part of a path.
    func _path(of name: String) throws(InvalidResource) -> String
}

extension ObjectAPI {
    /// Returns the request that reads an object.
    ///
    /// - Throws: `InvalidResource` if the name or the namespace cannot be a part of a path.
    public func get(_ name: String) throws(InvalidResource) -> APIRequest<Object> {
        APIRequest(.get, try _path(of: name), read: Object.read)
    }

    /// Returns the request that replaces an object.
    ///
    /// With `metadata.resource_version`, the server rejects the request if the object has changed
    /// (``APIError/isConflict``). A replacement loses the fields that the Swift type does not have,
    /// such as those of a newer version of the CRD; a patch keeps them.
    ///
    /// - Parameters:
    ///   - object: The new object, with its name.
    ///   - dryRun: Whether the server processes the request without storing the result.
    ///   - fieldManager: The name under which the server records the changed fields.
    ///   - fieldValidation: The treatment of unknown fields; `nil` for the server's default, `Warn`.
    /// - Returns: The request.
    /// - Throws: `InvalidResource` if the metadata is invalid, or an error of a value that cannot be
    ///   written.
    public func replace(
        _ object: Object,
        dryRun: Bool = false,
        fieldManager: String? = nil,
        fieldValidation: FieldValidation? = nil
    ) throws -> APIRequest<Object> {
        let path = try _path(of: object.metadata.name)
        let query = Query(dryRun: dryRun, fieldManager, fieldValidation)
        return APIRequest(.put, path + query.text, Content(try object.json), read: Object.read)
    }

    /// Returns the request that applies an object: server-side apply (KEP-555, stable since
    /// Kubernetes 1.22).
    ///
    /// It creates the object if it is missing. The manager owns the fields that it applies; fields
    /// that it applied before and that are now missing are removed. Metadata that only the server
    /// sets is not sent, such as `managedFields`, with which the server rejects the request. If
    /// another manager owns a field with a different value, the server rejects the request
    /// (``APIError/isConflict``).
    ///
    /// - Parameters:
    ///   - object: The object, with its name. It should have only the fields that the manager
    ///     decides on, not those that were read from the server.
    ///   - manager: The name of the field manager.
    ///   - force: Whether to take over fields that other managers own.
    ///   - dryRun: Whether the server processes the request without storing the result.
    ///   - fieldValidation: The treatment of unknown fields; `nil` for the server's default, `Warn`.
    /// - Returns: The request.
    /// - Throws: `InvalidResource` if the metadata is invalid, or an error of a value that cannot be
    ///   written.
    public func apply(
        _ object: Object,
        as manager: String,
        force: Bool = false,
        dryRun: Bool = false,
        fieldValidation: FieldValidation? = nil
    ) throws -> APIRequest<Object> {
        let path = try _path(of: object.metadata.name)
        var applied = object
        applied.metadata = object.metadata.applied
        var query = Query(dryRun: dryRun, manager, fieldValidation)
        query.add("force", force)
        let content = Content(try applied.json, type: "application/apply-patch+yaml")
        return APIRequest(.patch, path + query.text, content, read: Object.read)
    }

    /// Returns the request that patches an object.
    ///
    /// - Parameters:
    ///   - name: The name of the object.
    ///   - patch: The patch.
    ///   - dryRun: Whether the server processes the request without storing the result.
    ///   - fieldManager: The name under which the server records the changed fields.
    ///   - fieldValidation: The treatment of unknown fields; `nil` for the server's default, `Warn`.
    /// - Returns: The request.
    /// - Throws: `InvalidResource` if the name or the namespace cannot be a part of a path.
    public func patch(
        _ name: String,
        _ patch: Patch,
        dryRun: Bool = false,
        fieldManager: String? = nil,
        fieldValidation: FieldValidation? = nil
    ) throws(InvalidResource) -> APIRequest<Object> {
        let path = try _path(of: name)
        let query = Query(dryRun: dryRun, fieldManager, fieldValidation)
        return APIRequest(.patch, path + query.text, patch.content, read: Object.read)
    }

    /// Returns the request that makes the changes between two values of an object: a JSON merge
    /// patch (RFC 7386).
    ///
    /// ```swift
    /// var changed = widget
    /// changed.spec?.replicas = 3
    /// try widgets.patch(from: widget, to: changed)  // {"spec":{"replicas":3}}
    /// ```
    ///
    /// Fields that are equal in both are not sent, so the changes of others to them remain, as do the
    /// fields that the Swift type does not have. A field that only `original` has is removed. A list
    /// that differs is sent as a whole. Metadata that only the server sets is not sent, as with
    /// `apply`.
    ///
    /// - Parameters:
    ///   - original: The object as it was read.
    ///   - changed: The object with the changes, and with the same name.
    ///   - ifUnchanged: Whether the server rejects the request if the object has changed since
    ///     `original` was read (``APIError/isConflict``). The patch then has the resource version of
    ///     `original`. Use it for changes that depend on fields that are not sent, and for lists.
    ///   - dryRun: Whether the server processes the request without storing the result.
    ///   - fieldManager: The name under which the server records the changed fields.
    ///   - fieldValidation: The treatment of unknown fields; `nil` for the server's default, `Warn`.
    /// - Returns: The request.
    /// - Throws: `InvalidResource` if the metadata is invalid, or if `original` has no resource
    ///   version and `ifUnchanged` is true; or an error of a value that cannot be written.
    public func patch(
        from original: Object,
        to changed: Object,
        ifUnchanged: Bool = false,
        dryRun: Bool = false,
        fieldManager: String? = nil,
        fieldValidation: FieldValidation? = nil
    ) throws -> APIRequest<Object> {
        var (old, new) = (original, changed)
        old.metadata = original.metadata.applied
        new.metadata = changed.metadata.applied
        if ifUnchanged { new.metadata.resource_version = try original.requiredVersion }
        return try patch(
            original.metadata.name,
            .merge(new.mergePatch(from: old)),
            dryRun: dryRun,
            fieldManager: fieldManager,
            fieldValidation: fieldValidation
        )
    }
}

extension KubernetesObject {
    /// The resource version, without which a change of the object would overwrite others.
    ///
    /// - Throws: `InvalidResource` if there is none, in the words of the API server
    ///   (`ValidateObjectMetaAccessorUpdate` of apimachinery v0.35).
    fileprivate var requiredVersion: String {
        get throws(InvalidResource) {
            if let version = metadata.resource_version, !version.isEmpty { return version }
            let violation = Violation(
                field: "metadata.resourceVersion",
                reason: .invalid,
                message: "Invalid value: 0: must be specified for an update"
            )
            throw InvalidResource(kind: kind, violations: [violation])
        }
    }
}

extension ObjectMeta {
    /// The fields that a client decides on.
    ///
    /// The others are read-only, or are preconditions with which an object that was read before
    /// would be rejected (`metav1.ObjectMeta`).
    fileprivate var applied: ObjectMeta {
        ObjectMeta(
            name: name,
            namespace: namespace,
            labels: labels,
            annotations: annotations,
            finalizers: finalizers,
            owner_references: owner_references
        )
    }
}

extension Query {
    /// Creates the query of a request that writes (`metav1.CreateOptions`, `UpdateOptions` and
    /// `PatchOptions`).
    init(dryRun: Bool, _ fieldManager: String?, _ fieldValidation: FieldValidation?) {
        add("dryRun", dryRun ? "All" : nil)
        add("fieldManager", fieldManager)
        add("fieldValidation", fieldValidation?.rawValue)
    }
}
