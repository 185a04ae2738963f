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
    /// The mapping whose fields are visited.
    private var mapping: Mapping?

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

    public override func required<Value: FieldValue>(_ key: String, _ value: inout Value) {
        guard let mapping else { return }
        guard let node = self.mapping?.take(key), !node.isNull else {
            report(ManifestNode(mapping.node), "required value '\(key)' is missing")
            return
        }
        if let read: Value = read(node, at: key) { value = read }
    }

    public override func optional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        guard let node = mapping?.take(key), !node.isNull else { return }
        value = read(node, at: key)
    }

    public override func nullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        guard let node = mapping?.take(key) else { return }
        if node.isNull {
            nulls.insert(key)
        } else {
            value = read(node, at: key)
        }
    }

    public override func requiredNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?
    ) {
        guard let mapping else { return }
        guard let node = self.mapping?.take(key) else {
            report(ManifestNode(mapping.node), "required value '\(key)' is missing")
            return
        }
        if !node.isNull { value = read(node, at: key) }
    }

    public override func metadata(_ metadata: inout ObjectMeta) {
        let node = mapping?.node["metadata"]
        required("metadata", &metadata)
        guard let node, node.kind == .mapping, metadata.isNameless else { return }
        report(ManifestNode(node), "metadata: \(ObjectMeta.namelessMessage)")
    }

    public override func unknown(_ fields: inout JSONObject, besides known: [String]) {
        guard let mapping else { return }
        for (position, pair) in mapping.node.pairs.enumerated() where !mapping.isRead[position] {
            self.mapping?.isRead[position] = true
            if known.contains(pair.key) { continue }
            fields[pair.key] = read(pair.value, at: pair.key)
        }
    }

    public override func constants(_ definition: ResourceDefinition) {
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

    private func read<Value: FieldValue>(_ node: Node, at key: String) -> Value? {
        path.append(key)
        defer { path.removeLast() }
        return Value.fromManifest(ManifestNode(node), self)
    }
}

// MARK: - Values

extension ManifestReader {
    /// Reads the fields of a struct from a mapping.
    ///
    /// - Returns: Whether the node is a mapping.
    func readFields(of value: inout some FieldVisitable, from node: ManifestNode) -> Bool {
        guard node.node.kind == .mapping else {
            expected("a mapping", node)
            return false
        }
        let outer = mapping
        mapping = Mapping(node.node)
        value.visit(self)
        mapping = outer
        return true
    }

    /// Reads the elements of a sequence; those that do not fit are left out, and reported.
    func readElements<Element: FieldValue>(of node: ManifestNode) -> [Element]? {
        guard node.node.kind == .sequence else {
            expected("a sequence", node)
            return nil
        }
        var elements: [Element] = []
        elements.reserveCapacity(node.node.count)
        for (position, item) in node.node.items.enumerated() {
            if let element: Element = read(item, at: "[\(position)]") { elements.append(element) }
        }
        return elements
    }

    /// Reads the values of a mapping; those that do not fit are left out, and reported.
    func readValues<Value: FieldValue>(of node: ManifestNode) -> [String: Value]? {
        guard node.node.kind == .mapping else {
            expected("a mapping", node)
            return nil
        }
        var values: [String: Value] = [:]
        values.reserveCapacity(node.node.count)
        for pair in node.node.pairs { values[pair.key] = read(pair.value, at: pair.key) }
        return values
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
