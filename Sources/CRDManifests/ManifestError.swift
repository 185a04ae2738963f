public import CRDRuntime
public import CRDYAML

/// Why a manifest could not be read: everything that is wrong with it, not only the first.
public struct ManifestError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, each with its places, in the order of the text.
    ///
    /// Of more than 1,000 problems the first are here, and at the end one that counts the others.
    public let problems: [ManifestProblem]

    /// What is wrong, as messages of one line with paths as Swift spells them.
    public var diagnostics: [Diagnostic] { diagnostics(.swift) }

    /// What is wrong, as messages of one line with paths in a spelling.
    public func diagnostics(_ form: FieldPath.Form) -> [Diagnostic] {
        problems.map { $0.diagnostic(form) }
    }

    /// One line for each problem: `job.yaml:14:9: error: spec.role_arn: expected a string, …`.
    public var description: String { description(.swift) }

    /// One line for each problem, with paths in a spelling.
    public func description(_ form: FieldPath.Form) -> String {
        diagnostics(form).map(\.description).joined(separator: "\n")
    }
}
