package import CRDYAML

/// What reading a manifest checks besides whether its fields fit the type.
///
///     import CRDValidation
///     let job = try TrainingJob(yaml: text, checks: .apiServer)
///
/// The module `CRDValidation` provides `apiServer`; a program that does not import it compiles no
/// validation.
public struct ManifestChecks: Sendable {
    /// Returns the diagnostics about a resource of `type`, in the order of the text, each with the
    /// violation that it reports, if it reports one.
    package typealias Check =
        @Sendable (
            _ type: any Resource.Type,
            _ node: Node,
            _ path: [NodeStep],
            _ fieldValidation: FieldValidation,
            _ impliesKind: Bool
        ) -> [(diagnostic: Diagnostic, violation: Violation?)]

    /// `nil` where nothing else is checked.
    package let check: Check?

    package init(check: Check?) {
        self.check = check
    }

    /// No further checks.
    public static let none = ManifestChecks(check: nil)
}
