import CRDRuntime
import CRDYAML

/// A change that a watch reports (`metav1.WatchEvent`).
///
/// The server's event `ERROR` is thrown as an ``APIError``.
public enum WatchEvent<R: Resource>: Sendable {
    /// The resource was created, or matches the selectors now.
    case added(R)
    /// The resource was changed.
    case modified(R)
    /// The resource was deleted, or no longer matches the selectors.
    case deleted(R)
    /// The server has sent all changes up to a resource version.
    case bookmark(WatchBookmark)

    /// The version from which a watch continues after this event.
    public var resourceVersion: String? {
        switch self {
        case .added(let resource), .modified(let resource), .deleted(let resource):
            resource.metadata.resource_version
        case .bookmark(let bookmark):
            bookmark.resourceVersion
        }
    }
}

/// A position in a watch (KEP-956, stable since Kubernetes 1.17).
public struct WatchBookmark: Hashable, Sendable {
    /// The resource version up to which all changes were sent.
    public let resourceVersion: String
    /// Whether all resources that existed at the start were sent (KEP-3157).
    ///
    /// It is the annotation `k8s.io/initial-events-end`.
    public let endsInitialEvents: Bool

    init(_ object: Node?) {
        let metadata = object?["metadata"]
        resourceVersion = metadata?.value(of: "resourceVersion") ?? ""
        let annotations = metadata?["annotations"]
        endsInitialEvents = annotations?.value(of: "k8s.io/initial-events-end") == "true"
    }
}

extension WatchEvent {
    /// Reads an event.
    ///
    /// - Parameter line: One JSON object with `type` and `object`.
    /// - Throws: `APIError` for the event `ERROR`, and for an event that cannot be read.
    init(_ line: [UInt8]) throws(APIError) {
        let event = try ResponseReader(line, status: 200)
        guard let object = event.root["object"] else {
            throw event.unreadable("required field 'object' is missing", at: event.root)
        }
        switch event.root.value(of: "type") {
        case "ADDED": self = .added(try event.read(R.self, from: object, at: [.key("object")]))
        case "MODIFIED":
            self = .modified(try event.read(R.self, from: object, at: [.key("object")]))
        case "DELETED": self = .deleted(try event.read(R.self, from: object, at: [.key("object")]))
        case "BOOKMARK": self = .bookmark(WatchBookmark(object))
        case "ERROR": throw APIError(status: object, httpStatus: 200)
        case let type:
            let message = "the type of the event is '\(type?.excerpt ?? "")'"
            throw event.unreadable(message, at: event.root)
        }
    }
}
