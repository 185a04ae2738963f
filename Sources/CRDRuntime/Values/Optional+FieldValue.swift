import YAML

/// Elements of lists and maps whose schema is nullable.
extension Optional: FieldValue where Wrapped: FieldValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = nil }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Wrapped?? {
        if node.node.isNull { return .some(nil) }
        return Wrapped.fromManifest(node, reader).map { .some($0) }
    }

    /// Writes the value, or `null`, into a manifest.
    public func write(to writer: ManifestWriter) {
        if let self {
            self.write(to: writer)
        } else {
            writer.writeNull()
        }
    }

    /// Adds what makes the value equal to another.
    public func appendTokens(to tokens: FieldTokens) {
        if let self {
            self.appendTokens(to: tokens)
        } else {
            tokens.append(.absent)
        }
    }
}
