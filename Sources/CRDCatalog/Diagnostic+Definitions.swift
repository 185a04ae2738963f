package import CRDYAML

extension Diagnostic {
    /// Returns the diagnostic for files without any CRD.
    ///
    /// - Parameters:
    ///   - severity: The severity.
    ///   - file: The path of the file or the folder; `nil` for all files.
    /// - Returns: The diagnostic.
    package static func withoutDefinitions(_ severity: Severity, file: String?) -> Diagnostic {
        Diagnostic(severity, "no CustomResourceDefinition found", file: file)
    }
}
