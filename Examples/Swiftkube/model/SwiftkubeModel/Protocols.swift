// Protocols as in swiftkube's 'SwiftkubeModel'; see the README of this example.

/// A value of the Kubernetes API.
public protocol KubernetesResource: Codable, Hashable, Sendable {}

/// A list of values.
public protocol KubernetesResourceList: Codable, Sendable {
    associatedtype Item: KubernetesResource

    /// `group/version`.
    var apiVersion: String { get }
    /// The kind.
    var kind: String { get }
    /// The metadata of the list.
    var metadata: meta.v1.ListMeta? { get }
    /// The items of the list.
    var items: [Item] { get }
}

/// A value with metadata.
public protocol MetadataHavingResource: KubernetesResource {
    /// The metadata of the object.
    var metadata: meta.v1.ObjectMeta? { get }
    /// The name in the metadata.
    var name: String? { get }
}

extension MetadataHavingResource {
    /// The metadata of the object.
    public var metadata: meta.v1.ObjectMeta? { nil }
    /// The name in the metadata.
    public var name: String? { metadata?.name }
}

/// A value that has a path on the API server.
public protocol KubernetesAPIResource: MetadataHavingResource {
    /// `group/version`.
    var apiVersion: String { get }
    /// The kind.
    var kind: String { get }
}

/// A namespaced resource.
public protocol NamespacedResource: KubernetesResource {}

/// A cluster-scoped resource.
public protocol ClusterScopedResource: KubernetesResource {}

/// A resource that can be read.
public protocol ReadableResource: KubernetesResource {}

/// A resource that can be listed.
public protocol ListableResource: KubernetesResource {
    associatedtype List: KubernetesResourceList
}

/// A resource that can be created.
public protocol CreatableResource: KubernetesResource {}

/// A resource that can be replaced.
public protocol ReplaceableResource: KubernetesResource {}

/// A resource that can be deleted.
public protocol DeletableResource: KubernetesResource {}

/// A resource of which all can be deleted with one request.
public protocol CollectionDeletableResource: KubernetesResource {}

/// A resource with the subresource `status`.
public protocol StatusHavingResource: KubernetesResource {}

/// A resource with the subresource `scale`.
public protocol ScalableResource: KubernetesResource {}
