import CRDYAML

/// The versions of a CRD as the server has them inside: what all have in common stands at the top,
/// and there alone (apiextensions-apiserver v0.35, pkg/apis/apiextensions/v1,
/// `Convert_v1_CustomResourceDefinitionSpec_To_apiextensions_CustomResourceDefinitionSpec`).
struct VersionList {
    /// The parts that may move to the top.
    enum Part: String, CaseIterable {
        case schema
        case subresources
        case columns = "additionalPrinterColumns"
        case selectableFields
    }

    /// The list in the document; `nil` where there is none.
    let node: Node?
    /// The versions, in order.
    let versions: [Node]
    /// The parts that are at the top.
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

    /// A part that is at the top; `nil` where versions have their own, or none.
    func common(_ part: Part) -> Node? {
        moved.contains(part) ? versions.first?.value(part.rawValue) : nil
    }

    /// A part that a version has for itself.
    func own(_ part: Part, of version: Node) -> Node? {
        moved.contains(part) ? nil : version.value(part.rawValue)
    }

    /// The schemas, common ones once, with the paths that the server gives them.
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

    /// The schema under `openAPIV3Schema`.
    func schema(in validation: Node, at path: String) -> SchemaNode? {
        validation.value("openAPIV3Schema").map {
            SchemaNode($0, path: "\(path).openAPIV3Schema")
        }
    }

    /// The list as messages show it.
    var text: String {
        InternalText().versions(node, without: Set(moved.map(\.rawValue)))
    }

    /// The versions that are stored in, by name.
    var stored: [Node] { versions.filter { $0.value("storage")?.isTrue ?? false } }
}
