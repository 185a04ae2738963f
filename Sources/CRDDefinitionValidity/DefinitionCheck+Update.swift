import CRDRuntime
import CRDValues
import CRDYAML

/// Checks a CRD as an update of another one (apiextensions-apiserver v0.35,
/// pkg/apis/apiextensions/validation, `ValidateCustomResourceDefinitionUpdate`).
extension DefinitionCheck {
    /// Checks that fields that cannot change have their old values: once objects can exist, their
    /// scope and kind too.
    mutating func checkImmutableFields() {
        guard let old else { return }
        var paths = [["spec", "group"], ["spec", "names", "plural"]]
        if old.isEstablished { paths += [["spec", "scope"], ["spec", "names", "kind"]] }
        for path in paths {
            let (node, text) = document.field(at: path)
            guard text != old.field(at: path).text else { continue }
            let field = path.joined(separator: ".")
            list.invalid(field, at: node, .string(text), "field is immutable")
        }
    }

    /// Checks the versions in which objects can be stored
    /// (`ValidateCustomResourceDefinitionStoredVersions`).
    mutating func checkStoredVersions(_ versions: VersionList) {
        let valueNode = keyNode("versions", in: spec)
        let field = "status.storedVersions"
        // The server adds the first storage version before this check.
        var stored = old.map(Self.storedVersions) ?? []
        if let first = versions.stored.first?.text("name"), !stored.contains(first) {
            stored.append(first)
        }
        if stored.isEmpty {
            let detail = "must have at least one stored version"
            return list.invalid(field, at: valueNode, .null, detail)
        }
        for version in versions.stored where !stored.contains(version.text("name")) {
            let detail = "must have the storage version \(version.text("name"))"
            list.invalid(field, at: version, .array(stored.map { .string($0) }), detail)
        }
        let names = versions.versions.map { $0.text("name") }
        for (index, name) in stored.enumerated() where !names.contains(name) {
            list.invalid(
                "\(field)[\(index)]",
                at: valueNode,
                .string(name),
                "missing from spec.versions; \(name) was previously a storage version, and must "
                    + "remain in spec.versions until a storage migration ensures no data remains "
                    + "persisted in \(name) and removes \(name) from status.storedVersions"
            )
        }
    }

    /// Returns the versions in which objects of a CRD can be stored.
    ///
    /// A CRD without a status has what the server writes when it is created.
    private static func storedVersions(of definition: Node) -> [String] {
        let stored = definition.value("status")?.value("storedVersions")?.strings ?? []
        if !stored.isEmpty { return stored }
        let versions = VersionList(definition.value("spec")?.value("versions"))
        return versions.stored.prefix(1).map { $0.text("name") }
    }
}

extension Node {
    /// Whether the server has accepted the names of a CRD, and serves its objects.
    fileprivate var isEstablished: Bool {
        let conditions = value("status")?.value("conditions")
        return conditions?.items.contains {
            $0.text("type") == "Established" && $0.text("status") == "True"
        } ?? false
    }

    /// Returns the string at a path, empty if it is missing, and the nearest node that exists.
    fileprivate func field(at path: [String]) -> (node: Node, text: String) {
        var node = self
        for key in path {
            guard let next = node.value(key) else { return (node, "") }
            node = next
        }
        return (node, node.string)
    }
}
