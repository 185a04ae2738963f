/// A style for the Swift names of fields.
@_documentation(visibility: internal)  // Only generated code names it.
public enum AttributeNaming: String, Hashable, Sendable, CaseIterable {
    /// The names of the Terraform provider for Kubernetes: `s3OutputPath` becomes `s3_output_path`.
    case snakeCase = "snake_case"
    /// The usual names in Swift: `s3OutputPath` is unchanged, `ip-address` becomes `ipAddress`.
    case camelCase
}
