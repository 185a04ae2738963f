package import CRDDefinitionValidity
package import CRDYAML

/// An object of a manifest: a document, or an item of a list, as for `kubectl`.
package struct ManifestObject: Sendable {
    /// The API version and kind of an object, from its own fields or from the list that contains
    /// it.
    package struct Identity: Sendable {
        /// The kind.
        package let name: KindName
        /// The version, such as `v1`.
        package let version: String
        /// Whether API version and kind are from the list that contains the object.
        package var isImplied = false

        /// Creates an identity.
        package init(name: KindName, version: String, isImplied: Bool = false) {
            self.name = name
            self.version = version
            self.isImplied = isImplied
        }

        /// Group and version, such as `apps/v1`.
        package var apiVersion: String { name.apiVersion(version) }

        /// Whether it is a CRD in the version that ``CRDValidity`` validates.
        package var isDefinition: Bool { name == .definition && version == "v1" }
    }

    /// The object.
    package let node: Node
    /// The API version and kind, or the error if there are none.
    package let identity: Result<Identity, Diagnostic>

    /// The `metadata.name`, or else the `metadata.generateName`.
    package var name: String {
        let metadata = node["metadata"]
        let name = metadata?.word("name") ?? ""
        return name.isEmpty ? metadata?.word("generateName") ?? "" : name
    }

    /// Returns the objects of a document, with the items of a `List`, and of the list kind of a
    /// known kind, instead of the list.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - kinds: The known kinds.
    /// - Returns: The objects, in the order of the text.
    package static func all(in document: Node, _ kinds: KnownKinds) -> [ManifestObject] {
        var objects: [ManifestObject] = []
        add(document, in: nil, kinds, to: &objects)
        return objects
    }

    private static func add(
        _ document: Node,
        in list: Identity?,
        _ kinds: KnownKinds,
        to objects: inout [ManifestObject]
    ) {
        let identity: Identity
        do throws(Diagnostic) {
            identity = try self.identity(of: document, in: list)
        } catch {
            objects.append(ManifestObject(node: document, identity: .failure(error)))
            return
        }
        let version = identity.version
        if identity.name == KindName(group: "", kind: "List") {
            addItems(of: document, nil, kinds, to: &objects)
        } else if identity.name == .definitionList {
            let element = Identity(name: .definition, version: version, isImplied: true)
            addItems(of: document, element, kinds, to: &objects)
        } else if let element = kinds.element(ofList: identity.name), document["items"] != nil {
            let element = Identity(name: element, version: version, isImplied: true)
            addItems(of: document, element, kinds, to: &objects)
        } else {
            objects.append(ManifestObject(node: document, identity: .success(identity)))
        }
    }

    private static func addItems(
        of list: Node,
        _ element: Identity?,
        _ kinds: KnownKinds,
        to objects: inout [ManifestObject]
    ) {
        guard let items = list["items"], !items.isNull else { return }
        guard items.kind == .sequence else {
            let message = "expected a list of objects under 'items', found \(items.found)"
            let error = items.diagnostic(.error, message)
            objects.append(ManifestObject(node: list, identity: .failure(error)))
            return
        }
        for item in items.items { add(item, in: element, kinds, to: &objects) }
    }

    /// Returns the API version and kind of an object.
    ///
    /// - Throws: `Diagnostic` if the value is not an object, or if they are missing.
    package static func identity(
        of document: Node,
        in list: Identity?
    ) throws(Diagnostic) -> Identity {
        guard document.kind == .mapping else {
            let message = "expected an object with 'apiVersion' and 'kind', found \(document.found)"
            throw document.diagnostic(.error, message)
        }
        let kind = document.word("kind")
        let apiVersion = document.word("apiVersion")
        if let list, kind.isEmpty, apiVersion.isEmpty { return list }
        if kind.isEmpty || apiVersion.isEmpty {
            let name = kind.isEmpty ? "Kind" : "apiVersion"
            let node = document[name.lowercased()] ?? document[name] ?? document
            throw node.diagnostic(.error, "Object '\(name)' is missing")
        }
        let parts = apiVersion.split(
            separator: "/",
            maxSplits: 1,
            omittingEmptySubsequences: false
        ).map(String.init)
        let group = parts.count > 1 ? parts[0] : ""
        return Identity(
            name: KindName(group: group, kind: kind),
            version: parts.last ?? ""
        )
    }
}

extension KindName {
    /// The kind of CRDs.
    package static let definition = Self(
        group: "apiextensions.k8s.io",
        kind: "CustomResourceDefinition"
    )
    /// The kind of lists of CRDs.
    fileprivate static let definitionList = Self(
        group: "apiextensions.k8s.io",
        kind: "CustomResourceDefinitionList"
    )
}

extension Node {
    /// Returns the string for a key; empty if there is none.
    package func word(_ key: String) -> String {
        guard let value = self[key], value.kind == .scalar, (try? value.resolved()) == .string
        else { return "" }
        return value.string
    }
}
