// The requirements of swiftkube's protocols that generated types have under another name, for all
// kinds.

import CRDFoundation
import CRDRuntime
import Foundation
import SwiftkubeModel

extension KubernetesAPIResource where Self: CRDRuntime.Resource {
    /// The API version of the manifest, `group/version`.
    public var apiVersion: String { api_version }
}

extension MetadataHavingResource where Self: CRDRuntime.Resource {
    /// The metadata as a type of swiftkube.
    public var metadata: meta.v1.ObjectMeta? {
        let own: CRDRuntime.ObjectMeta = self.metadata
        return meta.v1.ObjectMeta(
            annotations: own.annotations,
            creationTimestamp: own.creation_timestamp.flatMap { Date($0) },
            deletionGracePeriodSeconds: own.deletion_grace_period_seconds.map(Int64.init),
            deletionTimestamp: own.deletion_timestamp.flatMap { Date($0) },
            finalizers: own.finalizers,
            generateName: own.generate_name,
            generation: own.generation.map(Int64.init),
            labels: own.labels,
            managedFields: own.managed_fields?.compactMap { meta.v1.ManagedFieldsEntry($0) },
            name: own.name,
            namespace: own.namespace,
            ownerReferences: own.owner_references?.map { meta.v1.OwnerReference($0) },
            resourceVersion: own.resource_version,
            selfLink: own.self_link,
            uid: own.uid
        )
    }
}

extension meta.v1.OwnerReference {
    fileprivate init(_ own: CRDRuntime.OwnerReference) {
        self.init(
            apiVersion: own.api_version,
            blockOwnerDeletion: own.block_owner_deletion,
            controller: own.controller,
            kind: own.kind,
            name: own.name,
            uid: own.uid
        )
    }
}

extension meta.v1.ManagedFieldsEntry {
    /// Both have the same keys; an entry of another form has no equivalent.
    fileprivate init?(_ own: CRDRuntime.JSONValue) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let json = try? JSONEncoder().encode(own),
            let entry = try? decoder.decode(Self.self, from: json)
        else { return nil }
        self = entry
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
    /// The metadata of the list.
    public var metadata: meta.v1.ListMeta?
    /// The resources in the list.
    public var items: [Item]
}

// Types of swiftkube that are used instead of generated ones. No other module makes them values of
// manifests.

// swift-format-ignore: AvoidRetroactiveConformances
extension SwiftkubeModel.core.v1.PodTemplateSpec: @retroactive CodableValue {
    /// A placeholder that reading overwrites.
    public static var placeholder: SwiftkubeModel.core.v1.PodTemplateSpec { .init() }
}

// swift-format-ignore: AvoidRetroactiveConformances
extension SwiftkubeModel.meta.v1.LabelSelector: @retroactive CodableValue {
    /// A placeholder that reading overwrites.
    public static var placeholder: SwiftkubeModel.meta.v1.LabelSelector { .init() }
}
