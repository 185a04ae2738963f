public import CRDRuntime

extension ManifestChecks {
    /// Everything that the API server rejects when the resource is created is an error, in the
    /// server's words; what it warns of is a warning.
    ///
    /// CEL rules are not evaluated; see ``ResourceValidator/unchecked``.
    public static let apiServer = ManifestChecks { type, node, path, fieldValidation, impliesKind in
        type.validator.response(
            toCreating: node,
            fieldValidation: fieldValidation,
            impliesKind: impliesKind
        ).diagnostics(for: type, at: path)
    }
}
