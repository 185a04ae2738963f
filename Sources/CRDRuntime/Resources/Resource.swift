/// A custom resource: a generated type with metadata that a CRD describes.
///
///     let job = TrainingJob(metadata: .init(name: "example"), spec: …)
///     print(try job.yaml)
///
/// `Codable` reads and writes JSON with the keys of the manifest, `apiVersion` and `kind` included.
public protocol Resource: FieldVisitable {
    /// Group, version, names, scope, printer columns and so on.
    static var definition: ResourceDefinition { get }
    /// The OpenAPI schema, without descriptions.
    static var schema: Schema { get }
    /// The OpenAPI schema as JSON on one line, without descriptions.
    static var schemaJSON: String { get }

    /// Name, namespace, labels, annotations, and what the cluster keeps.
    var metadata: ObjectMeta { get set }
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

    /// The manifest: apiVersion, kind, metadata and the rest in the order of the schema.
    ///
    /// What is `nil` is left out; empty lists and maps are written.
    ///
    /// - Throws: `InvalidResource` if the API server would refuse the metadata.
    public var yaml: String {
        get throws(InvalidResource) {
            let violations = metadata.violations
            guard violations.isEmpty else {
                throw InvalidResource(kind: Self.kind, violations: violations)
            }
            let writer = ManifestWriter()
            writer.writeDocument(self)
            return writer.text
        }
    }
}

extension ObjectMeta {
    /// What the API server would refuse.
    var violations: [Violation] {
        guard isNameless else { return [] }
        let message = "Required value: \(Self.namelessMessage)"
        return [Violation(path: "metadata.name", message: message)]
    }
}
