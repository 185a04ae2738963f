/// The error that is thrown for a resource that the API server would reject.
///
/// It contains all violations.
public struct InvalidResource: Error, Hashable, CustomStringConvertible {
    /// The kind of the resource.
    public let kind: String
    /// The violations.
    public let violations: [Violation]
    /// The constraints of the schema that were not evaluated.
    public let unchecked: [UncheckedConstraint]

    package init(kind: String, violations: [Violation], unchecked: [UncheckedConstraint] = []) {
        self.kind = kind
        self.violations = violations
        self.unchecked = unchecked
    }

    /// The message of the API server, such as `TrainingJob is invalid: metadata.name: …`.
    ///
    /// It ends with `(2 rules not evaluated)` if the schema has CEL rules.
    public var description: String {
        let list = violations.map(\.description).joined(separator: ", ")
        let note = unchecked.note.map { " (\($0))" } ?? ""
        return "\(kind) is invalid: \(list)\(note)"
    }
}
