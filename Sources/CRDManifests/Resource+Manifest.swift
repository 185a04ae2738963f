public import CRDRuntime
public import CRDYAML

extension Resource {
    /// Reads a resource from a manifest.
    ///
    /// The manifest has one document, in YAML or JSON, with the `apiVersion` and `kind` of this
    /// type.
    ///
    /// - Parameters:
    ///   - yaml: The text of the manifest.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - checks: Additional checks. `.apiServer` from the module `CRDValidation` also reports the
    ///     violations for which the API server rejects a resource.
    ///   - onWarning: Called with each warning, in the order of the text, if there are no errors.
    /// - Throws: `ManifestError` with all errors, each with its source location.
    public init(
        yaml: String,
        file: String = "manifest.yaml",
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none,
        onWarning: (Diagnostic) -> Void = { _ in }
    ) throws(ManifestError) {
        let text = try ManifestDocuments(yaml: Array(yaml.utf8), file: file, fieldValidation)
        try self.init(text, checks, onWarning)
    }

    /// Reads a resource from a file with one document, in YAML or JSON.
    ///
    /// - Parameters:
    ///   - path: The path, a string. With the module `CRDFoundation`, it can also be a `URL`.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - checks: Additional checks. `.apiServer` from the module `CRDValidation` also reports the
    ///     violations for which the API server rejects a resource.
    ///   - onWarning: Called with each warning, in the order of the text, if there are no errors.
    /// - Throws: `ManifestError` with all errors, each with its source location, or if the file
    ///   cannot be read.
    public init(
        contentsOf path: some ManifestPath,
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none,
        onWarning: (Diagnostic) -> Void = { _ in }
    ) throws(ManifestError) {
        try self.init(ManifestDocuments(path: path, fieldValidation), checks, onWarning)
    }

    /// Reads a resource from a manifest in JSON; see ``init(yaml:file:fieldValidation:checks:onWarning:)``.
    ///
    /// - Parameters:
    ///   - json: The text of the manifest.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - checks: Additional checks. `.apiServer` from the module `CRDValidation` also reports the
    ///     violations for which the API server rejects a resource.
    ///   - onWarning: Called with each warning, in the order of the text, if there are no errors.
    /// - Throws: `ManifestError` with all errors, each with its source location.
    public init(
        json: String,
        file: String = "manifest.json",
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none,
        onWarning: (Diagnostic) -> Void = { _ in }
    ) throws(ManifestError) {
        try self.init(ManifestDocuments(json: json, file: file, fieldValidation), checks, onWarning)
    }

    private init(
        _ text: ManifestDocuments,
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
