import CRDRuntime
import CRDValues

/// The paths of a kind in a namespace, in all namespaces, or in the cluster.
///
/// A path is only made from names that cannot change its meaning: with an empty name, a request to
/// delete one object would delete all.
struct Endpoint: Sendable {
    let definition: ResourceDefinition
    let namespace: String?

    /// Returns the path of one object, or of a subresource of it.
    ///
    /// - Throws: `InvalidResource` if the name or the namespace cannot be a part of a path.
    func path(name: String, subresource: String? = nil) throws(InvalidResource) -> String {
        let collection = try collectionPath()
        try check("metadata.name", name)
        let object = "\(collection)/\(name.percentEncoded)"
        return subresource.map { "\(object)/\($0)" } ?? object
    }

    /// Returns the path of the objects in one namespace, or in the cluster if the kind has no
    /// namespaces.
    ///
    /// - Throws: `InvalidResource` if the namespace is missing, not allowed, or invalid.
    func collectionPath() throws(InvalidResource) -> String {
        if definition.scope == .namespaced, namespace == nil {
            throw invalid("metadata.namespace", .required, "Required value")
        }
        return try listPath()
    }

    /// Returns the path of the objects in one namespace, in all namespaces, or in the cluster.
    ///
    /// - Throws: `InvalidResource` if the namespace is not allowed or invalid.
    func listPath() throws(InvalidResource) -> String {
        let version = definition.version.percentEncoded
        let group = definition.group.percentEncoded
        var path = group.isEmpty ? "/api/\(version)" : "/apis/\(group)/\(version)"
        if let namespace {
            if definition.scope == .cluster {
                let message = "Forbidden: not allowed on this type"
                throw invalid("metadata.namespace", .forbidden, message)
            }
            try check("metadata.namespace", namespace)
            path += "/namespaces/\(namespace.percentEncoded)"
        }
        return "\(path)/\(definition.names.plural.percentEncoded)"
    }

    /// Checks that a name can be a part of a path (`ValidatePathSegmentName` of apimachinery v0.35,
    /// pkg/api/validation/path).
    private func check(_ field: String, _ name: String) throws(InvalidResource) {
        if name.isEmpty { throw invalid(field, .required, "Required value") }
        var detail: String?
        if name == "." || name == ".." { detail = "may not be '\(name)'" }
        if name.utf8.contains(UInt8(ascii: "/")) { detail = "may not contain '/'" }
        if name.utf8.contains(UInt8(ascii: "%")) { detail = "may not contain '%'" }
        guard let detail else { return }
        let shown = JSONValue.string(name).jsonText
        throw invalid(field, .invalid, "Invalid value: \(shown): \(detail)")
    }

    private func invalid(
        _ field: String,
        _ reason: Violation.Reason,
        _ message: String
    ) -> InvalidResource {
        InvalidResource(
            kind: definition.names.kind,
            violations: [Violation(field: field, reason: reason, message: message)]
        )
    }
}
