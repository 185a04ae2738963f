package import CRDDefinitionValidity
import CRDYAML

/// A kind in a version of an API group.
package struct GroupVersionKind: Hashable, Sendable {
    /// The group; empty for the core group.
    package let group: String
    /// The version, such as `v1`.
    package let version: String
    /// The kind, such as `Deployment`.
    package let kind: String

    /// Creates a kind in a version.
    package init(group: String, version: String, kind: String) {
        self.group = group
        self.version = version
        self.kind = kind
    }
}

extension GroupVersionKind {
    /// Reads an entry of `x-kubernetes-group-version-kind`; returns `nil` if it has no version or
    /// no kind, or if a part has a slash.
    init?(_ node: Node) {
        self.init(
            group: node.word("group"),
            version: node.word("version"),
            kind: node.word("kind")
        )
        // They are parts of paths: of requests, and of the files of excerpts.
        let isPath = [group, version, kind].contains { $0.utf8.contains(UInt8(ascii: "/")) }
        if version.isEmpty || kind.isEmpty || isPath { return nil }
    }

    /// The name that a definition has if the kind is one of a CRD, such as
    /// `com.example.v1.Widget`; the definitions of Go types begin with the path of a package.
    var nameOfCustomResource: String {
        let parts = group.split(separator: ".").reversed() + [version[...], kind[...]]
        return parts.joined(separator: ".")
    }

    /// The name without the version.
    package var name: KindName { KindName(group: group, kind: kind) }

    /// The beginning of the paths of the resources, such as `/apis/apps/v1/`.
    var pathPrefix: String { group.isEmpty ? "/api/\(version)/" : "/apis/\(group)/\(version)/" }
}
