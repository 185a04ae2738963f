package import CRDDefinitionValidity
import CRDGeneratorCore
import CRDValues

/// The resource of a kind in the API, as far as the files and a table of Kubernetes' own kinds tell
/// it.
package struct ServedResource: Sendable {
    /// The plural name, such as `deployments`.
    package let plural: String
    /// Whether objects belong to namespaces.
    package let isNamespaced: Bool
    /// The versions, if they are known, in the order of the CRD.
    ///
    /// The server matches rules with versions that aren't served too.
    package let versions: [String]
    /// Whether the server converts an object by a change of its `apiVersion`, which needs a CRD
    /// without a conversion webhook.
    package let isConvertedByName: Bool
    /// Whether a CRD or Kubernetes itself defines the kind.
    package let isKnown: Bool

    /// Finds the resource of a kind that a CRD or Kubernetes defines.
    ///
    /// A kind that is not found has a regular plural, and its objects belong to namespaces.
    package init(of kind: KindName, in kinds: KnownKinds) {
        let key = "\(kind.group)/\(kind.kind)"
        if let known = kinds.kind(kind), let definition = known.versions.first?.version.definition {
            plural = definition.names.plural
            isNamespaced = definition.scope == .namespaced
            versions = Self.versions[key] ?? known.versions.map(\.version.name)
            isConvertedByName = known.isConvertedByName
            isKnown = known.isResourceKnown
        } else {
            plural = Self.regularPlural(of: kind.kind)
            isNamespaced = Self.isNamespaced(kind) ?? true
            versions = Self.versions[key] ?? []
            isConvertedByName = false
            isKnown = kind.group.hasSuffix(".k8s.io") || !kind.group.contains(".")
        }
    }

    /// Returns a plural name by the rules of English, such as `networkpolicies` and `gateways`.
    ///
    /// All kinds of Kubernetes itself have it (k8s.io/apimachinery v0.35, pkg/api/meta,
    /// `UnsafeGuessKindToResource`, which makes `gatewaies` of a gateway).
    static func regularPlural(of kind: String) -> String {
        let word = kind.lowercased()
        if word == "endpoints" { return word }
        if ["s", "x", "ch", "sh"].contains(where: { word.hasSuffix($0) }) { return word + "es" }
        let isVowelBefore = word.dropLast().last.map { "aeiou".contains($0) } ?? true
        return word.last == "y" && !isVowelBefore ? word.dropLast() + "ies" : word + "s"
    }

    /// Returns whether objects of one of Kubernetes' own kinds belong to namespaces; `nil` for other
    /// kinds.
    static func isNamespaced(_ kind: KindName) -> Bool? {
        let key = "\(kind.group)/\(kind.kind)"
        if clusterKinds.contains(key) { return false }
        return namespacedKinds.contains(key) ? true : nil
    }

    /// Kubernetes' own kinds whose objects do not belong to namespaces (v1.35).
    private static let clusterKinds: Set<String> = [
        "/ComponentStatus", "/Namespace", "/Node", "/PersistentVolume",
        "admissionregistration.k8s.io/MutatingAdmissionPolicy",
        "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
        "admissionregistration.k8s.io/MutatingWebhookConfiguration",
        "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
        "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
        "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
        "apiextensions.k8s.io/CustomResourceDefinition", "apiregistration.k8s.io/APIService",
        "authentication.k8s.io/SelfSubjectReview", "authentication.k8s.io/TokenReview",
        "authorization.k8s.io/SelfSubjectAccessReview",
        "authorization.k8s.io/SelfSubjectRulesReview", "authorization.k8s.io/SubjectAccessReview",
        "certificates.k8s.io/CertificateSigningRequest", "certificates.k8s.io/ClusterTrustBundle",
        "flowcontrol.apiserver.k8s.io/FlowSchema",
        "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
        "internal.apiserver.k8s.io/StorageVersion", "networking.k8s.io/IPAddress",
        "networking.k8s.io/IngressClass", "networking.k8s.io/ServiceCIDR",
        "node.k8s.io/RuntimeClass", "rbac.authorization.k8s.io/ClusterRole",
        "rbac.authorization.k8s.io/ClusterRoleBinding", "resource.k8s.io/DeviceClass",
        "resource.k8s.io/DeviceTaintRule", "resource.k8s.io/ResourceSlice",
        "scheduling.k8s.io/PriorityClass", "storage.k8s.io/CSIDriver", "storage.k8s.io/CSINode",
        "storage.k8s.io/StorageClass", "storage.k8s.io/VolumeAttachment",
        "storage.k8s.io/VolumeAttributesClass", "storagemigration.k8s.io/StorageVersionMigration",
    ]

    /// Kubernetes' own kinds whose objects belong to namespaces (v1.35).
    private static let namespacedKinds: Set<String> = [
        "/Binding", "/ConfigMap", "/Endpoints", "/Event", "/LimitRange", "/PersistentVolumeClaim",
        "/Pod", "/PodTemplate", "/ReplicationController", "/ResourceQuota", "/Secret", "/Service",
        "/ServiceAccount", "apps/ControllerRevision", "apps/DaemonSet", "apps/Deployment",
        "apps/ReplicaSet", "apps/StatefulSet", "authorization.k8s.io/LocalSubjectAccessReview",
        "autoscaling/HorizontalPodAutoscaler", "batch/CronJob", "batch/Job",
        "certificates.k8s.io/PodCertificateRequest", "coordination.k8s.io/Lease",
        "coordination.k8s.io/LeaseCandidate", "discovery.k8s.io/EndpointSlice",
        "events.k8s.io/Event", "networking.k8s.io/Ingress", "networking.k8s.io/NetworkPolicy",
        "policy/PodDisruptionBudget", "rbac.authorization.k8s.io/Role",
        "rbac.authorization.k8s.io/RoleBinding", "resource.k8s.io/ResourceClaim",
        "resource.k8s.io/ResourceClaimTemplate", "scheduling.k8s.io/Workload",
        "storage.k8s.io/CSIStorageCapacity",
    ]

    /// The versions of Kubernetes' own kinds that are served in more than one (v1.35).
    private static let versions: [String: [String]] = [
        "autoscaling/HorizontalPodAutoscaler": ["v1", "v2"],
        "networking.k8s.io/IPAddress": ["v1", "v1beta1"],
        "networking.k8s.io/ServiceCIDR": ["v1", "v1beta1"],
        "resource.k8s.io/DeviceClass": ["v1", "v1beta1", "v1beta2"],
        "resource.k8s.io/ResourceClaim": ["v1", "v1beta1", "v1beta2"],
        "resource.k8s.io/ResourceClaimTemplate": ["v1", "v1beta1", "v1beta2"],
        "resource.k8s.io/ResourceSlice": ["v1", "v1beta1", "v1beta2"],
        "storage.k8s.io/VolumeAttributesClass": ["v1", "v1beta1"],
    ]
}
