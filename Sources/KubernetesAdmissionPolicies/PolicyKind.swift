package import CRDCatalog
import CRDDefinitionValidity
import CRDYAML

/// A kind of objects that decide which requests an API server admits (admissionregistration.k8s.io).
package enum PolicyKind: String, Sendable {
    case policy = "ValidatingAdmissionPolicy"
    case binding = "ValidatingAdmissionPolicyBinding"

    /// The API group of the kinds.
    static let group = "admissionregistration.k8s.io"
    /// The versions of the kinds, which have the same fields.
    static let versions = ["v1", "v1beta1", "v1alpha1"]

    /// Creates the kind with a name; `nil` for other kinds and unknown versions.
    package init?(_ identity: ManifestObject.Identity) {
        guard identity.name.group == Self.group, Self.versions.contains(identity.version) else {
            return nil
        }
        self.init(rawValue: identity.name.kind)
    }

    /// The structure into which the server decodes an object.
    var structure: GoStructure {
        switch self {
        case .policy: .policy
        case .binding: .policyBinding
        }
    }
}
