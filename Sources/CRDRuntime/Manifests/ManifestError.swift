public import CRDYAML

/// An invalid manifest, with everything that is wrong with it.
public struct ManifestError: Error, Hashable, CustomStringConvertible {
    /// The errors and warnings about the manifest, in the order of the text.
    ///
    /// Of more than 1,000 the first are here, and at the end one that counts the others.
    public let diagnostics: [Diagnostic]
    /// The violations that the API server would report, in the order of the text.
    ///
    /// Each is also one of the ``diagnostics``. Empty unless the reader was asked for these checks
    /// (`checks: .apiServer`).
    public let violations: [Violation]

    package init(_ diagnostics: [Diagnostic], violations: [Violation] = []) {
        self.diagnostics = diagnostics
        self.violations = violations
    }

    /// One line for each diagnostic: `job.yaml:14:9: error: spec.role_arn: expected a string, …`.
    public var description: String { description(.swift) }

    /// Returns one line for each diagnostic, with the paths of fields in a spelling.
    public func description(_ form: FieldPath.Form) -> String {
        diagnostics.map { $0.description(form) }.joined(separator: "\n")
    }
}
