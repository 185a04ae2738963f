package import CRDSchema
package import CRDValues
package import CRDYAML

/// A CustomResourceDefinition that was read without errors.
package struct CustomResourceDefinition: Sendable {
    /// An entry of `spec.versions`.
    package struct Version: Sendable {
        /// The definition of the resource without the schema, as in generated code.
        package let definition: ResourceDefinition
        /// The schema under `openAPIV3Schema`.
        package let schema: Schema
        /// The node that `schema` was read from; `nil` if the version has no schema.
        package let schemaNode: Node?
        /// The node of `spec` in the CRD; `nil` if the version is from another document.
        package let spec: Node?
        /// Whether unknown fields are kept, at any depth.
        package let preservesUnknownFields: Bool
        /// The source location of the version.
        package let position: SourcePosition

        /// The version's name, such as `v1alpha1`.
        package var name: String { definition.version }

        /// Creates a version.
        package init(
            definition: ResourceDefinition,
            schema: Schema,
            schemaNode: Node? = nil,
            spec: Node? = nil,
            preservesUnknownFields: Bool = false,
            position: SourcePosition
        ) {
            self.definition = definition
            self.schema = schema
            self.schemaNode = schemaNode
            self.spec = spec
            self.preservesUnknownFields = preservesUnknownFields
            self.position = position
        }
    }

    /// The path of the file, as passed by the caller.
    package let file: String
    /// The source location of the document.
    package let position: SourcePosition
    /// `spec.group`.
    package let group: String
    /// `spec.names`.
    package let names: ResourceDefinition.Names
    /// The versions, in the order of the document.
    package let versions: [Version]
    /// Whether a webhook converts objects between the versions (`spec.conversion.strategy`).
    package let usesConversionWebhook: Bool
}
