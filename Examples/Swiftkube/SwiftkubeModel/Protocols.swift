// Stand-ins for the protocols of 'SwiftkubeModel'; see the README of this example.

/// Any value of Kubernetes' API.
public protocol KubernetesResource: Codable {}

/// A list of values.
public protocol KubernetesResourceList: Codable {
    associatedtype Item: KubernetesResource

    /// `group/version`.
    var apiVersion: String { get }
    /// The kind.
    var kind: String { get }
    /// What is in the list.
    var items: [Item] { get }
}

/// A value with metadata.
public protocol MetadataHavingResource: KubernetesResource {
    /// What identifies the object.
    var metadata: meta.v1.ObjectMeta? { get }
    /// The name in the metadata.
    var name: String? { get }
}

extension MetadataHavingResource {
    /// What identifies the object.
    public var metadata: meta.v1.ObjectMeta? { nil }
    /// The name in the metadata.
    public var name: String? { metadata?.name }
}

/// A value that has an address at the API server.
public protocol KubernetesAPIResource: MetadataHavingResource {
    /// `group/version`.
    var apiVersion: String { get }
    /// The kind.
    var kind: String { get }
}

/// A resource that lives in a namespace.
public protocol NamespacedResource: KubernetesResource {}

/// A resource that lives in none.
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
