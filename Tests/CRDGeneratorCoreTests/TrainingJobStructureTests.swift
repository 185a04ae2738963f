import CRDLibYAML
import CRDSchema
import CRDYAML
import Foundation
import TestSupport
import Testing

/// The CRD that was written for this package, beside the published one.
struct TrainingJobStructureTests {
    private static let published =
        "corpus/provider/crds/sagemaker.services.k8s.aws/v1alpha1/trainingjobs.yaml"

    private static func own() throws -> Node {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../crds/sagemaker.services.k8s.aws_trainingjobs.yaml")
        let bytes = Array(try Data(contentsOf: url))
        return try #require(try Node.parse(bytes, file: "trainingjobs.yaml").first)
    }

    @Test(.enabled(if: SharedFolder.has(published), "no corpus beside the package"))
    func `all but the description texts equals the published CRD`() throws {
        let published = try Node.parse(SharedFolder.bytes(Self.published), file: Self.published)
        let expected = try Self.lines(of: #require(published.first?["spec"]), at: "spec")
        let found = try Self.lines(of: #require(try Self.own()["spec"]), at: "spec")
        #expect(found.count > 300)
        #expect(found == expected)
    }

    /// Everything below a node with its path, sorted by keys, without the texts of descriptions.
    private static func lines(of node: Node, at path: String) throws -> [String] {
        switch node.kind {
        case .scalar:
            return ["\(path): \(try node.resolved()) \(node.string)"]
        case .sequence:
            return try ["\(path): \(node.count) items"]
                + node.items.enumerated().flatMap { try lines(of: $1, at: "\(path)[\($0)]") }
        case .mapping:
            return try ["\(path): a mapping"]
                + node.pairs.sorted { $0.key < $1.key }.flatMap { pair in
                    let isText = pair.key == "description" && pair.value.kind == .scalar
                    return isText ? [] : try lines(of: pair.value, at: "\(path).\(pair.key)")
                }
        }
    }

    @Test func `every schema has a description, but for what Kubernetes describes`() throws {
        let version = try #require(try Self.own()["spec"]?["versions"]?.items.first)
        var decoder = SchemaDecoder()
        let schema = decoder.schema(try #require(version["schema"]?["openAPIV3Schema"]))
        #expect(decoder.diagnostics == [])
        #expect(Self.undescribed(schema, at: "") == [".metadata"])
    }

    /// The paths of the schemas without a description.
    private static func undescribed(_ schema: Schema, at path: String) -> [String] {
        let keywords = schema.keywords
        var paths = keywords.description?.isEmpty ?? true ? [path] : []
        for property in keywords.properties {
            paths += undescribed(property.schema, at: "\(path).\(property.name)")
        }
        // The elements of lists and maps are described by the list or map itself.
        if let items = keywords.items {
            paths += undescribed(items, at: path).filter { $0 != path }
        }
        if case .schema(let values) = keywords.additionalProperties {
            paths += undescribed(values, at: path).filter { $0 != path }
        }
        return paths
    }
}
