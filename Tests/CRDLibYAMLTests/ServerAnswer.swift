import CRDLibYAML
import CRDYAML
import Foundation

/// One line of `../shared/reference/yaml-scalars.jsonl`: what a real API server made of a text.
struct ServerAnswer: Decodable, CustomStringConvertible {
    enum Place: String, Decodable {
        case value
        case key
        case body
    }

    let yaml: String
    let place: Place
    let name: String?
    let type: String
    let json: Value?

    private enum CodingKeys: String, CodingKey {
        case yaml
        case place = "where"
        case name = "case"
        case type
        case json
    }

    var isRefused: Bool { type == "error" }

    var description: String { name ?? yaml }

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

    /// Whether what the request is about means this value.
    ///
    /// - Throws: `Diagnostic` where the text, or a scalar in it, is refused.
    func matches(_ value: Value?) throws -> Bool {
        guard let root = try Node.parse(request, file: "request.yaml").first else { return false }
        let node = root["spec"] ?? root["metadata"] ?? root
        var value = value
        if root["spec"] == nil, case .object(let fields)? = value, let metadata = fields["metadata"]
        {
            value = metadata
        }
        return try (value ?? .null).equals(place == .value ? node["v"] ?? node : node)
    }

    static let isPresent = FileManager.default.fileExists(atPath: url.path)

    /// All lines for one place; empty where the file is absent.
    static func all(at place: Place) throws -> [ServerAnswer] {
        guard isPresent else { return [] }
        let decoder = JSONDecoder()
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .map { try decoder.decode(ServerAnswer.self, from: Data($0.utf8)) }
            .filter { $0.place == place }
    }

    private static let url = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent()
        .appendingPathComponent("../../../shared/reference/yaml-scalars.jsonl")
        .standardized
}

extension ServerAnswer {
    /// A JSON value, comparable with what a node means.
    enum Value: Decodable {
        case null
        case boolean(Bool)
        case integer(Int64)
        case float(Double)
        case string(String)
        case array([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(Bool.self) {
                self = .boolean(value)
            } else if let value = try? container.decode(Int64.self) {
                self = .integer(value)
            } else if let value = try? container.decode(Double.self) {
                self = .float(value)
            } else if let value = try? container.decode(String.self) {
                self = .string(value)
            } else if let value = try? container.decode([Value].self) {
                self = .array(value)
            } else {
                self = .object(try container.decode([String: Value].self))
            }
        }

        init(json: String) throws {
            self = try JSONDecoder().decode(Value.self, from: Data(json.utf8))
        }
    }
}

extension ServerAnswer.Value {
    /// Whether a node means this value.
    ///
    /// - Throws: `Diagnostic` if the node means nothing, and for a number that JSON has not.
    func equals(_ node: Node) throws -> Bool {
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
        case (.integer(let one), .integer(let other)): one == other
        case (.unsigned(let one), .float(let other)): Double(one) == other
        case (.float(let one), .float(let other)): one == other
        case (.float(let one), .integer(let other)): one == Double(other)
        case (.string, .string(let other)): Array(node.string.utf8) == Array(other.utf8)
        default: false
        }
    }
}
