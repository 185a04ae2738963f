package import CRDRuntime

extension MetadataCheck {
    /// What the server refuses in the metadata of a CustomResourceDefinition at its creation
    /// (`ValidateCustomResourceDefinition`, apiextensions-apiserver v0.35).
    ///
    /// What the server alone sets, and a namespace, which CRDs do not have, are put aside first.
    ///
    /// - Parameters:
    ///   - metadata: What stands under `metadata`, with the right types.
    ///   - name: The name that the spec asks for, `plural.group`.
    /// - Returns: The violations, in the order of the server.
    package static func violations(
        ofDefinition metadata: JSONValue,
        named name: String
    ) -> [Violation] {
        var decoder = MetadataDecoder()
        // What has the wrong type was refused with the rest of the document.
        let decoded = (try? decoder.decode(metadata, at: ValuePath())) ?? JSONObject()
        var object = JSONObject()
        object.metadata = decoded
        object.clearSystemFields()
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
