package import CRDCatalog
import CRDDefinitionValidity
import CRDYAML
import KubernetesAdmissionPolicies

/// The kinds of the objects in manifests and of the parameters of policies, and the resources in the
/// rules of policies, whose CRDs are needed.
package struct NeededKinds: Sendable {
    private struct Resource: Hashable {
        let group: String
        let plural: String
    }

    /// The kinds; `nil` for all.
    private var names: Set<KindName>? = []
    /// The resources, in any version.
    private var resources: Set<Resource> = []

    /// All kinds.
    package static let all = NeededKinds(names: nil)

    private init(names: Set<KindName>?) {
        self.names = names
    }

    /// Finds the kinds of all objects, also of those in lists, and of the lists themselves.
    package init(of manifests: [ParsedManifest]) {
        for manifest in manifests {
            for document in manifest.documents { add(document) }
        }
    }

    private mutating func add(_ object: Node) {
        guard object.kind == .mapping else { return }
        if let identity = try? ManifestObject.identity(of: object, in: nil) {
            names?.insert(identity.name)
            if PolicyKind(identity) == .policy, let spec = object["spec"] { add(ofPolicy: spec) }
        }
        if let items = object["items"], items.kind == .sequence {
            for item in items.items { add(item) }
        }
    }

    private mutating func add(ofPolicy spec: Node) {
        if let kind = spec["paramKind"] { names?.insert(KindName(ofParameters: kind)) }
        guard let rules = spec["matchConstraints"]?["resourceRules"] else { return }
        for resource in rules.items.flatMap({ ResourceRule($0).namedResources }) {
            resources.insert(Resource(group: resource.group, plural: resource.plural))
        }
    }

    /// Returns whether a file has the CRD of a needed kind, or can have it.
    package func isPossible(in file: ScannedFile) -> Bool {
        guard let names, let definitions = file.definitions else { return true }
        return definitions.contains { definition in
            let group = definition.group
            return resources.contains(Resource(group: group, plural: definition.plural))
                || [definition.kind, definition.listKind].contains { kind in
                    names.contains(KindName(group: group, kind: kind))
                }
        }
    }
}
