package import CRDCatalog
import CRDDefinitionValidity
import CRDGeneratorCore
import CRDValues

/// The resource of a kind in the API, as far as the files and a table of Kubernetes' own kinds tell
/// it.
package struct ServedResource: Sendable {
    /// The plural name, such as `deployments`.
    let plural: String
    /// Whether objects belong to namespaces.
    package let isNamespaced: Bool
    /// The versions, if they are known, in the order of the CRD.
    ///
    /// The server matches rules with versions that aren't served too.
    let versions: [String]
    /// Whether the server converts an object by a change of its `apiVersion`, which needs a CRD
    /// without a conversion webhook.
    let isConvertedByName: Bool
    /// Whether a CRD or Kubernetes itself defines the kind.
    let isKnown: Bool

    /// Finds the resource of a kind that a CRD or Kubernetes defines.
    ///
    /// A kind that is not found has a regular plural, and its objects belong to namespaces.
    package init(of kind: KnownKinds.Name, in kinds: KnownKinds) {
        let key = "\(kind.group)/\(kind.kind)"
        if let known = kinds.kind(kind), let definition = known.versions.first?.version.definition {
            plural = definition.names.plural
            isNamespaced = definition.scope == .namespaced
            versions = Self.versions[key] ?? known.versions.map(\.version.name)
            isConvertedByName = known.isConvertedByName
            isKnown = true
        } else {
            plural = Self.regularPlural(of: kind.kind)
            isNamespaced = !Self.clusterKinds.contains(key)
            versions = Self.versions[key] ?? []
            isConvertedByName = false
            isKnown = kind.group.hasSuffix(".k8s.io") || !kind.group.contains(".")
        }
    }

    /// Returns a plural name by the rules of English (k8s.io/apimachinery v0.35,
    /// pkg/api/meta, `UnsafeGuessKindToResource`).
    private static func regularPlural(of kind: String) -> String {
        let word = kind.lowercased()
        if word == "endpoints" { return word }
        switch word.last {
        case "s"?: return word + "es"
        case "y"?: return word.dropLast() + "ies"
        default: return word + "s"
        }
    }

    /// Kubernetes' own kinds whose objects do not belong to namespaces (v1.35).
    private static let clusterKinds: Set<String> = [
        "/ComponentStatus", "/Namespace", "/Node", "/PersistentVolume",
        "apiextensions.k8s.io/CustomResourceDefinition", "apiregistration.k8s.io/APIService",
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
