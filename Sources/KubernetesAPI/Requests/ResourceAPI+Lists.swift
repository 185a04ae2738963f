import CRDRuntime

/// The meaning of the resource version of a list (`resourceVersionMatch` of `metav1.ListOptions`,
/// stable since Kubernetes 1.19).
public enum ResourceVersionMatch: String, Hashable, Sendable {
    /// The list is of exactly this version.
    case exact = "Exact"
    /// The list is of this version or a newer one.
    case notOlderThan = "NotOlderThan"
}

extension ResourceAPI {
    /// Returns the request that lists resources.
    ///
    /// Without a namespace, it lists those of all namespaces.
    ///
    /// - Parameters:
    ///   - limit: The maximum number of items; `nil` for all. If there are more, the answer has a
    ///     ``ResourceList/continueToken``.
    ///   - token: The token of the previous page. The selectors must be those of that request. An
    ///     old token is expired (``APIError/isExpired``): list from the beginning.
    ///   - labelSelector: A condition on labels, such as `team=vision,tier!=test`.
    ///   - fieldSelector: A condition on fields, such as `metadata.name=example`. Custom resources
    ///     have the fields `metadata.name`, `metadata.namespace` and those of
    ///     `ResourceDefinition.selectableFields`.
    ///   - resourceVersion: The resource version; `nil` for the most recent one, `0` for any that
    ///     the server has at hand.
    ///   - resourceVersionMatch: The meaning of the resource version. It requires one.
    ///   - timeoutSeconds: The time after which the server stops.
    /// - Returns: The request.
    /// - Throws: `InvalidResource` if the namespace cannot be a part of a path.
    public func list(
        limit: Int? = nil,
        continue token: String? = nil,
        labelSelector: String? = nil,
        fieldSelector: String? = nil,
        resourceVersion: String? = nil,
        resourceVersionMatch: ResourceVersionMatch? = nil,
        timeoutSeconds: Int? = nil
    ) throws(InvalidResource) -> APIRequest<ResourceList<R>> {
        var query = Query()
        query.add("limit", limit)
        query.add("continue", token)
        query.add("labelSelector", labelSelector)
        query.add("fieldSelector", fieldSelector)
        query.add("resourceVersion", resourceVersion)
        query.add("resourceVersionMatch", resourceVersionMatch?.rawValue)
        query.add("timeoutSeconds", timeoutSeconds)
        return APIRequest(.get, try endpoint.listPath() + query.text, read: ResourceList.read)
    }

    /// Returns the request that watches resources.
    ///
    /// Without a namespace, it watches those of all namespaces. The answer is a decoder for the
    /// bytes of the response, which arrive for as long as the watch lasts:
    ///
    /// ```swift
    /// var decoder = try request.answer(status: status, body: [])
    /// ```
    ///
    /// An `AsyncSequence` of chunks has `events(of:)` instead. If the status is not 200, pass the
    /// whole body; `answer` then throws the error in it. ``Watcher`` lists, watches and continues
    /// after the end of a watch.
    ///
    /// - Parameters:
    ///   - resourceVersion: The version after which changes are reported, usually that of a list;
    ///     `nil` for an event for each existing resource first.
    ///   - labelSelector: A condition on labels, such as `team=vision,tier!=test`.
    ///   - fieldSelector: A condition on fields, such as `metadata.name=example`.
    ///   - bookmarks: Whether the server sends bookmarks (`allowWatchBookmarks`, KEP-956).
    ///   - initialEvents: Whether to list through the watch (`sendInitialEvents`, KEP-3157, on by
    ///     default in servers since Kubernetes 1.32): an event for each existing resource, and then
    ///     a bookmark with ``WatchBookmark/endsInitialEvents``.
    ///   - timeoutSeconds: The time after which the server ends the watch.
    /// - Returns: The request. Its answer is a decoder.
    /// - Throws: `InvalidResource` if the namespace cannot be a part of a path.
    public func watch(
        resourceVersion: String? = nil,
        labelSelector: String? = nil,
        fieldSelector: String? = nil,
        bookmarks: Bool = true,
        initialEvents: Bool = false,
        timeoutSeconds: Int? = nil
    ) throws(InvalidResource) -> APIRequest<WatchDecoder<R>> {
        var query = Query()
        query.add("watch", true)
        query.add("labelSelector", labelSelector)
        query.add("fieldSelector", fieldSelector)
        query.add("resourceVersion", resourceVersion)
        query.add("allowWatchBookmarks", bookmarks)
        query.add("sendInitialEvents", initialEvents)
        if initialEvents {
            query.add("resourceVersionMatch", ResourceVersionMatch.notOlderThan.rawValue)
        }
        query.add("timeoutSeconds", timeoutSeconds)
        let path = try endpoint.listPath() + query.text
        return APIRequest(.get, path) { (body, _) throws(APIError) in WatchDecoder(start: body) }
    }
}
