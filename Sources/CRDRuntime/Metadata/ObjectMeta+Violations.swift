extension ObjectMeta {
    /// Everything that the API server would refuse, before it completes anything.
    ///
    /// - Parameter scope: Whether the kind has namespaces; `nil` where that is not known.
    /// - Returns: The violations in the order of the server.
    func violations(scope: ResourceDefinition.Scope?) -> [Violation] {
        // Metadata has no values whose writing can throw.
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
