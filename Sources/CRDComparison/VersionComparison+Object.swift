import CRDCatalog
import CRDGeneratorCore
import CRDSchema
import CRDValues

extension VersionComparison {
    /// Compares the constraints on `apiVersion`, `kind`, and `metadata`, which every object has, and
    /// whose Swift types don't depend on the schema.
    ///
    /// Two versions of a kind have different values of `apiVersion`, which are not compared.
    mutating func compareObjectFields(at root: Location) {
        for key in ["apiVersion", "kind", "metadata"] where old.value(of: key) == new.value(of: key)
        {
            let (before, after) = (old.objectField(key), new.objectField(key))
            compare(
                before.value,
                after.value,
                in: .field(isPresent: true),
                at: root.inner(before, after)
            )
        }
    }
}

extension VersionComparison.Side {
    /// Returns a field that every object has, with the constraints that the schema adds to it.
    ///
    /// - Parameter key: `apiVersion`, `kind`, or `metadata`.
    /// - Returns: The field; without a position in the schema, it has that of the version.
    fileprivate func objectField(_ key: String) -> ExplainedAttribute {
        let property = entry.version.schema.property(key)
        var keywords = property?.schema.keywords ?? Schema.Keywords()
        // Descriptions of these fields are those of the server.
        keywords.description = nil
        if let value = value(of: key) {
            addValue(value, &keywords)
        } else {
            addMetadata(&keywords)
        }
        return ExplainedAttribute(
            name: AttributeName.usual(key, entry.type.naming),
            key: key,
            typeText: "",
            isRequired: true,
            value: ExplainedValue(schema: Schema(keywords), type: nil),
            position: property?.position ?? entry.version.position
        )
    }

    /// Returns the only value of `apiVersion` or `kind`; `nil` for `metadata`.
    fileprivate func value(of key: String) -> String? {
        switch key {
        case "apiVersion": entry.version.definition.apiVersion
        case "kind": entry.kind
        default: nil
        }
    }

    /// Adds the only value of a field, so that constraints that it satisfies reject no object.
    private func addValue(_ value: String, _ keywords: inout Schema.Keywords) {
        keywords.type = .string
        if keywords.enumeration == nil { keywords.enumeration = [.string(value)] }
    }

    /// Adds the fields of metadata: a schema can only constrain `name` and `generateName`, and the
    /// server keeps all other fields.
    private func addMetadata(_ keywords: inout Schema.Keywords) {
        let schema = Schema(keywords)
        keywords.type = .object
        keywords.preservesUnknownFields = true
        keywords.properties = ["name", "generateName"].map { name in
            var text = Schema.Keywords()
            text.type = .string
            return schema.property(name)
                ?? Schema.Property(
                    name: name,
                    schema: Schema(text),
                    position: entry.version.position
                )
        }
        // The server generates a missing name before it validates the object.
        if !keywords.required.contains("name") { keywords.required.append("name") }
    }
}

extension Schema {
    fileprivate func property(_ key: String) -> Property? {
        keywords.properties.first { $0.name == key }
    }
}
