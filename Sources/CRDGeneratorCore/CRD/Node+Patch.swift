package import CRDYAML

extension Node {
    /// Whether a CustomResourceDefinition has none of the fields that each CRD has, as in a
    /// strategic merge patch of kustomize.
    var isPatchOfDefinition: Bool {
        guard let spec = self["spec"] else { return true }
        return spec.kind == .mapping
            && !["group", "names", "version", "versions"].contains { spec[$0] != nil }
    }

    /// A note if a CustomResourceDefinition is a patch of kustomize and not a whole one.
    package var patchNote: Diagnostic? {
        guard isPatchOfDefinition else { return nil }
        return diagnostic(
            .note,
            "looks like a kustomize patch, expected a whole CustomResourceDefinition; "
                + "use the output of 'kubectl kustomize'"
        )
    }

    /// Whether this is a JSON patch (RFC 6902): a list of operations.
    var isJSONPatch: Bool {
        guard let first = items.first, first.kind == .mapping else { return false }
        return first["op"] != nil && first["path"] != nil
    }
}
