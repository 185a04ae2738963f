import CRDRuntime
import CRDYAML

extension ResourceValidator {
    /// A warning of the server, with the location of the field.
    typealias Warning = (text: String, place: ValuePlace)

    /// Returns the server's warnings about an object, and those that it would send if the object
    /// were valid.
    func warnings(about result: RequestResult) -> [Warning] {
        deprecationWarnings + ownerWarnings(about: result.repeatedOwners)
            + result.findings.warnings.map { ($0.description, $0.place) }
            + finalizerWarnings(about: result.object)
    }

    /// The warning about a deprecated version.
    var deprecationWarnings: [Warning] {
        guard definition.isDeprecated else { return [] }
        let text = definition.deprecationWarning ?? definition.usualDeprecationWarning
        return [(text, ValuePlace([.key("apiVersion")]))]
    }

    /// Returns the warning about owners that were dropped because they occur twice.
    func ownerWarnings(about repeatedOwners: [String]) -> [Warning] {
        if repeatedOwners.isEmpty { return [] }
        let text =
            ".metadata.ownerReferences contains duplicate entries; API server dedups owner "
            + "references in 1.20+, and may reject such requests as early as 1.24; please fix "
            + "your requests; duplicate UID(s) observed: "
            + repeatedOwners.joined(separator: ", ")
        return [(text, ValuePlace([.key("metadata"), .key("ownerReferences")]))]
    }

    /// Returns the warnings about finalizers (`generateWarningsFromObj` of
    /// pkg/registry/customresource).
    func finalizerWarnings(about object: JSONObject) -> [Warning] {
        if isGoType { return [] }
        var warnings: [Warning] = []
        for (index, finalizer) in object.metadata.elements("finalizers").enumerated() {
            guard case .string(let name) = finalizer, !name.contains("/"),
                !["orphan", "foregroundDeletion"].contains(name)
            else { continue }
            let detail =
                "prefer a domain-qualified finalizer name to avoid accidental conflicts with "
                + "other finalizer writers"
            let place = ValuePlace([.key("metadata"), .key("finalizers"), .index(index)])
            warnings.append(("metadata.finalizers: \(GoText.quoted(name)): \(detail)", place))
        }
        return warnings
    }
}

extension ResourceDefinition {
    /// The default warning about a deprecated version (`crdHandler` of pkg/apiserver).
    fileprivate var usualDeprecationWarning: String {
        "\(apiVersion) \(names.kind) is deprecated"
    }
}
