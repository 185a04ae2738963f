package import CRDYAML

/// Something in a manifest that is wrong or questionable, as the API server reports it.
package struct ManifestFinding: Hashable, Sendable {
    /// Whether the object is refused for it.
    package let severity: Diagnostic.Severity
    /// The field as the server names it; `nil` where its message alone says what is meant.
    package let path: String?
    /// What is wrong, in the words of the server.
    package let message: String
    /// The way to the value, from the root of the object.
    package let steps: [NodeStep]
    /// The violation that this is; `nil` for what is no violation.
    package let violation: Violation?
    /// The path of the file.
    package let file: String
    /// Where the value stands, or what it is missing from.
    package let position: SourcePosition

    /// As a line: `job.yaml:14:9: error: spec.replicas: Required value`.
    package var diagnostic: Diagnostic {
        let text = path.map { "\($0): \(message)" } ?? message
        return Diagnostic(severity, text, file: file, at: position)
    }

    package init(
        _ severity: Diagnostic.Severity,
        _ message: String,
        at place: ValuePlace,
        _ finder: inout PlaceFinder
    ) {
        let node = finder.nearest(to: place)
        self.init(severity, message, node.position, in: node, steps: place.steps)
    }

    package init(
        _ severity: Diagnostic.Severity,
        _ message: String,
        _ position: SourcePosition,
        in root: Node,
        steps: [NodeStep] = []
    ) {
        self.severity = severity
        path = nil
        self.message = message
        self.steps = steps
        violation = nil
        file = root.file
        self.position = position
    }

    package init(_ violation: Violation, _ finder: inout PlaceFinder) {
        let node = finder.nearest(to: violation.place)
        severity = .error
        path = violation.path
        message = violation.message
        steps = violation.place.steps
        self.violation = violation
        file = node.file
        position = node.position
    }
}
