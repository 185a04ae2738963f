package import CRDYAML

extension Node {
    /// Whether a CustomResourceDefinition has none of the fields that each CRD has, as in a
    /// strategic merge patch of kustomize.
    package var isPatchOfDefinition: Bool {
        guard let spec = self["spec"] else { return true }
        return spec.kind == .mapping
            && !["group", "names", "version", "versions"].contains { spec[$0] != nil }
    }

    /// Whether this is a JSON patch (RFC 6902): a list of operations.
    var isJSONPatch: Bool {
        guard let first = items.first, first.kind == .mapping else { return false }
        return first["op"] != nil && first["path"] != nil
    }
}
