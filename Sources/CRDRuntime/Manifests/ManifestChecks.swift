package import CRDYAML

/// Checks that are performed when a manifest is read, in addition to the types of its fields.
///
///     import CRDValidation
///     let job = try TrainingJob(yaml: text, checks: .apiServer)
///
/// The module `CRDValidation` adds `apiServer`. A program that does not import it does not compile
/// the validation code.
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

    /// The function that performs the checks; `nil` for no further checks.
    package let check: Check?

    package init(check: Check?) {
        self.check = check
    }

    /// No further checks.
    public static let none = ManifestChecks(check: nil)
}
