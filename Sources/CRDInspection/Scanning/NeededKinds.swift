import CRDYAML

/// The kinds of the objects in manifests and of the parameters of policies, whose CRDs are needed.
package struct NeededKinds: Sendable {
    /// The kinds; `nil` for all.
    private var names: Set<KnownKinds.Name>? = []

    /// All kinds.
    package static let all = NeededKinds(names: nil)

    private init(names: Set<KnownKinds.Name>?) {
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
            if PolicyKind(identity) == .policy, let kind = object["spec"]?["paramKind"] {
                names?.insert(KnownKinds.Name(ofParameters: kind))
            }
        }
        if let items = object["items"], items.kind == .sequence {
            for item in items.items { add(item) }
        }
    }

    /// Returns whether a file has the CRD of a needed kind, or can have it.
    package func isPossible(in file: ScannedFile) -> Bool {
        guard let names, let definitions = file.definitions else { return true }
        return definitions.contains { definition in
            [definition.kind, definition.listKind].contains { kind in
                names.contains(KnownKinds.Name(group: definition.group, kind: kind))
            }
        }
    }
}
