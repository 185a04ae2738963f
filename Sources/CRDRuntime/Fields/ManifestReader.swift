package import YAML

/// A node of a manifest that a value is read from.
public struct ManifestNode: Sendable {
    package let node: Node

    package init(_ node: Node) {
        self.node = node
    }
}

/// Reads values from the nodes of a manifest, and says of everything that does not fit where it
/// stands.
public final class ManifestReader: FieldVisitor {
    /// Everything that does not fit, in the order of the schema.
    package private(set) var diagnostics: [Diagnostic] = []
    /// The attribute names from the root to the value that is read.
    private var path: [String] = []
    /// Where the next value stands.
    private var place: Node?
    /// The mapping whose fields are visited; `nil` where there is none, which is reported.
    private var mapping: Mapping?
    /// The mappings around it, the outermost first.
    private var outerMappings: [Mapping?] = []

    /// A mapping and which of its pairs were read.
    private struct Mapping {
        let node: Node
        var isRead: [Bool]
        /// Where the next key is likely to stand.
        var next = 0

        init(_ node: Node) {
            self.node = node
            isRead = [Bool](repeating: false, count: node.count)
        }

        /// The value of a key; manifests mostly keep the order of the schema, so the search goes on
        /// where the last one ended.
        mutating func take(_ key: String) -> Node? {
            let pairs = node.pairs
            for step in 0..<pairs.count {
                let position = (next + step) % pairs.count
                guard pairs[position].key.hasSameBytes(as: key) else { continue }
                isRead[position] = true
                next = position + 1
                return pairs[position].value
            }
            return nil
        }
    }

    /// Prepares to read one document.
    package override init() {}

    override var assigns: Bool { true }

    override func beginFields() {
        outerMappings.append(mapping)
        mapping = nil
        guard let place else { return }
        if place.kind == .mapping {
            mapping = Mapping(place)
        } else {
            expected("a mapping", ManifestNode(place))
        }
    }

    override func endFields() {
        mapping = outerMappings.removeLast()
    }

    override func visitRequired<Value: FieldValue>(_ key: String, _ value: inout Value) {
        guard let mapping else { return }
        guard let node = self.mapping?.take(key), !node.isNull else {
            report(ManifestNode(mapping.node), "required value '\(key)' is missing")
            return
        }
        read(node, at: key, &value)
    }

    override func visitOptional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        guard let node = mapping?.take(key), !node.isNull else { return }
        read(node, at: key, &value)
    }

    override func visitNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        guard let node = mapping?.take(key) else { return }
        if node.isNull {
            nulls.insert(key)
        } else {
            read(node, at: key, &value)
        }
    }

    override func visitRequiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        guard let mapping else { return }
        guard let node = self.mapping?.take(key) else {
            report(ManifestNode(mapping.node), "required value '\(key)' is missing")
            return
        }
        if !node.isNull { read(node, at: key, &value) }
    }

    override func visitMetadata(_ metadata: inout ObjectMeta) {
        let node = mapping?.node["metadata"]
        visitRequired("metadata", &metadata)
        guard let node, node.kind == .mapping, metadata.isNameless else { return }
        report(ManifestNode(node), "metadata: \(ObjectMeta.namelessMessage)")
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        guard let mapping else { return }
        for (position, pair) in mapping.node.pairs.enumerated() where !mapping.isRead[position] {
            self.mapping?.isRead[position] = true
            if known.contains(pair.key) { continue }
            var value = JSONValue.null
            read(pair.value, at: pair.key, &value)
            fields[pair.key] = value
        }
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        check("apiVersion", definition.apiVersion)
        check("kind", definition.names.kind)
    }

    private func check(_ key: String, _ expected: String) {
        guard let mapping else { return }
        guard let node = self.mapping?.take(key) else {
            report(ManifestNode(mapping.node), "'\(key)' is missing, expected '\(expected)'")
            return
        }
        if node.kind != .scalar || node.text != expected {
            report(ManifestNode(node), "'\(key)' is \(node.found), expected '\(expected)'")
        }
    }

    override func visitLeaf<Value: LeafValue>(_ value: inout Value) {
        guard let place, let read = Value.fromManifest(ManifestNode(place), self) else { return }
        value = read
    }

    override func visitElements<Element: FieldValue>(_ elements: inout [Element]) {
        guard let place else { return }
        guard place.kind == .sequence else {
            expected("a sequence", ManifestNode(place))
            return
        }
        elements.reserveCapacity(place.count)
        for (position, item) in place.items.enumerated() {
            var element = Element(Unread())
            read(item, at: "[\(position)]", &element)
            elements.append(element)
        }
    }

    override func visitPairs<Value: FieldValue>(_ pairs: inout [String: Value]) {
        guard let place else { return }
        guard place.kind == .mapping else {
            expected("a mapping", ManifestNode(place))
            return
        }
        pairs.reserveCapacity(place.count)
        for pair in place.pairs {
            var value = Value(Unread())
            read(pair.value, at: pair.key, &value)
            pairs[pair.key] = value
        }
    }

    override func visitElement<Value: FieldValue>(_ value: inout Value?) {
        guard let place, !place.isNull else { return }
        var read = Value(Unread())
        visit(&read)
        value = read
    }
}

// MARK: - Values

extension ManifestReader {
    /// Reads a value.
    ///
    /// What does not fit is reported, and a stand-in stays in its place.
    package func read<Value: FieldValue>(_ type: Value.Type, from node: ManifestNode) -> Value {
        var value = Value(Unread())
        place = node.node
        visit(&value)
        return value
    }

    private func read<Value: FieldValue>(_ node: Node, at key: String, _ value: inout Value) {
        path.append(key)
        place = node
        visit(&value)
        path.removeLast()
    }

    private func read<Value: FieldValue>(_ node: Node, at key: String, _ value: inout Value?) {
        var read = Value(Unread())
        self.read(node, at: key, &read)
        value = read
    }

    /// What a scalar means; `nil`, reported, if it is none or YAML refuses it.
    func scalar(_ node: ManifestNode, _ expectation: String) -> Scalar? {
        guard node.node.kind == .scalar else {
            expected(expectation, node)
            return nil
        }
        do throws(Diagnostic) {
            return try node.node.resolved()
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    /// Reports that a node is not what was expected.
    public func expected(_ expectation: String, _ node: ManifestNode) {
        report(node, "expected \(expectation), found \(node.node.found)")
    }

    /// Reports what is wrong with a node.
    public func report(_ node: ManifestNode, _ message: String) {
        let place = pathText
        let text = place.isEmpty ? message : "\(place): \(message)"
        diagnostics.append(node.node.diagnostic(.error, text))
    }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    private var pathText: String {
        var text = ""
        for part in path {
            if !text.isEmpty, !part.hasPrefix("[") { text += "." }
            text += part
        }
        return text
    }
}
