import CRDValues

/// A patch of an object.
///
/// Custom resources have no strategic merge patch: the server rejects it with status 415.
public enum Patch: Sendable {
    /// A JSON merge patch (RFC 7386): an object with the new values, and `null` for fields to
    /// remove.
    case merge(JSONValue)
    /// A JSON patch (RFC 6902): a list of operations.
    case json(JSONValue)

    /// The body of the request.
    var content: Content {
        switch self {
        case .merge(let value):
            Content(value.jsonText, type: "application/merge-patch+json")
        case .json(let operations):
            Content(operations.jsonText, type: "application/json-patch+json")
        }
    }
}
