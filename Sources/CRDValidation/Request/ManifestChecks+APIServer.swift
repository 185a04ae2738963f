public import CRDRuntime

extension ManifestChecks {
    /// The checks of the API server when a resource is created.
    ///
    /// Violations are errors, in the server's words; warnings of the server are warnings.
    public static let apiServer = ManifestChecks { type, node, path, fieldValidation, impliesKind in
        type.validator.response(
            toCreating: node,
            fieldValidation: fieldValidation,
            impliesKind: impliesKind
        ).diagnostics(for: type, at: path)
    }
}
