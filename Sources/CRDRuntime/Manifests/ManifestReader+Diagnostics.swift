package import CRDYAML

extension ManifestReader {
    func missing(_ key: String, _ mapping: ReadMapping) {
        report(ManifestNode(mapping.node), "required field '\(key)' is missing")
    }

    func reportUnknown(_ mapping: ReadMapping) {
        let severity: Diagnostic.Severity = validation == .strict ? .error : .warning
        for (position, pair) in mapping.node.pairs.enumerated() where !mapping.isRead(position) {
            let message = "unknown field '\(pair.key.excerpt)'"
            let diagnostic = pair.keyNode.diagnostic(severity, message)
            diagnostics.add(diagnostic, at: path, unknownKey: pair.key)
        }
    }

    /// Reports all diagnostics, in the order of the schema.
    ///
    /// - Parameters:
    ///   - list: The list to which the diagnostics are added, each with its path.
    ///   - type: The type of the object that was read.
    package func report(to list: inout DiagnosticList, in type: (some _FieldValue).Type) {
        diagnostics.report(to: &list, in: type, from: depth)
    }

    /// Returns the diagnostics, in the order of the schema.
    ///
    /// - Parameter type: The type of the object that was read.
    /// - Returns: The first ``DiagnosticList/most``.
    package func diagnostics(in type: (some _FieldValue).Type) -> [Diagnostic] {
        var list = DiagnosticList()
        report(to: &list, in: type)
        return list.reported
    }
}
