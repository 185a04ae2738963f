import CRDRuntime
import CRDYAML

extension ResourceValidator {
    /// Returns the server's warnings about a valid object.
    func warnings(about result: RequestResult) -> [(text: String, place: ValuePlace)] {
        var warnings: [(text: String, place: ValuePlace)] = []
        if definition.isDeprecated {
            let text = definition.deprecationWarning ?? definition.usualDeprecationWarning
            warnings.append((text, ValuePlace([.key("apiVersion")])))
        }
        if !result.repeatedOwners.isEmpty {
            let text =
                ".metadata.ownerReferences contains duplicate entries; API server dedups owner "
                + "references in 1.20+, and may reject such requests as early as 1.24; please fix "
                + "your requests; duplicate UID(s) observed: "
                + result.repeatedOwners.joined(separator: ", ")
            let place = ValuePlace([.key("metadata"), .key("ownerReferences")])
            warnings.append((text, place))
        }
        return warnings + finalizerWarnings(result.object)
    }

    /// Returns the warnings about finalizers (`generateWarningsFromObj` of
    /// pkg/registry/customresource).
    private func finalizerWarnings(
        _ object: JSONObject
    ) -> [(text: String, place: ValuePlace)] {
        var warnings: [(text: String, place: ValuePlace)] = []
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
