// A stand-in for 'SwiftkubeClient'; see the README of this example.

import Foundation
import SwiftkubeModel

/// The address of the resources of a kind.
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

/// Where a request goes.
public enum NamespaceSelector: Sendable {
    case namespace(String)
}

/// Prints requests and answers each with what it was sent.
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
