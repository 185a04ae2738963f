extension ObjectMeta {
    /// Returns the violations for which the API server rejects the metadata, before it sets any
    /// fields.
    ///
    /// - Parameter scope: The scope of the kind; `nil` if it is not known.
    /// - Returns: The violations in the order of the server.
    func violations(scope: ResourceDefinition.Scope?) -> [Violation] {
        // No value in metadata throws when it is written.
        guard case .object(let metadata)? = try? ValueBuilder.value(of: self) else { return [] }
        var check = MetadataCheck(
            namespace: scope == .cluster ? .none : .optional,
            names: .subdomain,
            field: "metadata",
            isCompleted: false
        )
        check.check(metadata)
        return check.violations
    }
}
