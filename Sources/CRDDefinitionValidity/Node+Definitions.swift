package import CRDYAML

extension Node {
    /// Returns the CRDs of a document, which can be a `List` of CRDs; none for other kinds.
    ///
    /// - Parameter isItem: Whether the document is an item of a `CustomResourceDefinitionList`,
    ///   which can have neither `apiVersion` nor `kind`.
    /// - Returns: The CRDs, and whether they are items of such a list.
    package func definitions(isItem: Bool = false) -> [(definition: Node, isItem: Bool)] {
        let kind = self["kind"]
        switch kind.flatMap({ $0.kind == .scalar ? $0.string : nil }) {
        case "CustomResourceDefinition":
            return [(self, isItem)]
        case "List":
            return self["items"]?.items.flatMap { $0.definitions() } ?? []
        case "CustomResourceDefinitionList":
            return self["items"]?.items.flatMap { $0.definitions(isItem: true) } ?? []
        default:
            return isItem && kind == nil && self.kind == .mapping ? [(self, true)] : []
        }
    }
}
