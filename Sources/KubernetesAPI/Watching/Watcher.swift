import CRDRuntime

/// Follows the resources of a kind: lists them, watches from there, continues when a watch ends, and
/// lists anew when the resource version has expired.
///
/// A watcher does no I/O and never waits. Send its ``nextRequest()`` and pass it what arrives:
///
/// ```swift
/// var watcher = Watcher(ResourceAPI<TrainingJob>(namespace: "ml"))
/// while true {
///     do {
///         switch try watcher.nextRequest() {
///         case .list(let request):
///             if let change = watcher.receive(try await send(request)) { … }
///         case .watch(let request):
///             for try await event in try await events(request) {
///                 if let change = watcher.receive(event) { … }
///             }
///             try await Task.sleep(for: .seconds(1))
///         }
///     } catch let error as APIError where watcher.recover(from: error) {
///         continue
///     } catch {
///         try await Task.sleep(for: .seconds(5))  // a back-off of your choice
///     }
/// }
/// ```
///
/// The loop is that of `Reflector` in client-go: a watch that ends is not an error, and the next one
/// continues after the last event or bookmark. Wait before it: a server that is shutting down ends
/// watches at once.
public struct Watcher<R: Resource>: Sendable {
    /// A request to send.
    public enum Request: Sendable {
        /// Lists; pass the answer to `receive(_:)`.
        case list(APIRequest<ResourceList<R>>)
        /// Watches; pass each event to `receive(_:)`.
        case watch(APIRequest<WatchDecoder<R>>)
    }

    /// A change of the resources.
    public enum Change: Sendable {
        /// These are all resources now. Those of before that are not among them were deleted.
        case replaced([R])
        /// The resource was created, or matches the selectors now.
        case added(R)
        /// The resource was changed.
        case modified(R)
        /// The resource was deleted, or no longer matches the selectors.
        case deleted(R)
    }

    private enum State {
        /// Listing in pages: the items so far, and the token of the next page.
        case listing(items: [R], token: String?)
        case watching(resourceVersion: String)
    }

    private let api: ResourceAPI<R>
    private let labelSelector: String?
    private let fieldSelector: String?
    private let pageSize: Int
    private var state = State.listing(items: [], token: nil)
    /// Whether the whole list is requested at once, because the token of a page has expired.
    private var listsAtOnce = false
    /// The number of expirations since the last event.
    private var expirations = 0

    /// Creates a watcher, which begins with a list.
    ///
    /// - Parameters:
    ///   - api: The kind and its namespace.
    ///   - labelSelector: A condition on labels, such as `team=vision,tier!=test`.
    ///   - fieldSelector: A condition on fields, such as `metadata.name=example`.
    ///   - pageSize: The number of resources in a page of a list.
    public init(
        _ api: ResourceAPI<R>,
        labelSelector: String? = nil,
        fieldSelector: String? = nil,
        pageSize: Int = 500
    ) {
        self.api = api
        self.labelSelector = labelSelector
        self.fieldSelector = fieldSelector
        self.pageSize = pageSize
    }

    /// Returns the request to send now.
    ///
    /// - Throws: `InvalidResource` if the namespace cannot be a part of a path.
    public func nextRequest() throws(InvalidResource) -> Request {
        switch state {
        case .listing(_, let token):
            .list(
                try api.list(
                    limit: listsAtOnce ? nil : pageSize,
                    continue: token,
                    labelSelector: labelSelector,
                    fieldSelector: fieldSelector
                )
            )
        case .watching(let resourceVersion):
            .watch(
                try api.watch(
                    resourceVersion: resourceVersion,
                    labelSelector: labelSelector,
                    fieldSelector: fieldSelector
                )
            )
        }
    }

    /// Takes the answer of a list.
    ///
    /// - Returns: All resources, if this is the last page.
    public mutating func receive(_ list: ResourceList<R>) -> Change? {
        guard case .listing(var items, _) = state else { return nil }
        // Freed here, so that the items are not copied with each page.
        state = .listing(items: [], token: nil)
        items += list.items
        if let token = list.continueToken {
            state = .listing(items: items, token: token)
            return nil
        }
        listsAtOnce = false
        state = .watching(resourceVersion: list.resourceVersion)
        return .replaced(items)
    }

    /// Takes an event of a watch.
    ///
    /// - Returns: The change; `nil` for a bookmark.
    public mutating func receive(_ event: WatchEvent<R>) -> Change? {
        expirations = 0
        if let version = event.resourceVersion, !version.isEmpty {
            state = .watching(resourceVersion: version)
        }
        switch event {
        case .added(let resource): return .added(resource)
        case .modified(let resource): return .modified(resource)
        case .deleted(let resource): return .deleted(resource)
        case .bookmark: return nil
        }
    }

    /// Takes an error of a list or a watch.
    ///
    /// An expired resource version or token makes the watcher list anew. After any other error, the
    /// next request continues where the last one ended; wait before you send it, longer after each
    /// error in a row, and at least for ``APIError/retryAfterSeconds``.
    ///
    /// - Returns: Whether the next request can be sent at once. That is so after an expiration, but
    ///   not after a second one without an event between them.
    public mutating func recover(from error: APIError) -> Bool {
        guard error.isExpired else { return false }
        expirations += 1
        // A list that takes longer than its token is valid would never end in pages.
        if case .listing = state { listsAtOnce = true }
        state = .listing(items: [], token: nil)
        return expirations == 1
    }
}
