import CRDYAML

/// A key of a manifest that equals only keys with the same bytes, as in Kubernetes.
///
/// Strings with different bytes can be equal: "é" in one scalar and in two.
package struct ExactKey: Hashable, Sendable {
    private let text: String

    /// Creates a key.
    package init(_ text: String) {
        self.text = text
    }

    package static func == (left: ExactKey, right: ExactKey) -> Bool {
        left.text.hasSameBytes(as: right.text)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}
