/// How attributes are named after the keys of manifests.
public enum AttributeNaming: String, Hashable, Sendable, CaseIterable {
    /// As the Terraform provider for Kubernetes names them: `s3OutputPath` is `s3_output_path`.
    case snakeCase = "snake_case"
    /// As Swift names properties: `s3OutputPath` stays, `ip-address` is `ipAddress`.
    case camelCase
}
