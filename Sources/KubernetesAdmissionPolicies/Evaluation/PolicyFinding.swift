package import CRDYAML

/// A request that a policy denies, or about which it warns.
package struct PolicyFinding: Sendable {
    let action: PolicyBinding.Action
    /// The name of the policy.
    let policy: String
    /// The name of the binding; `nil` if the policy itself cannot be used.
    let binding: String?
    let message: String
    /// The reason in the response of the server.
    package let reason: String
    /// The part of the object to which the expression applies.
    package let location: SourceLocation

    /// The message of the server in the response to a denied request.
    package var denial: String {
        let binding = binding.map { " with binding '\($0)'" } ?? ""
        return "ValidatingAdmissionPolicy '\(policy)'\(binding) denied request: \(message)"
    }

    /// The finding as a diagnostic: an error, a warning, or a note, depending on the action.
    package var diagnostic: Diagnostic {
        let binding = binding.map { " with binding '\($0)'" } ?? ""
        let (severity, text): (Diagnostic.Severity, String) =
            switch action {
            case .deny: (.error, denial)
            case .warn:
                (
                    .warning,
                    "Validation failed for ValidatingAdmissionPolicy '\(policy)'\(binding): \(message)"
                )
            case .audit:
                (
                    .note,
                    "ValidatingAdmissionPolicy '\(policy)'\(binding) audits a failed validation: "
                        + message
                )
            }
        return Diagnostic(severity, text, file: location.file, at: location.position)
    }

    /// The status code of the response to a denied request (`reasonToCode`).
    package var code: Int {
        switch reason {
        case "Forbidden": 403
        case "RequestEntityTooLarge": 413
        default: 422
        }
    }
}
