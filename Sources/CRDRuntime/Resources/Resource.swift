/// A custom resource: a generated type with metadata that a CRD describes.
///
///     let job = TrainingJob(metadata: .init(name: "example"), spec: …)
///     print(try job.yaml)
///
/// ``KubernetesObject/json`` writes JSON. Resources also conform to `Codable`, for use with any
/// coder.
public protocol Resource: KubernetesObject {
    /// The definition of the resource in its CRD: group, version, names, scope, printer columns and
    /// more.
    static var definition: ResourceDefinition { get }
    /// The OpenAPI schema, as generated code contains it.
    @_documentation(visibility: internal)
    static var _embeddedSchema: _EmbeddedSchema { get }

    /// The timestamp of the last change to this value, in nanoseconds since 1970-01-01T00:00:00Z.
    ///
    /// Each change increases it. It is not part of the resource: it is neither compared nor
    /// written.
    var id: Int { get }
}

extension Resource {
    // Properties of resources are in snake_case.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The API version as manifests contain it: `group/version`.
    public static var api_version: String { definition.apiVersion }

    /// The kind as manifests contain it.
    public static var kind: String { definition.names.kind }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The API version as manifests contain it: `group/version`.
    public var api_version: String { Self.api_version }

    /// The kind as manifests contain it.
    public var kind: String { Self.kind }

    /// The OpenAPI schema as JSON on one line, without descriptions.
    ///
    /// The module `CRDValidation` adds `schema`, the decoded schema.
    public static var schemaJSON: String { _embeddedSchema.json }

    /// The violations for which the API server rejects the metadata, in the server's words.
    public var metadataViolations: [Violation] {
        metadata.violations(scope: Self.definition.scope)
    }
}
