import CRDValues

/// The rules of Kubernetes for names of groups, kinds, versions, and resources.
///
/// From `ValidateCustomResourceDefinition` (apiextensions-apiserver v0.35).
enum NameRule {
    /// A DNS subdomain: labels of lower-case letters, digits and `-`, joined by at least one dot.
    case group
    /// A DNS label, in any case: `TrainingJob`.
    case kind
    /// A DNS label that begins with a letter: `trainingjobs`, `v1alpha1`.
    case label

    /// The expected value in messages.
    var expectation: String {
        switch self {
        case .group: "a group such as 'example.com'"
        case .kind: "a kind such as 'Widget' (letters, digits and '-')"
        case .label: "a name of lower-case letters, digits and '-' that begins with a letter"
        }
    }

    /// Whether the name is valid in Kubernetes.
    func allows(_ name: String) -> Bool {
        switch self {
        case .group:
            NameSyntax.subdomainErrors(name).isEmpty && name.utf8.contains(UInt8(ascii: "."))
        case .kind: NameSyntax.label1035Errors(name.lowercased()).isEmpty
        case .label: NameSyntax.label1035Errors(name).isEmpty
        }
    }
}
