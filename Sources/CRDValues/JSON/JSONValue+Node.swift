package import CRDYAML

extension JSONValue {
    /// Creates the JSON value to which Kubernetes converts a YAML node.
    ///
    /// `017` is 15, `1_000` is 1000, and `yes` is true. A number that is also valid in JSON keeps
    /// its text.
    ///
    /// - Throws: `Diagnostic` at a scalar that JSON cannot represent, such as `.inf`.
    package init(_ node: Node) throws(Diagnostic) {
        switch node.kind {
        case .scalar:
            self = try Self.scalar(node)
        case .sequence:
            var elements: [JSONValue] = []
            elements.reserveCapacity(node.count)
            for item in node.items { elements.append(try JSONValue(item)) }
            self = .array(elements)
        case .mapping:
            var object = JSONObject()
            for pair in node.pairs { object[pair.key] = try JSONValue(pair.value) }
            self = .object(object)
        }
    }

    private static func scalar(_ node: Node) throws(Diagnostic) -> JSONValue {
        switch try node.resolved() {
        case .null: return .null
        case .boolean(let value): return .boolean(value)
        case .string: return .string(node.string)
        case .integer(let value): return number(node, String(value))
        case .unsigned(let value): return number(node, String(value))
        case .float(let value): return number(node, value.description)
        case .notFinite:
            throw node.diagnostic(.error, "'\(node.text)' is no JSON number")
        }
    }

    private static func number(_ node: Node, _ canonical: String) -> JSONValue {
        .number(JSONNumber(node.text) ?? JSONNumber(uncheckedText: canonical))
    }
}
