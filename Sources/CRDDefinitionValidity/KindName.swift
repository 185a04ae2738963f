import CRDYAML

/// The name of a kind in its group.
package struct KindName: Hashable, Sendable {
    /// The group of the API; empty for the core group.
    package let group: String
    /// The kind, such as `Deployment`.
    package let kind: String

    /// Creates the name of a kind.
    package init(group: String, kind: String) {
        self.group = group
        self.kind = kind
    }
}

extension KindName {
    /// Returns group and version, such as `apps/v1`; only the version for the core group.
    package func apiVersion(_ version: String) -> String {
        group.isEmpty ? version : "\(group)/\(version)"
    }

    /// Finds the kind that a CRD defines, also if the CRD is invalid in other ways; `nil` if its
    /// group or kind is missing.
    init?(definedBy document: Node) {
        guard let group = document["spec"]?["group"]?.text,
            let kind = document["spec"]?["names"]?["kind"]?.text
        else { return nil }
        self.init(group: group, kind: kind)
    }
}
