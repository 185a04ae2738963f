import CRDYAML

/// The versions of a CRD in the server's internal form: parts that all versions have in common are
/// only at the top level (apiextensions-apiserver v0.35, pkg/apis/apiextensions/v1,
/// `Convert_v1_CustomResourceDefinitionSpec_To_apiextensions_CustomResourceDefinitionSpec`).
struct VersionList {
    /// The parts that can move to the top level.
    enum Part: String, CaseIterable {
        case schema
        case subresources
        case columns = "additionalPrinterColumns"
        case selectableFields
    }

    /// The list in the document; `nil` if there is none.
    let node: Node?
    /// The versions, in order.
    let versions: [Node]
    /// The parts at the top level.
    let moved: Set<Part>

    init(_ node: Node?) {
        self.node = node
        let versions = node.map { Array($0.items) } ?? []
        self.versions = versions
        let text = InternalText(hidesEmpty: true)
        let common = Part.allCases.filter { part in
            guard let first = versions.first else { return false }
            if versions.count == 1 { return true }
            let expected = text.part(part.rawValue, of: first)
            return versions.dropFirst().allSatisfy {
                text.part(part.rawValue, of: $0) == expected
            }
        }
        moved = Set(common)
    }

    /// Returns a part at the top level; `nil` if versions have their own, or none.
    func common(_ part: Part) -> Node? {
        moved.contains(part) ? versions.first?.value(part.rawValue) : nil
    }

    /// Returns a part of a version itself.
    func own(_ part: Part, of version: Node) -> Node? {
        moved.contains(part) ? nil : version.value(part.rawValue)
    }

    /// The schemas, a common schema once, with their paths in messages of the server.
    var schemas: [SchemaNode] {
        if let common = common(.schema) {
            return schema(in: common, at: "spec.validation").map { [$0] } ?? []
        }
        return versions.enumerated().compactMap { index, version in
            own(.schema, of: version).flatMap {
                schema(in: $0, at: "spec.versions[\(index)].schema")
            }
        }
    }

    /// Returns the names of the versions whose schema is that of an old CRD
    /// (`findVersionsWithUnchangedSchemas`); none without an old CRD.
    func unchangedSchemas(since old: Node?) -> Set<String> {
        guard let old = old?.value("spec")?.value("versions") else { return [] }
        let text = InternalText(hidesEmpty: true)
        let schemas = Dictionary(
            old.items.map { ($0.text("name"), text.part(Part.schema.rawValue, of: $0)) },
            uniquingKeysWith: { first, _ in first }
        )
        let unchanged = versions.filter {
            schemas[$0.text("name")] == text.part(Part.schema.rawValue, of: $0)
        }
        return Set(unchanged.map { $0.text("name") })
    }

    /// The schema under `openAPIV3Schema`.
    func schema(in validation: Node, at path: String) -> SchemaNode? {
        validation.value("openAPIV3Schema").map {
            SchemaNode($0, path: "\(path).openAPIV3Schema")
        }
    }

    /// The text of the list in messages.
    var text: String {
        InternalText().versions(node, without: Set(moved.map(\.rawValue)))
    }

    /// The names of the stored versions.
    var stored: [Node] { versions.filter { $0.value("storage")?.isTrue ?? false } }
}
