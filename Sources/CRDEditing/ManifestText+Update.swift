public import CRDRuntime
import CRDYAML

extension ManifestText {
    /// Changes the text of an object to its value.
    ///
    /// It is the document, or the item of a list, with the same API version, kind, name and
    /// namespace.
    ///
    /// - Parameter object: The object with its new value.
    /// - Throws: `ManifestError` if the text has no such object or several, or if the change is not
    ///   possible in the text, which is then unchanged.
    public mutating func update(_ object: some KubernetesObject) throws(ManifestError) {
        let identity = ObjectIdentity(object)
        var found: [(document: Int, item: Int?)] = []
        for (position, document) in documents.enumerated() {
            if ObjectIdentity(document.root) == identity { found.append((position, nil)) }
            guard let kind = document.root["kind"]?.text, kind.hasSuffix("List"),
                let items = document.root["items"]
            else { continue }
            for (index, item) in items.items.enumerated()
            where ObjectIdentity(item, in: document.root) == identity {
                found.append((position, index))
            }
        }
        guard let place = found.first else {
            throw ManifestError([Diagnostic(.error, "found no \(identity)", file: file)])
        }
        if found.count > 1 {
            let message = "found \(found.count) objects \(identity), expected one"
            throw ManifestError([Diagnostic(.error, message, file: file)])
        }
        try self[place.document].update(object, item: place.item)
    }

    private var file: String? { documents.first?.file }
}

extension ManifestDocument {
    /// Changes the document to the value of an object of the same kind.
    ///
    /// Only fields that differ from what a reader gets from the text are changed, so that a default
    /// that reading fills in is not added, and fields that the type does not have stay.
    ///
    /// - Parameter object: The object with its new value.
    /// - Throws: `ManifestError` if the object has another API version or kind, or if the change is
    ///   not possible in the text, which is then unchanged.
    public mutating func update(_ object: some KubernetesObject) throws(ManifestError) {
        let kind = root["kind"]?.text ?? ""
        let apiVersion = root["apiVersion"]?.text ?? ""
        guard kind == object.kind, apiVersion == object.api_version else {
            let message =
                "found \(apiVersion) \(kind), expected \(object.api_version) \(object.kind)"
            throw error(message.excerpt, root)
        }
        try update(object, item: nil)
    }

    fileprivate mutating func update<Object: KubernetesObject>(
        _ object: Object,
        item: Int?
    ) throws(ManifestError) {
        let node = item.map { (index: Int) in root["items"]?.items[index] ?? root } ?? root
        let reader = ManifestReader(.ignore, impliesKind: item != nil)
        let current = reader.read(Object.self, from: ManifestNode(node))
        guard let old = try? ValueBuilder.value(of: current),
            let new = try? ValueBuilder.value(of: object)
        else {
            throw error("the value of the object cannot be written", node)
        }
        let whole = try value
        let change = ValueChange()
        if let item, case .array(var items) = whole["items"], case .object(var list) = whole {
            items[item] = change.apply(from: old, to: new, on: items[item])
            list["items"] = .array(items)
            try update(to: .object(list))
        } else {
            try update(to: change.apply(from: old, to: new, on: whole))
        }
    }
}

/// What identifies an object in a text.
private struct ObjectIdentity: Equatable, CustomStringConvertible {
    private let apiVersion: String
    private let kind: String
    private let name: String
    private let namespace: String

    init(_ object: some KubernetesObject) {
        apiVersion = object.api_version
        kind = object.kind
        let metadata = object.metadata
        name = metadata.name.isEmpty ? metadata.generate_name ?? "" : metadata.name
        namespace = metadata.namespace ?? ""
    }

    /// - Parameters:
    ///   - node: The object.
    ///   - list: The list that has it, whose kind implies that of its items.
    init(_ node: Node, in list: Node? = nil) {
        let metadata = node["metadata"]
        let implied = list?["kind"].map { String($0.text.dropLast("List".count)) }
        apiVersion = (node["apiVersion"] ?? list?["apiVersion"])?.text ?? ""
        kind = node["kind"]?.text ?? implied ?? ""
        name = (metadata?["name"] ?? metadata?["generateName"])?.text ?? ""
        namespace = metadata?["namespace"]?.text ?? ""
    }

    var description: String {
        let place = namespace.isEmpty ? "" : " in namespace '\(namespace)'"
        return "\(apiVersion) \(kind) '\(name)'\(place)"
    }
}
