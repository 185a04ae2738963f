import CRDRuntime
import CRDValues

/// The treatment of the objects that a deleted object owns (`propagationPolicy` of
/// `metav1.DeleteOptions`).
public enum DeletionPropagation: String, Hashable, Sendable {
    /// The owned objects are kept.
    case orphan = "Orphan"
    /// The owned objects are deleted later.
    case background = "Background"
    /// The object is deleted after the owned objects.
    case foreground = "Foreground"
}

/// The conditions under which an object is deleted (`metav1.Preconditions`).
///
/// If one does not hold, the server rejects the request (``APIError/isConflict``).
public struct DeletionPreconditions: Hashable, Sendable {
    /// The unique identifier that the object must have; `nil` for any.
    public var uid: String?
    /// The resource version that the object must have; `nil` for any.
    public var resourceVersion: String?

    /// Creates preconditions.
    public init(uid: String? = nil, resourceVersion: String? = nil) {
        self.uid = uid
        self.resourceVersion = resourceVersion
    }
}

/// The options of a deletion (`metav1.DeleteOptions` of apimachinery v0.35).
///
/// They are sent in the body: the server ignores those in the query if there is a body.
struct DeletionOptions {
    var propagation: DeletionPropagation?
    var gracePeriodSeconds: Int?
    var preconditions: DeletionPreconditions?
    var dryRun = false

    /// The body of the request; `nil` if no option is set.
    var content: Content? {
        var options = JSONObject()
        options["propagationPolicy"] = propagation.map { .string($0.rawValue) }
        options["gracePeriodSeconds"] = gracePeriodSeconds.map { .number(JSONNumber($0)) }
        options["preconditions"] = preconditions.flatMap { preconditions in
            var conditions = JSONObject()
            conditions["uid"] = preconditions.uid.map { .string($0) }
            conditions["resourceVersion"] = preconditions.resourceVersion.map { .string($0) }
            return conditions.isEmpty ? nil : .object(conditions)
        }
        options["dryRun"] = dryRun ? ["All"] : nil
        if options.isEmpty { return nil }
        options["kind"] = "DeleteOptions"
        options["apiVersion"] = "v1"
        return Content(JSONValue.object(options).jsonText)
    }
}
