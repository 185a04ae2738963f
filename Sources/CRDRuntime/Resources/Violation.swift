/// Something in a resource that the API server would refuse.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The field in the spelling of the manifest, such as `metadata.name`.
    public let path: String
    /// The kind of fault, as the API server has it in `causes` of its answer.
    public let reason: Reason
    /// What is wrong, in the words of the API server.
    public let message: String
    /// Where in the resource the value is.
    package let place: ValuePlace

    /// Creates a violation.
    public init(path: String, reason: Reason, message: String) {
        self.init(path: path, reason: reason, message: message, at: .root)
    }

    package init(path: String, reason: Reason, message: String, at place: ValuePlace) {
        self.path = path
        self.reason = reason
        self.message = message
        self.place = place
    }

    /// `path: message`.
    public var description: String { "\(path): \(message)" }

    /// Whether both say the same; the server tells such violations once.
    public static func == (left: Violation, right: Violation) -> Bool {
        left.path == right.path && left.reason == right.reason && left.message == right.message
    }

    /// Hashes what is said.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(reason)
        hasher.combine(message)
    }
}
