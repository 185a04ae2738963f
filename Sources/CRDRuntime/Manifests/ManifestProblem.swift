public import CRDYAML

/// Something in a manifest that does not fit, with its place in the text and in the object.
public struct ManifestProblem: Hashable, Sendable, CustomStringConvertible {
    /// Whether the manifest is refused for it.
    public let severity: Diagnostic.Severity
    /// Where it stands in the object; `nil` where no object was read, or the whole is meant.
    public let path: FieldPath?
    /// What was found and what was expected, without the path.
    public let message: String
    /// The path of the file as the caller gave it.
    public let file: String
    /// The place in the file; `nil` where the whole file is meant.
    public let position: SourcePosition?
    /// What the API server says of it, where it was asked for and would refuse a value.
    public let violation: Violation?

    package init(
        _ diagnostic: Diagnostic,
        at path: FieldPath? = nil,
        violation: Violation? = nil
    ) {
        severity = diagnostic.severity
        message = diagnostic.message
        file = diagnostic.file
        position = diagnostic.position
        self.violation = violation
        self.path = path?.isEmpty == true ? nil : path
    }

    /// The problem as a message of one line, with the path in a spelling.
    public func diagnostic(_ form: FieldPath.Form) -> Diagnostic {
        let text = path.map { "\($0.text(form)): \(message)" } ?? message
        return Diagnostic(severity, text, file: file, at: position)
    }

    /// `file:line:column: severity: path: message`, with the path as Swift spells it.
    public var description: String { diagnostic(.swift).description }
}

extension [ManifestProblem] {
    /// The problems in the order of their places, each once, as for diagnostics.
    package func inFileOrder() -> [ManifestProblem] {
        inFileOrder { $0.diagnostic(.wire) }
    }
}
