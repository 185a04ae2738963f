public import CRDYAML

/// A value in a resource that the API server rejects.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The path of the field with the keys of the manifest, such as `metadata.name`.
    public let field: String
    /// The kind of the violation, as in `causes` of the API server's response.
    public let reason: Reason
    /// The message of the API server.
    public let message: String
    /// The location of the value, or of its parent if it is missing, in the text from which the
    /// resource was read; `nil` for a resource that was not read from a text.
    public let location: SourceLocation?
    /// The location of the value in the resource.
    package let place: ValuePlace

    /// Creates a violation.
    public init(field: String, reason: Reason, message: String) {
        self.init(field: field, reason: reason, message: message, at: .root)
    }

    package init(
        field: String,
        reason: Reason,
        message: String,
        at place: ValuePlace,
        location: SourceLocation? = nil
    ) {
        self.field = field
        self.reason = reason
        self.message = message
        self.place = place
        self.location = location
    }

    /// `field: message`.
    public var description: String { "\(field): \(message)" }

    /// Whether both have the same field, reason and message, at any location.
    ///
    /// The server reports equal violations once.
    public static func == (left: Violation, right: Violation) -> Bool {
        left.field == right.field && left.reason == right.reason && left.message == right.message
    }

    /// Hashes the field, reason and message.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(field)
        hasher.combine(reason)
        hasher.combine(message)
    }
}
