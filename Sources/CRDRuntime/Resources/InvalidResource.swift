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
