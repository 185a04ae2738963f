import CRDCatalog
import CRDDefinitionValidity
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import KubernetesAdmissionPolicies

extension ManifestCheck {
    /// Evaluates the policies for an object.
    ///
    /// - Returns: The verdict; `nil` if there are no policies, or if the server rejects the object
    ///   before they are evaluated.
    func policyVerdict(
        for object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ outcome: CheckedObject.Outcome,
        _ operation: CheckedObject.Operation,
        _ validator: ResourceValidator?
    ) -> PolicyVerdict? {
        guard !policies.isEmpty,
            let request = request(for: object, identity, outcome, operation, validator)
        else { return nil }
        return PolicyVerdict(
            request,
            PolicyEvaluation(policies.policies, for: request, of: object.node, kinds)
        )
    }

    /// Returns the request of an object to the policies; `nil` if the server rejects it before.
    private func request(
        for object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ outcome: CheckedObject.Outcome,
        _ operation: CheckedObject.Operation,
        _ validator: ResourceValidator?
    ) -> AdmissionRequest? {
        let resource = ServedResource(of: identity.name, in: kinds)
        let old = oldObject(of: object, identity, operation, validator)
        guard var value = value(of: object, outcome, old) else { return nil }
        value["apiVersion"] = .string(identity.apiVersion)
        value["kind"] = .string(identity.name.kind)
        if object.node["metadata"]?.word("name").isEmpty ?? true { value.metadata["name"] = nil }
        let namespace = value.metadata.text("namespace")
        if resource.isNamespaced {
            value.metadata["namespace"] = .string(namespace.isEmpty ? "default" : namespace)
        }
        let namespaceObject = policies.policies.namespace(value.metadata.text("namespace"))
        var request = AdmissionRequest(
            operation: operation == .create ? .create : .update,
            group: identity.name.group,
            version: identity.version,
            objectVersion: identity.version,
            kind: identity.name.kind,
            resource: resource,
            subresource: subresource?.rawValue ?? "",
            object: BuiltInObject(value, identity.name).object,
            oldObject: old.map { old in
                var old = BuiltInObject(old, identity.name).object
                old["apiVersion"] = .string(identity.apiVersion)
                return old
            }
        )
        request.namespaceObject = resource.isNamespaced ? namespaceObject : nil
        return request
    }

    /// Returns an object as the server would store it; `nil` if the server rejects it.
    private func value(
        of object: ManifestObject,
        _ outcome: CheckedObject.Outcome,
        _ old: JSONObject?
    ) -> JSONObject? {
        switch outcome {
        case .answered(let answer): return try? answer.response.result.get().object
        case .definition(let validity, let duplicates):
            guard case .valid = validity.verdict, duplicates.isEmpty else { return nil }
        case .unknownKind: break
        case .policy, .unknownVersion, .notFound, .unreadable, .skipped: return nil
        }
        // Nothing else reports a value that JSON does not have, because the kind is unknown.
        guard case .object(var value)? = try? JSONValue(sent: object.node) else { return nil }
        value.setSystemFields(to: old ?? JSONObject())
        return value
    }

    private func oldObject(
        of object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ operation: CheckedObject.Operation,
        _ validator: ResourceValidator?
    ) -> JSONObject? {
        guard operation == .update,
            let match = stored?.match(for: object, identity.name, kinds)
        else { return nil }
        guard let validator else { return match.value.object }
        return validator.prunedWithDefaults(match.value).object
    }
}
