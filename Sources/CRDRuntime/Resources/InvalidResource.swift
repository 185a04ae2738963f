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

/// A resource that the API server would refuse, with everything that is wrong with it.
public struct InvalidResource: Error, Hashable, CustomStringConvertible {
    /// The kind of the resource.
    public let kind: String
    /// What is wrong.
    public let violations: [Violation]
    /// What of the schema was not checked besides.
    public let unchecked: [UncheckedConstraint]

    package init(kind: String, violations: [Violation], unchecked: [UncheckedConstraint] = []) {
        self.kind = kind
        self.violations = violations
        self.unchecked = unchecked
    }

    /// `TrainingJob is invalid: metadata.name: …`, as the API server says it; `(2 rules not
    /// evaluated)` behind it where the schema has rules.
    public var description: String {
        let list = violations.map(\.description).joined(separator: ", ")
        let note = unchecked.note.map { " (\($0))" } ?? ""
        return "\(kind) is invalid: \(list)\(note)"
    }
}
