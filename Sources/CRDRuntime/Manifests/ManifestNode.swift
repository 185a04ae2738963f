package import CRDYAML

/// A node of a manifest, from which a value is read.
public struct ManifestNode: Sendable {
    package let node: Node

    package init(_ node: Node) {
        self.node = node
    }
}
