package import CRDYAML

/// What reading a manifest checks besides whether its fields fit the type.
///
///     import CRDValidation
///     let job = try TrainingJob(yaml: text, checks: .apiServer)
///
/// The module `CRDValidation` provides `apiServer`; a program that does not import it compiles no
/// validation.
public struct ManifestChecks: Sendable {
    /// Returns the findings for a resource of `type`, in the order of the text.
    package typealias Findings =
        @Sendable (
            _ type: any Resource.Type,
            _ node: Node,
            _ fieldValidation: FieldValidation,
            _ impliesKind: Bool
        ) -> [ManifestFinding]

    /// `nil` where nothing else is checked.
    package let findings: Findings?

    package init(findings: Findings?) {
        self.findings = findings
    }

    /// No further checks.
    public static let none = ManifestChecks(findings: nil)
}
