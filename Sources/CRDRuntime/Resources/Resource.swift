/// A custom resource: a generated type with metadata that a CRD describes.
///
///     let job = TrainingJob(metadata: .init(name: "example"), spec: …)
///     print(try job.yaml)
///
/// ``KubernetesObject/json`` is the same in JSON. `Codable` reads and writes it too, with any coder.
public protocol Resource: KubernetesObject {
    /// Group, version, names, scope, printer columns and so on.
    static var definition: ResourceDefinition { get }
    /// The OpenAPI schema, without descriptions.
    static var schema: Schema { get }
    /// The OpenAPI schema as JSON on one line, without descriptions.
    static var schemaJSON: String { get }

    /// The time of the last change to this value, in nanoseconds since 1970-01-01T00:00:00Z.
    ///
    /// Each change makes it greater. It is no part of the resource: neither compared nor written.
    var id: Int { get }
}

extension Resource {
    // Attributes of resources are snake_case.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// `group/version`, as manifests write it.
    public static var api_version: String { definition.apiVersion }

    /// The kind, as manifests write it.
    public static var kind: String { definition.names.kind }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// `group/version`, as manifests write it.
    public var api_version: String { Self.api_version }

    /// The kind, as manifests write it.
    public var kind: String { Self.kind }

    /// Everything in the metadata that the API server would refuse, in its words.
    public var metadataViolations: [Violation] {
        metadata.violations(scope: Self.definition.scope)
    }
}
