import CRDYAML

extension JSONValue: _LeafValue {
    /// Creates a placeholder that reading overwrites.
    public init(_unread: _Unread) { self = .null }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> JSONValue? {
        do throws(Diagnostic) {
            return try JSONValue(node.node)
        } catch {
            reader.report(error)
            return nil
        }
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) {
        writer.write(self)
    }
}
