public import CRDRuntime
public import KubernetesUnits

extension GoDuration: ScalarValue {
    /// A placeholder, which is overwritten when the value is read.
    public static var placeholder: GoDuration { .zero }
}

extension Quantity: LeafValue {
    /// A placeholder, which is overwritten when the value is read.
    public static var placeholder: Quantity { .zero }

    /// Reads a quantity from a string or a number.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Quantity? {
        let quantity: Quantity?
        switch reader.value(of: node, as: JSONValue.self) {
        case .string(let text): quantity = Quantity(text)
        case .number(let number): quantity = Quantity(number.text)
        case nil: return nil
        case .null, .boolean, .array, .object: quantity = nil
        }
        if quantity == nil { reader.expected("a quantity", node) }
        return quantity
    }

    /// Writes the canonical form as a string.
    public func write(to writer: ManifestWriter) {
        writer.write(description)
    }
}
