import CRDCatalog
import CRDDefinitionValidity
import CRDGeneratorCore
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML

/// The objects of manifests that other manifests update.
///
/// Objects belong together if they have the same group, kind, namespace, and name.
struct StoredObjects: Sendable {
    /// An object without its namespace, which can be missing in the manifest.
    private struct Key: Hashable {
        let kind: KindName
        let name: String
    }

    /// An object before its update.
    struct Match: Sendable {
        let node: Node
        let value: JSONValue
        /// The version of the API.
        let version: String
        /// The namespace; `nil` if it is missing, empty if the kind has none.
        fileprivate let namespace: String?

        fileprivate var effectiveNamespace: String { namespace ?? "default" }
    }

    private var objects: [Key: [Match]] = [:]
    /// The paths of the files that have a document, or cannot be read.
    private(set) var files: Set<String> = []
    /// The errors and warnings about the manifests, in the order of the files.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the objects of manifests.
    ///
    /// - Parameters:
    ///   - manifests: The files.
    ///   - kinds: The known kinds.
    init(_ manifests: [ParsedManifest], _ kinds: KnownKinds) {
        for manifest in manifests {
            for document in manifest.documents {
                files.insert(manifest.path)
                for object in ManifestObject.all(in: document, kinds) { add(object, kinds) }
            }
            if let error = manifest.error {
                files.insert(manifest.path)
                diagnostics.append(error)
            }
        }
    }

    private mutating func add(_ object: ManifestObject, _ kinds: KnownKinds) {
        do throws(Diagnostic) {
            let identity = try object.identity.get()
            let name = object.node["metadata"]?.word("name") ?? ""
            // Every stored object has a name.
            if name.isEmpty { return }
            var decoder = DefinitionDecoder()
            if kinds.isDefinition(identity),
                let failure = decoder.failure(in: object.node, impliesKind: identity.isImplied)
            {
                throw failure
            }
            let match = Match(
                node: object.node,
                value: try JSONValue(sent: object.node),
                version: identity.version,
                namespace: kinds.namespace(of: object, identity.name)
            )
            add(match, Key(kind: identity.name, name: name))
        } catch {
            diagnostics.append(error)
        }
    }

    private mutating func add(_ match: Match, _ key: Key) {
        var matches = objects[key] ?? []
        let index = matches.firstIndex { $0.effectiveNamespace == match.effectiveNamespace }
        if let index {
            let first = matches.remove(at: index).node.location
            let message =
                "duplicate object \(key.kind.kind) '\(key.name.excerpt)', first in \(first); using "
                + "this one"
            diagnostics.append(match.node.diagnostic(.warning, message))
        }
        matches.append(match)
        objects[key] = matches
    }

    /// Returns the object that another one updates; `nil` if there is none.
    ///
    /// Where the namespace of one of the two is missing, because it can be an option of `kubectl`,
    /// the only object with this kind and name is updated.
    func match(for object: ManifestObject, _ kind: KindName, _ kinds: KnownKinds) -> Match? {
        let matches = namesakes(of: object, kind)
        let namespace = kinds.namespace(of: object, kind)
        let exact = matches.first { $0.effectiveNamespace == namespace ?? "default" }
        if exact != nil { return exact }
        guard matches.count == 1, namespace == nil || matches[0].namespace == nil else {
            return nil
        }
        return matches[0]
    }

    /// Returns the namespaces of the objects with the kind and the name of another one.
    func namespaces(of object: ManifestObject, _ kind: KindName) -> [String] {
        namesakes(of: object, kind).map(\.effectiveNamespace)
    }

    private func namesakes(of object: ManifestObject, _ kind: KindName) -> [Match] {
        let name = object.node["metadata"]?.word("name") ?? ""
        return name.isEmpty ? [] : objects[Key(kind: kind, name: name)] ?? []
    }
}

extension KnownKinds {
    /// Returns the namespace of an object: `nil` if it is missing, empty if its kind has none.
    fileprivate func namespace(of object: ManifestObject, _ name: KindName) -> String? {
        if name == .definition { return "" }
        if kind(name)?.versions.first?.version.definition.scope == .cluster { return "" }
        let namespace = object.node["metadata"]?.word("namespace") ?? ""
        return namespace.isEmpty ? nil : namespace
    }
}
