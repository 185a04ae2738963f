import CRDYAML

// The methods that values without fields call.
extension ManifestReader {
    /// Returns the value of a scalar.
    ///
    /// If the node is not a scalar or its text does not match its tag, it reports an error and
    /// returns `nil`.
    func scalar(_ node: ManifestNode, _ expectation: String) -> Scalar? {
        guard node.node.kind == .scalar else {
            expected(expectation, node)
            return nil
        }
        do throws(Diagnostic) {
            return try node.node.resolved()
        } catch {
            report(error)
            return nil
        }
    }

    /// Reads a value without fields, such as `String` or ``JSONValue``.
    ///
    /// - Returns: `nil` if the value is invalid, after an error was reported.
    public func value<Value: _LeafValue>(of node: ManifestNode, as type: Value.Type) -> Value? {
        Value._fromManifest(node, self)
    }

    /// Reports that a node is not of the expected type.
    public func expected(_ expectation: String, _ node: ManifestNode) {
        report(node, "expected \(expectation), found \(node.node.found)")
    }

    /// Reports an error at a node.
    public func report(_ node: ManifestNode, _ message: String) {
        report(node.node.diagnostic(.error, message))
    }
}
