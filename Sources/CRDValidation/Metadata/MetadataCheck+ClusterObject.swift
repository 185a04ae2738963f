package import CRDRuntime

extension MetadataCheck {
    /// Returns the violations in the metadata of an object without a namespace when it is created,
    /// such as a CustomResourceDefinition (`ValidateObjectMeta`, apimachinery v0.35).
    ///
    /// Fields that only the server sets are removed first, and also the namespace.
    ///
    /// - Parameters:
    ///   - metadata: The value of `metadata`, with valid types.
    ///   - names: The rule for the name.
    /// - Returns: The violations, in the order of the server.
    package static func violations(
        ofClusterObject metadata: JSONValue,
        _ names: Names
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
            names: names,
            field: "metadata"
        )
        check.checkCompleted(object.metadata)
        return check.violations
    }
}
