/// The error that is thrown for a resource that the API server would reject.
///
/// It contains all violations.
public struct InvalidResource: Error, Hashable, CustomStringConvertible {
    /// The kind of the resource.
    public let kind: String
    /// The violations.
    public let violations: [Violation]
    /// A note about constraints that were not evaluated, such as `2 rules not evaluated`.
    package let note: String?

    package init(kind: String, violations: [Violation], note: String? = nil) {
        self.kind = kind
        self.violations = violations
        self.note = note
    }

    /// The message of the API server, such as `TrainingJob is invalid: metadata.name: …`, with a
    /// line for each violation if there are several.
    ///
    /// It has `(2 rules not evaluated)` if the schema has CEL rules.
    public var description: String {
        let note = note.map { " (\($0))" } ?? ""
        if violations.count == 1 { return "\(kind) is invalid: \(violations[0])\(note)" }
        let lines = violations.map { "\n  \($0)" }
        return "\(kind) is invalid\(note):\(lines.joined())"
    }
}
