// A small module in place of 'SwiftkubeClient'; see the README of this example.

import Foundation
import SwiftkubeModel

/// The group, version, and plural name of a kind, as in the path of a request.
public struct GroupVersionResource: Sendable {
    let group: String
    let version: String
    let resource: String

    /// Creates a value.
    public init(group: String, version: String, resource: String) {
        self.group = group
        self.version = version
        self.resource = resource
    }
}

/// The namespace of a request.
public enum NamespaceSelector: Sendable {
    case namespace(String)
}

/// A client that prints requests and returns the resources that it was given.
public struct KubernetesClient: Sendable {
    /// Creates a value.
    public init() {}

    /// A client for the resources of a type.
    public func `for`<R: KubernetesAPIResource>(
        _ type: R.Type,
        gvr: GroupVersionResource
    ) -> GenericKubernetesClient<R> {
        GenericKubernetesClient(gvr: gvr)
    }
}

/// A client for the resources of a type.
public struct GenericKubernetesClient<Resource: KubernetesAPIResource>: Sendable {
    let gvr: GroupVersionResource

    private func path(_ namespace: NamespaceSelector) -> String {
        switch namespace {
        case .namespace(let name):
            "/apis/\(gvr.group)/\(gvr.version)/namespaces/\(name)/\(gvr.resource)"
        }
    }

    private func send(_ method: String, _ path: String, _ resource: Resource) throws -> Resource {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(resource)
        print("\(method) \(path)")
        print(String(decoding: body, as: UTF8.self))
        return try JSONDecoder().decode(Resource.self, from: body)
    }
}

extension GenericKubernetesClient where Resource: CreatableResource & NamespacedResource {
    /// Creates a resource.
    public func create(in namespace: NamespaceSelector, _ resource: Resource) throws -> Resource {
        try send("POST", path(namespace), resource)
    }
}

extension GenericKubernetesClient where Resource: ReplaceableResource & NamespacedResource {
    /// Replaces a resource.
    public func update(in namespace: NamespaceSelector, _ resource: Resource) throws -> Resource {
        try send("PUT", "\(path(namespace))/\(resource.name ?? "")", resource)
    }
}
