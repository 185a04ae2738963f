public import CRDRuntime
public import CRDYAML

extension Resource {
    /// Reads a resource from a manifest.
    ///
    /// The manifest has one document, in YAML or JSON, with this type's `apiVersion` and `kind`.
    ///
    /// - Parameters:
    ///   - yaml: The text of the manifest.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - fieldValidation: What becomes of fields that the type has not, and of keys given twice.
    ///   - checks: What is checked besides; `.apiServer`, with the module `CRDValidation`, also reports
    ///     what the API server rejects.
    ///   - onWarning: Gets each warning, in the order of the text, if nothing is wrong.
    /// - Throws: `ManifestError` with everything that does not fit, each with line and column.
    public init(
        yaml: String,
        file: String = "manifest.yaml",
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none,
        onWarning: (Diagnostic) -> Void = { _ in }
    ) throws(ManifestError) {
        try self.init(ManifestText(yaml: yaml, file: file, fieldValidation), checks, onWarning)
    }

    /// Reads a resource from a manifest in JSON; see ``init(yaml:file:fieldValidation:checks:onWarning:)``.
    ///
    /// - Parameters:
    ///   - json: The text of the manifest.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - fieldValidation: What becomes of fields that the type has not, and of keys given twice.
    ///   - checks: What is checked besides; `.apiServer`, with the module `CRDValidation`, also reports
    ///     what the API server rejects.
    ///   - onWarning: Gets each warning, in the order of the text, if nothing is wrong.
    /// - Throws: `ManifestError` with everything that does not fit, each with line and column.
    public init(
        json: String,
        file: String = "manifest.json",
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none,
        onWarning: (Diagnostic) -> Void = { _ in }
    ) throws(ManifestError) {
        try self.init(ManifestText(json: json, file: file, fieldValidation), checks, onWarning)
    }

    private init(
        _ text: ManifestText,
        _ checks: ManifestChecks,
        _ onWarning: (Diagnostic) -> Void
    ) throws(ManifestError) {
        var list = DiagnosticList()
        self = text.read(
            resource: Self.self,
            from: try text.onlyDocument(Self.kind),
            checks: checks,
            &list
        )
        for warning in try list.warnings() { onWarning(warning) }
    }
}
