import CRDGeneratorCore
import CRDSchema
import CRDValues

extension ExplainedAttribute {
    /// Returns the fields `apiVersion` and `kind`, which need not be in the schema of a CRD.
    package static func typeMeta(of entry: ResourceCatalog.Entry) -> [ExplainedAttribute] {
        let definition = entry.version.definition
        return [
            constant(
                AttributeName.usual("apiVersion", entry.type.naming),
                key: "apiVersion",
                "The API group and version of the object, always '\(definition.apiVersion)'."
            ),
            constant("kind", key: "kind", "The kind of the object, always '\(entry.kind)'."),
        ]
    }

    private static func constant(
        _ name: String,
        key: String,
        _ description: String
    ) -> ExplainedAttribute {
        let schema = Schema(json: #"{"type":"string","description":"\#(description)"}"#)
        return ExplainedAttribute(
            name: name,
            key: key,
            typeText: "String",
            isRequired: true,
            value: ExplainedValue(schema: schema, type: nil)
        )
    }
}
