public import CRDYAML

/// The error that the API server responds with (`metav1.Status` of apimachinery v0.35), or a
/// response that cannot be read.
///
/// ```swift
/// do {
///     job = try request.answer(status: status, body: bytes)
/// } catch where error.isNotFound {
///     …
/// }
/// ```
///
/// A response that is no `Status`, such as the page of a proxy, is an error too: the message then
/// has the first 200 bytes of the body.
public struct APIError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A cause of an error (`metav1.StatusCause`), such as one invalid field.
    public struct Cause: Hashable, Sendable {
        /// The path of the field, such as `spec.replicas`; empty if the cause is not about a field.
        public let field: String
        /// The kind of the cause, such as `FieldValueInvalid`.
        public let reason: String
        /// The message.
        public let message: String

        /// Creates a cause.
        public init(field: String, reason: String, message: String) {
            self.field = field
            self.reason = reason
            self.message = message
        }
    }

    /// The HTTP status.
    public let code: Int
    /// The reason, for programs (`metav1.StatusReason`), such as `NotFound`; empty if the response
    /// has none.
    public let reason: String
    /// The message, for people.
    public let message: String
    /// The causes; for an invalid resource, one for each violation.
    public let causes: [Cause]
    /// The time in seconds after which the request can be repeated; `nil` if the server gives none.
    public let retryAfterSeconds: Int?
    /// The problems of a response that is successful but cannot be read; empty for other errors.
    public let diagnostics: [Diagnostic]

    /// Creates an error.
    public init(
        code: Int,
        reason: String = "",
        message: String,
        causes: [Cause] = [],
        retryAfterSeconds: Int? = nil,
        diagnostics: [Diagnostic] = []
    ) {
        self.code = code
        self.reason = reason
        self.message = message
        self.causes = causes
        self.retryAfterSeconds = retryAfterSeconds
        self.diagnostics = diagnostics
    }

    /// `404 NotFound: widgets.example.com "a" not found`.
    public var description: String {
        "\(code)\(reason.isEmpty ? "" : " \(reason)"): \(message)"
    }
}

// MARK: - Kinds of errors

extension APIError {
    /// Whether the object, or the kind, does not exist.
    public var isNotFound: Bool { has("NotFound", orCode: 404) }
    /// Whether an object with this name exists already.
    public var isAlreadyExists: Bool { has("AlreadyExists") }
    /// Whether the object has changed, another manager owns a field, or a precondition does not
    /// hold.
    public var isConflict: Bool { has("Conflict", orCode: 409) }
    /// Whether a resource version or a token of a list is too old: list anew.
    public var isExpired: Bool { has("Expired") || has("Gone", orCode: 410) }
    /// Whether the object is invalid; ``causes`` has the violations.
    public var isInvalid: Bool { has("Invalid", orCode: 422) }
    /// Whether the request is malformed, or has unknown fields with strict validation.
    public var isBadRequest: Bool { has("BadRequest", orCode: 400) }
    /// Whether the credentials are missing or not accepted.
    public var isUnauthorized: Bool { has("Unauthorized", orCode: 401) }
    /// Whether the user may not do this.
    public var isForbidden: Bool { has("Forbidden", orCode: 403) }
    /// Whether there are too many requests; see ``retryAfterSeconds``.
    public var isTooManyRequests: Bool { has("TooManyRequests", orCode: 429) }
    /// Whether the request could not be completed in time.
    public var isTimeout: Bool { has("Timeout", orCode: 504) || has("ServerTimeout") }
    /// Whether the server has an internal error.
    public var isInternalError: Bool { has("InternalError", orCode: 500) }
    /// Whether the server is not available.
    public var isServiceUnavailable: Bool { has("ServiceUnavailable", orCode: 503) }
    /// Whether the response is successful but cannot be read; see ``diagnostics``.
    public var isUnreadable: Bool { !diagnostics.isEmpty }

    /// Returns whether the error has a reason, or has none but this code.
    private func has(_ reason: String, orCode code: Int? = nil) -> Bool {
        self.reason == reason || (self.reason.isEmpty && !isUnreadable && self.code == code)
    }
}
