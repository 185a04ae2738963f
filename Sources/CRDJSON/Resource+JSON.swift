public import CRDRuntime
public import CRDYAML

extension Resource {
    /// Reads a resource from a manifest in JSON, with the `apiVersion` and `kind` of this type.
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
        try self.init(
            json: json.utf8,
            file: file,
            fieldValidation: fieldValidation,
            checks: checks,
            onWarning: onWarning
        )
    }

    /// Reads a resource from the bytes of a manifest in JSON, such as the body of a response.
    ///
    /// - Parameters:
    ///   - json: The text of the manifest in UTF-8.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - checks: Additional checks. `.apiServer` from the module `CRDValidation` also reports the
    ///     violations for which the API server rejects a resource.
    ///   - onWarning: Called with each warning, in the order of the text, if there are no errors.
    /// - Throws: `ManifestError` with all errors, each with its source location.
    public init(
        json: some Sequence<UInt8>,
        file: String = "manifest.json",
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none,
        onWarning: (Diagnostic) -> Void = { _ in }
    ) throws(ManifestError) {
        let documents = try ManifestDocuments(json: Array(json), file: file, fieldValidation)
        self = try documents.only(Self.self, checks: checks, onWarning: onWarning)
    }

    /// Reads a resource from a JSON value.
    ///
    /// Locations in errors refer to `JSONValue.jsonText` of the value.
    ///
    /// - Parameters:
    ///   - jsonValue: The manifest.
    ///   - fieldValidation: The treatment of unknown fields.
    /// - Throws: `ManifestError` with all errors.
    public init(
        jsonValue: JSONValue,
        fieldValidation: FieldValidation = .strict
    ) throws(ManifestError) {
        try self.init(json: jsonValue.jsonText, fieldValidation: fieldValidation)
    }
}
