import CRDRuntime

/// What Kubernetes allows as the name of a group, a kind, a version or a resource.
///
/// From `ValidateCustomResourceDefinition` (apiextensions-apiserver v0.35) and the label formats of
/// RFC 1035 and RFC 1123 in apimachinery's `validation` package.
enum NameRule {
    /// A DNS subdomain: labels of lower-case letters, digits and `-`, joined by at least one dot.
    case group
    /// A DNS label, in any case: `TrainingJob`.
    case kind
    /// A DNS label that begins with a letter: `trainingjobs`, `v1alpha1`.
    case label

    /// What is allowed, for messages.
    var expectation: String {
        switch self {
        case .group: "a group such as 'example.com'"
        case .kind: "a kind such as 'Widget' (letters, digits and '-')"
        case .label: "a name of lower-case letters, digits and '-' that begins with a letter"
        }
    }

    /// Whether Kubernetes takes the name.
    func allows(_ name: String) -> Bool {
        switch self {
        case .group:
            name.utf8.count <= 253 && name.utf8.contains(UInt8(ascii: "."))
                && name.split(separator: ".", omittingEmptySubsequences: false)
                    .allSatisfy { Self.isLabel($0.utf8, beginsWithLetter: false) }
        case .kind:
            Self.isLabel(name.lowercased().utf8, beginsWithLetter: true)
        case .label:
            Self.isLabel(name.utf8, beginsWithLetter: true)
        }
    }

    private static func isLabel(
        _ bytes: some BidirectionalCollection<UInt8>,
        beginsWithLetter: Bool
    ) -> Bool {
        guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else {
            return false
        }
        return (first.isLowercase || !beginsWithLetter && first.isDigit)
            && (last.isLowercase || last.isDigit)
            && bytes.allSatisfy { $0.isLowercase || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}
