/// Something in a resource that the API server would refuse.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The field in the spelling of the manifest, such as `metadata.name`.
    public let path: String
    /// The kind of fault, as the API server has it in `causes` of its answer.
    public let reason: Reason
    /// What is wrong, in the words of the API server.
    public let message: String

    /// Creates a violation.
    public init(path: String, reason: Reason, message: String) {
        self.path = path
        self.reason = reason
        self.message = message
    }

    /// `path: message`.
    public var description: String { "\(path): \(message)" }
}

/// A resource that the API server would refuse, with everything that is wrong with it.
public struct InvalidResource: Error, Hashable, CustomStringConvertible {
    /// The kind of the resource.
    public let kind: String
    /// What is wrong.
    public let violations: [Violation]

    /// `TrainingJob is invalid: metadata.name: …`, as the API server says it.
    public var description: String {
        "\(kind) is invalid: \(violations.map(\.description).joined(separator: ", "))"
    }
}
