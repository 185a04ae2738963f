import CRDLibYAML
import CRDRuntime
import CRDYAML
import TestSupport

extension ScalarLine {
    /// The whole request: of a body, itself; of the others, with the text where it was tried.
    var request: String {
        let head = "apiVersion: yaml.test/v1\nkind: Scalar\nmetadata:\n  name: s\nspec:\n"
        return switch place {
        case .value: head + "  v: \(yaml)\n"
        case .key where yaml == "<<": "base: &base {m: 1}\n" + head + "  <<: *base\n"
        case .key: head + "  \(yaml): val\n"
        case .body: yaml
        }
    }

    /// Returns whether what the request is about means a value.
    ///
    /// - Throws: `Diagnostic` if the text, or a scalar in it, is rejected.
    func matches(_ value: JSONValue?) throws -> Bool {
        guard let root = try Node.parse(request, file: "request.yaml").first else { return false }
        let node = root["spec"] ?? root["metadata"] ?? root
        let expected = root["spec"] == nil ? value?["metadata"] ?? value : value
        return try (expected ?? .null).equals(place == .value ? node["v"] ?? node : node)
    }
}

extension JSONValue {
    /// Returns whether a node means this value.
    ///
    /// - Throws: `Diagnostic` if the node means nothing, and for a number that JSON does not have.
    fileprivate func equals(_ node: Node) throws -> Bool {
        switch (node.kind, self) {
        case (.sequence, .array(let values)):
            return try values.count == node.count
                && zip(values, node.items).allSatisfy { try $0.equals($1) }
        case (.mapping, .object(let values)):
            return try values.count == node.count
                && node.pairs.allSatisfy { try values[$0.key]?.equals($0.value) ?? false }
        case (.scalar, _):
            return try equals(node.resolved(), of: node)
        default:
            return false
        }
    }

    private func equals(_ scalar: Scalar, of node: Node) throws -> Bool {
        switch (scalar, self) {
        case (.notFinite(let text), _):
            throw node.diagnostic(.error, "JSON has no \(text)")
        case (.null, .null): true
        case (.boolean(let one), .boolean(let other)): one == other
        case (.integer(let one), .number(let other)): one == other.integer.map { Int64($0) }
        case (.unsigned(let one), .number(let other)): Double(one) == other.double
        case (.float(let one), .number(let other)): one == other.double
        case (.string, .string(let other)): Array(node.string.utf8) == Array(other.utf8)
        default: false
        }
    }
}
