import CRDJSON
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
        let documents = try ManifestDocuments(
            yaml: Array(yaml.utf8),
            file: file,
            fieldValidation
        )
        self = try documents.only(Self.self, checks: checks, onWarning: onWarning)
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
        let documents = try ManifestDocuments(path: path, fieldValidation)
        self = try documents.only(Self.self, checks: checks, onWarning: onWarning)
    }
}
