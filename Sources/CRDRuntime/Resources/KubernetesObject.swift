/// What a manifest describes: a ``Resource`` of a generated type, or an ``UntypedResource``.
///
///     for object in stream.objects {
///         switch object {
///         case let job as TrainingJob: …
///         default: print("not ours: \(object.kind) \(object.metadata.name)")
///         }
///     }
public protocol KubernetesObject: FieldStruct {
    // Attributes of resources are snake_case.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// `group/version`, as manifests write it.
    var api_version: String { get }
    /// The kind, as manifests write it.
    var kind: String { get }
    /// Name, namespace, labels, annotations, and what the cluster keeps.
    var metadata: ObjectMeta { get set }
    /// Everything in the metadata that the API server would refuse, in its words.
    var metadataViolations: [Violation] { get }
}
