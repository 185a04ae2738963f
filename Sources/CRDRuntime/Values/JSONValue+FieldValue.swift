import CRDYAML

extension JSONValue: LeafValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = .null }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> JSONValue? {
        do throws(Diagnostic) {
            return try JSONValue(node.node)
        } catch {
            reader.report(error)
            return nil
        }
    }

    /// Writes the value into a manifest.
    public func write(to writer: ManifestWriter) {
        writer.write(self)
    }
}
