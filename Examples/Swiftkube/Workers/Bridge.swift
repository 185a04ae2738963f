// The requirements of swiftkube's protocols that generated types have under another name, for all
// kinds.

import CRDFoundation
import CRDRuntime
import SwiftkubeModel

extension KubernetesAPIResource where Self: CRDRuntime.Resource {
    /// The API version of the manifest, `group/version`.
    public var apiVersion: String { api_version }
}

extension MetadataHavingResource where Self: CRDRuntime.Resource {
    /// The metadata as a type of swiftkube.
    public var metadata: meta.v1.ObjectMeta? {
        let own: CRDRuntime.ObjectMeta = self.metadata
        return meta.v1.ObjectMeta(name: own.name, namespace: own.namespace, labels: own.labels)
    }
}

extension ListableResource where Self: CRDRuntime.Resource {
    /// A list of the kind.
    public typealias List = ResourceList<Self>
}

/// A list of resources of one kind.
public struct ResourceList<Item: CRDRuntime.Resource & KubernetesResource>: KubernetesResourceList {
    /// `group/version` of the items.
    public var apiVersion = Item.api_version
    /// The kind of the list.
    public var kind = Item.definition.names.listKind
    /// The resources in the list.
    public var items: [Item]
}

// Types of swiftkube that are used instead of generated ones. If they are from another package, both
// conformances need '@retroactive'.

extension SwiftkubeModel.core.v1.PodTemplateSpec: CodableValue {
    /// A placeholder that reading overwrites.
    public static var placeholder: SwiftkubeModel.core.v1.PodTemplateSpec { .init() }
}

extension SwiftkubeModel.meta.v1.LabelSelector: CodableValue {
    /// A placeholder that reading overwrites.
    public static var placeholder: SwiftkubeModel.meta.v1.LabelSelector { .init() }
}
