/// The error that is thrown for a resource that the API server would reject.
///
/// It contains all violations.
public struct InvalidResource: Error, Hashable, CustomStringConvertible {
    /// The kind of the resource.
    public let kind: String
    /// The violations.
    public let violations: [Violation]

    package init(kind: String, violations: [Violation]) {
        self.kind = kind
        self.violations = violations
    }

    /// The message of the API server, such as `TrainingJob is invalid: metadata.name: …`, with a
    /// line for each violation if there are several.
    public var description: String {
        if violations.count == 1 { return "\(kind) is invalid: \(violations[0])" }
        let lines = violations.map { "\n  \($0)" }
        return "\(kind) is invalid:\(lines.joined())"
    }
}
