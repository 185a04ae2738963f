extension GroupVersionKind {
    /// The short names of built-in kinds (Kubernetes 1.36), which OpenAPI documents don't have.
    private static let shortNames = [
        "CertificateSigningRequest": ["csr"], "ComponentStatus": ["cs"], "ConfigMap": ["cm"],
        "CronJob": ["cj"], "CustomResourceDefinition": ["crd", "crds"], "DaemonSet": ["ds"],
        "Deployment": ["deploy"], "Endpoints": ["ep"], "Event": ["ev"],
        "HorizontalPodAutoscaler": ["hpa"], "IPAddress": ["ip"], "Ingress": ["ing"],
        "LimitRange": ["limits"], "Namespace": ["ns"], "NetworkPolicy": ["netpol"],
        "Node": ["no"], "PersistentVolume": ["pv"], "PersistentVolumeClaim": ["pvc"],
        "Pod": ["po"], "PodDisruptionBudget": ["pdb"], "PriorityClass": ["pc"],
        "ReplicaSet": ["rs"], "ReplicationController": ["rc"], "ResourceQuota": ["quota"],
        "Service": ["svc"], "ServiceAccount": ["sa"], "StatefulSet": ["sts"],
        "StorageClass": ["sc"], "VolumeAttributesClass": ["vac"],
    ]

    /// The short names that `kubectl` accepts; empty for kinds that don't belong to Kubernetes.
    var shortNames: [String] {
        let isOfKubernetes = !group.contains(".") || group.hasSuffix(".k8s.io")
        return isOfKubernetes ? Self.shortNames[kind] ?? [] : []
    }
}

extension OpenAPIDocument {
    /// Whether a name in lower case is that of a kind: the kind, its plural, or a short name.
    func isName(_ name: String, of kind: GroupVersionKind) -> Bool {
        let singular = kind.kind.lowercased()
        if name == singular || kind.shortNames.contains(name) { return true }
        // The plural of most kinds is longer; that of 'Policy' is 'policies'.
        return name.hasPrefix(singular.dropLast()) && name == plural(of: kind)
    }

    /// Returns the plural name of a kind; if the document has no paths of it, the regular one.
    package func plural(of kind: GroupVersionKind) -> String {
        resource(of: kind)?.plural ?? ServedResource.regularPlural(of: kind.kind)
    }

    /// Whether the plural name and the scope of a kind are certain, because the document has paths
    /// of it, or because it is one of Kubernetes' own kinds.
    package func isResourceKnown(of kind: GroupVersionKind) -> Bool {
        resource(of: kind) != nil || ServedResource.isNamespaced(kind.name) != nil
    }
}
