import CRDCatalog
import CRDDefinitionValidity
package import CRDYAML

/// The requests to which a policy applies, by their resources (`NamedRuleWithOperations`).
package struct ResourceRule: Sendable {
    private let names: [String]
    private let operations: [String]
    let groups: [String]
    let versions: [String]
    let resources: [String]
    private let scope: String

    /// Reads a rule that the server accepts.
    package init(_ node: Node) {
        func strings(_ key: String) -> [String] { node.value(key)?.strings ?? [] }
        names = strings("resourceNames")
        operations = strings("operations")
        groups = strings("apiGroups")
        versions = strings("apiVersions")
        resources = strings("resources")
        scope = node.value("scope")?.string ?? "*"
    }

    /// Returns whether the rule applies to a request (k8s.io/apiserver v0.35,
    /// pkg/admission/plugin/webhook/predicates/rules).
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - version: The version of the resource.
    /// - Returns: Whether it does; `nil` if that depends on a name that the server generates.
    func applies(to request: AdmissionRequest, version: String) -> Bool? {
        guard Self.has(groups, request.group), Self.has(versions, version),
            Self.has(operations, request.operation.rawValue), hasScope(of: request),
            resources.contains(where: { Self.isResource($0, of: request) })
        else { return false }
        if names.isEmpty { return true }
        return request.name.map(names.contains)
    }

    private static func has(_ words: [String], _ word: String) -> Bool {
        words.contains("*") || words.contains(word)
    }

    private func hasScope(of request: AdmissionRequest) -> Bool {
        switch scope {
        case "Namespaced": request.isNamespaced
        case "Cluster": !request.isNamespaced
        default: true
        }
    }

    /// Returns whether a resource such as `pods`, `pods/status`, or `*/*` is that of a request.
    private static func isResource(_ word: String, of request: AdmissionRequest) -> Bool {
        let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let subresource = parts.count > 1 ? parts[1] : ""
        return (parts[0] == "*" || parts[0] == request.resource.plural)
            && (subresource == "*" || subresource == request.subresource)
    }
}
