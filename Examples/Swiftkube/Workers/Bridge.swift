// What the protocols of swiftkube want and generated types have under another name, for all kinds.

import CRDFoundation
import CRDRuntime
import SwiftkubeModel

extension KubernetesAPIResource where Self: CRDRuntime.Resource {
    /// `group/version`, as manifests write it.
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
    /// What is in the list.
    public var items: [Item]
}

// Types of swiftkube in the places of generated ones. From another package, both conformances are
// written with '@retroactive'.

extension SwiftkubeModel.core.v1.PodTemplateSpec: CodableValue {
    /// A template without anything, which reading overwrites.
    public static var placeholder: SwiftkubeModel.core.v1.PodTemplateSpec { .init() }
}

extension SwiftkubeModel.meta.v1.LabelSelector: CodableValue {
    /// A selector without anything, which reading overwrites.
    public static var placeholder: SwiftkubeModel.meta.v1.LabelSelector { .init() }
}
