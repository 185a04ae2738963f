package import CRDDefinitionValidity
import CRDGeneratorCore
package import CRDYAML

extension KnownKinds {
    /// Adds the kinds of objects that no CRD defines, from OpenAPI documents.
    ///
    /// - Parameter documents: The documents of manifests.
    package mutating func addOpenAPIKinds(of documents: [Node]) {
        if openAPI.isEmpty { return }
        for document in documents {
            for object in ManifestObject.all(in: document, self) {
                guard case .success(let identity) = object.identity else { continue }
                addOpenAPIKind(of: identity)
            }
        }
    }

    /// Adds the kind of an object, or that of the items of a list.
    private mutating func addOpenAPIKind(of identity: ManifestObject.Identity) {
        let name = identity.name
        if identity.isDefinition || addOpenAPIKind(name, identity.version) { return }
        guard name.kind.hasSuffix("List"), name.kind != "List" else { return }
        let element = KindName(group: name.group, kind: String(name.kind.dropLast("List".count)))
        _ = addOpenAPIKind(element, identity.version)
    }

    /// - Returns: Whether the kind is known now.
    private mutating func addOpenAPIKind(_ name: KindName, _ version: String) -> Bool {
        if let kind = kind(name) {
            let isFromCRDs = !kind.isFromOpenAPI
            if isFromCRDs || kind.versions.contains(where: { $0.version.name == version }) {
                return true
            }
        }
        let kind = GroupVersionKind(group: name.group, version: version, kind: name.kind)
        guard let found = openAPI.version(of: kind) else { return false }
        add(found, named: name)
        return true
    }

    /// Returns whether an object is a CRD that ``CRDValidity`` validates, and not an OpenAPI
    /// document, which an old cluster has of CRDs in `v1beta1`.
    package func isDefinition(_ object: ManifestObject.Identity) -> Bool {
        object.isDefinition
            || object.name == .definition
                && !openAPI.versions(of: .definition).contains(object.version)
    }

    /// Whether the OpenAPI documents are of an old cluster, which accepts CRDs in `v1beta1`.
    package var acceptOldDefinitions: Bool { openAPI.versions(of: .definition).contains("v1beta1") }

    /// Returns the versions of an unknown kind in the OpenAPI documents, such as
    /// `; the OpenAPI documents have version v1`; empty if there are none.
    package func otherVersions(of name: KindName) -> String {
        let versions = openAPI.versions(of: name)
        if versions.isEmpty { return "" }
        let word = versions.count == 1 ? "version" : "versions"
        return "; the OpenAPI documents have \(word) \(versions.joined(separator: ", "))"
    }
}
