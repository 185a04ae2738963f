import CRDRuntime
import CRDValidation
import CRDValues

/// The defaults that depend on other fields.
extension BuiltInObject {
    /// Sets the defaults of a kind that depend on other fields.
    mutating func setDependentDefaults() {
        switch kind {
        case "/Pod": change("spec") { spec in Self.completePod(&spec, copiesLimits: true) }
        case "/Service": change("spec", by: Self.completeService)
        case "/Secret": completeSecret()
        case "/Namespace": completeNamespace()
        case "apps/DaemonSet":
            let update: JSONValue = ["maxUnavailable": 1, "maxSurge": 0]
            change("spec", "updateStrategy") { Self.completeUpdate(&$0, update) }
        case "apps/Deployment":
            let update: JSONValue = ["maxUnavailable": "25%", "maxSurge": "25%"]
            change("spec", "strategy") { Self.completeUpdate(&$0, update) }
        case "apps/StatefulSet":
            change("spec", "updateStrategy") { Self.completeUpdate(&$0, ["partition": 0]) }
        case "batch/Job": change("spec", by: Self.completeJob)
        case "networking.k8s.io/NetworkPolicy": change("spec", by: Self.completeNetworkPolicy)
        case "rbac.authorization.k8s.io/ClusterRoleBinding",
            "rbac.authorization.k8s.io/RoleBinding":
            object.changeElements("subjects", by: Self.completeSubject)
        default: break
        }
        change("spec", "template", "spec") { Self.completePod(&$0) }
        change("spec", "jobTemplate", "spec", "template", "spec") { Self.completePod(&$0) }
    }

    private static func completeUpdate(_ strategy: inout JSONObject, _ defaults: JSONValue) {
        guard strategy["type"] == "RollingUpdate" else { return }
        var update = strategy["rollingUpdate"]?.object ?? JSONObject()
        update.setMissing(defaults.object ?? JSONObject())
        strategy["rollingUpdate"] = .object(update)
    }

    private static func completeJob(_ spec: inout JSONObject) {
        if spec["completions"] == nil, spec["parallelism"] == nil { spec["completions"] = 1 }
        spec.setMissing([
            "parallelism": 1,
            "backoffLimit": spec["backoffLimitPerIndex"] == nil ? 6 : 2_147_483_647,
            "podReplacementPolicy": spec["podFailurePolicy"] == nil
                ? "TerminatingOrFailed" : "Failed",
        ])
    }

    private static func completeNetworkPolicy(_ spec: inout JSONObject) {
        guard spec["policyTypes"] == nil else { return }
        spec["policyTypes"] = spec["egress"] == nil ? ["Ingress"] : ["Ingress", "Egress"]
    }

    private static func completeService(_ spec: inout JSONObject) {
        spec.changeElements("ports") { port in
            if let number = port["port"] { port.setMissing(["targetPort": number]) }
        }
        switch spec.text("type") {
        case "LoadBalancer":
            spec.setMissing([
                "externalTrafficPolicy": "Cluster", "allocateLoadBalancerNodePorts": true,
            ])
        case "NodePort": spec.setMissing(["externalTrafficPolicy": "Cluster"])
        case "ExternalName": spec["internalTrafficPolicy"] = nil
        default: break
        }
    }

    /// Encodes `stringData`, which replaces `data`.
    private mutating func completeSecret() {
        guard case .object(let strings)? = object["stringData"] else { return }
        var data = object["data"]?.object ?? JSONObject()
        for (key, value) in strings {
            guard let text = value.string else { continue }
            data[key] = .string(Base64.encode(Array(text.utf8)))
        }
        object["data"] = .object(data)
        object["stringData"] = nil
    }

    private mutating func completeNamespace() {
        var labels = object.metadata["labels"]?.object ?? JSONObject()
        labels.setMissing(["kubernetes.io/metadata.name": object.metadata["name"] ?? ""])
        object.metadata["labels"] = .object(labels)
    }

    private static func completeSubject(_ subject: inout JSONObject) {
        guard ["User", "Group"].contains(subject.text("kind")) else { return }
        subject.setMissing(["apiGroup": "rbac.authorization.k8s.io"])
    }

    // MARK: - Pods

    private static func completePod(_ spec: inout JSONObject, copiesLimits: Bool = false) {
        let usesHostNetwork = spec["hostNetwork"] == true
        for list in ["containers", "initContainers"] {
            spec.changeElements(list) { container in
                let image = container.text("image")
                let policy: JSONValue = image.hasChangingTag ? "Always" : "IfNotPresent"
                container.setMissing(["imagePullPolicy": policy])
                if usesHostNetwork {
                    container.changeElements("ports") { port in
                        if let number = port["containerPort"] {
                            port.setMissing(["hostPort": number])
                        }
                    }
                }
                if copiesLimits { copyLimits(in: &container) }
            }
        }
        spec.changeElements("volumes") { volume in
            if volume.count == 1 { volume["emptyDir"] = [:] }
        }
    }

    /// Requests the resources that are limited and not requested.
    private static func copyLimits(in container: inout JSONObject) {
        guard case .object(var resources)? = container["resources"],
            case .object(let limits)? = resources["limits"]
        else { return }
        var requests = resources["requests"]?.object ?? JSONObject()
        requests.setMissing(limits)
        resources["requests"] = .object(requests)
        container["resources"] = .object(resources)
    }
}

extension JSONObject {
    /// Sets the members of another object whose keys are missing.
    fileprivate mutating func setMissing(_ defaults: JSONObject) {
        for (key, value) in defaults where self[key] == nil { self[key] = value }
    }

    /// Changes the objects in a list.
    fileprivate mutating func changeElements(_ key: String, by change: (inout JSONObject) -> Void) {
        guard case .array(let elements)? = self[key] else { return }
        self[key] = .array(
            elements.map { element in
                guard case .object(var object) = element else { return element }
                change(&object)
                return .object(object)
            }
        )
    }
}

extension String {
    /// Whether an image has no digest, and the tag `latest` or none.
    fileprivate var hasChangingTag: Bool {
        if contains("@") { return false }
        let name = split(separator: "/").last ?? ""
        let tag = name.split(separator: ":").dropFirst().last
        return tag == nil || tag == "latest"
    }
}
