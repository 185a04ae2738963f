package import CRDSchema
package import CRDYAML

/// One CustomResourceDefinition, read and checked.
package struct CustomResourceDefinition: Sendable {
    /// One entry of `spec.versions`.
    package struct Version: Sendable {
        /// Everything but the schema, in the form that generated code carries.
        package let definition: ResourceDefinition
        /// The schema under `openAPIV3Schema`.
        package let schema: Schema
        /// The node that `schema` was read from; `nil` where the version has no schema.
        package let schemaNode: Node?
        /// Whether fields that no schema names are kept, at any depth.
        package let preservesUnknownFields: Bool
        /// Where the version begins.
        package let position: SourcePosition

        /// The version's name, such as `v1alpha1`.
        package var name: String { definition.version }
    }

    /// The path of the file, as the caller gave it.
    package let file: String
    /// Where the document begins.
    package let position: SourcePosition
    /// `spec.group`.
    package let group: String
    /// `spec.names`.
    package let names: ResourceDefinition.Names
    /// The versions, in the order of the document.
    package let versions: [Version]
}
