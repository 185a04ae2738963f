package import CRDRuntime

extension MetadataCheck {
    /// Returns the violations in the metadata of a CustomResourceDefinition when it is created
    /// (`ValidateCustomResourceDefinition`, apiextensions-apiserver v0.35).
    ///
    /// Fields that only the server sets are removed first, and also the namespace, which CRDs do
    /// not have.
    ///
    /// - Parameters:
    ///   - metadata: The value of `metadata`, with valid types.
    ///   - name: The name that the spec requires, `plural.group`.
    /// - Returns: The violations, in the order of the server.
    package static func violations(
        ofDefinition metadata: JSONValue,
        named name: String
    ) -> [Violation] {
        var decoder = MetadataDecoder()
        // A wrong type was reported before, with the rest of the document.
        let decoded = (try? decoder.decode(metadata, at: ValuePath())) ?? JSONObject()
        var object = JSONObject()
        object.metadata = decoded
        object.setSystemFields(to: JSONObject())
        object.metadata["namespace"] = nil
        var check = MetadataCheck(
            namespace: .none,
            names: .definition(name),
            field: "metadata"
        )
        check.check(object.metadata)
        return check.violations
    }
}
