// A small module in place of 'SwiftkubeClient'; see the README of this example.

import Foundation
public import SwiftkubeModel

/// The namespace of a request.
public enum NamespaceSelector: Sendable {
    case namespace(String)
}

/// A client that prints requests and returns the resources that it was given.
public actor KubernetesClient {
    /// Creates a client; the real one returns `nil` if it finds no configuration.
    public init?() {}

    /// Returns a client for the resources of a type.
    public nonisolated func `for`<R: KubernetesAPIResource>(
        _ type: R.Type,
        gvr: GroupVersionResource
    ) -> GenericKubernetesClient<R> {
        GenericKubernetesClient(gvr: gvr)
    }
}

/// A client for the resources of a type.
public actor GenericKubernetesClient<Resource: KubernetesAPIResource> {
    let gvr: GroupVersionResource

    init(gvr: GroupVersionResource) {
        self.gvr = gvr
    }

    private func path(_ namespace: NamespaceSelector) -> String {
        switch namespace {
        case .namespace(let name):
            "/apis/\(gvr.group)/\(gvr.version)/namespaces/\(name)/\(gvr.resource)"
        }
    }

    private func send(_ method: String, _ path: String, _ resource: Resource) throws -> Resource {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let body = try encoder.encode(resource)
        print("\(method) \(path)")
        print(String(decoding: body, as: UTF8.self))
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(Resource.self, from: body)
    }
}

extension GenericKubernetesClient where Resource: CreatableResource & NamespacedResource {
    /// Creates a resource.
    public func create(
        in namespace: NamespaceSelector,
        _ resource: Resource
    ) async throws -> Resource {
        try send("POST", path(namespace), resource)
    }
}

extension GenericKubernetesClient where Resource: ReplaceableResource & NamespacedResource {
    /// Replaces a resource.
    public func update(
        in namespace: NamespaceSelector,
        _ resource: Resource
    ) async throws -> Resource {
        try send("PUT", "\(path(namespace))/\(resource.name ?? "")", resource)
    }
}
