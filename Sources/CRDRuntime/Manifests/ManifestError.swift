public import CRDYAML

/// The error that is thrown for an invalid manifest.
///
/// It contains all diagnostics.
public struct ManifestError: Error, Hashable, CustomStringConvertible {
    /// The errors and warnings about the manifest, in the order of the text.
    ///
    /// If there are more than 1,000, it contains the first ones and a diagnostic with the number of
    /// the others.
    public let diagnostics: [Diagnostic]
    /// The violations that the API server would report, in the order of the text.
    ///
    /// Each violation is also one of the ``diagnostics``. The list is empty unless these checks
    /// were requested (`checks: .apiServer`).
    public let violations: [Violation]

    package init(_ diagnostics: [Diagnostic], violations: [Violation] = []) {
        self.diagnostics = diagnostics
        self.violations = violations
    }

    /// One line for each diagnostic: `job.yaml:14:9: error: spec.role_arn: expected a string, …`.
    public var description: String { description(.swift) }

    /// Returns one line for each diagnostic, with the paths of fields in a form.
    public func description(_ form: FieldPath.Form) -> String {
        diagnostics.map { $0.description(form) }.joined(separator: "\n")
    }
}
