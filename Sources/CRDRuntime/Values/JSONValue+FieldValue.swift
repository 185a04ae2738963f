import CRDYAML

extension JSONValue: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = .null }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
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
