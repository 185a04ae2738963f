/// An object that a manifest describes: a ``Resource`` of a generated type, or an
/// ``UntypedResource``.
///
///     for object in stream.objects {
///         switch object {
///         case let job as TrainingJob: …
///         default: print("not ours: \(object.kind) \(object.metadata.name)")
///         }
///     }
public protocol KubernetesObject: FieldStruct {
    // Properties of resources are in snake_case.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The API version as manifests contain it: `group/version`.
    var api_version: String { get }
    /// The kind as manifests contain it.
    var kind: String { get }
    /// The metadata: name, namespace, labels, annotations, and fields that the cluster sets.
    var metadata: ObjectMeta { get set }
    /// The violations for which the API server rejects the metadata, in the server's words.
    var metadataViolations: [Violation] { get }
}
