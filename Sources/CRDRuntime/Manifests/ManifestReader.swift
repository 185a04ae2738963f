package import CRDYAML

/// Reads values from the nodes of a manifest.
///
/// It reports every invalid value with its source location.
public final class ManifestReader: _FieldVisitor {
    /// The errors and warnings so far, in the order of the schema.
    var diagnostics: ReaderDiagnostics
    /// The steps from the root of the document to the current value.
    private(set) var path: [NodeStep]
    /// The number of steps from the root of the document to the object.
    let depth: Int
    let validation: FieldValidation
    /// Whether `apiVersion` and `kind` may be missing, as in the items of a typed list.
    private let impliesKind: Bool
    /// The node of the next value.
    private var place: Node?
    /// The mapping whose fields are visited; `nil` if the node is not a mapping, which is reported.
    private var mapping: ReadMapping?
    /// The scope of the resource; `nil` if it is not known.
    private var scope: ResourceDefinition.Scope?
    /// Whether `null` in a map is read as an empty value instead of being dropped.
    private var keepsNulls = false
    /// The enclosing mappings, the outermost first.
    private var outerMappings: [ReadMapping?] = []

    /// Creates a reader for one object.
    ///
    /// - Parameters:
    ///   - validation: The treatment of unknown fields.
    ///   - path: The steps from the root of the document to the object.
    ///   - impliesKind: Whether `apiVersion` and `kind` may be missing.
    ///   - most: The maximum number of diagnostics to report; further ones are only counted.
    package init(
        _ validation: FieldValidation,
        path: [NodeStep] = [],
        impliesKind: Bool = false,
        most: Int = DiagnosticList.most
    ) {
        diagnostics = ReaderDiagnostics(most: most)
        self.validation = validation
        self.path = path
        self.impliesKind = impliesKind
        depth = path.count
    }

    override var assigns: Bool { true }

    override func beginFields() {
        outerMappings.append(mapping)
        mapping = nil
        guard let place else { return }
        if place.kind == .mapping {
            mapping = ReadMapping(place)
        } else {
            expected("a mapping", ManifestNode(place))
        }
    }

    override func endFields() {
        if validation != .ignore, let mapping, !mapping.isReadWhole { reportUnknown(mapping) }
        mapping = outerMappings.removeLast()
    }

    override func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        guard let mapping else { return }
        guard let node = mapping.take(key), !node.isNull else { return missing(key, mapping) }
        read(node, at: .key(key), &value)
    }

    override func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        guard let node = mapping?.take(key) else { return }
        read(node, at: .key(key), &value)
    }

    // The most common values are read by specialised code: generic code looks up types at run time.

    override func visitString(_ key: String, _ value: inout String?) {
        guard let node = mapping?.take(key) else { return }
        if let text = node.quotedText { value = text } else { read(node, at: .key(key), &value) }
    }

    override func visitStrings(_ key: String, _ value: inout [String: String]?) {
        guard let node = mapping?.take(key) else { return }
        if let texts = node.quotedPairs { value = texts } else { read(node, at: .key(key), &value) }
    }

    override func visitStrings(_ key: String, _ value: inout [String]?) {
        guard let node = mapping?.take(key) else { return }
        if let texts = node.quotedTexts { value = texts } else { read(node, at: .key(key), &value) }
    }

    override func visitInteger(_ key: String, _ value: inout Int?) { visitOptional(key, &value) }

    override func visitBoolean(_ key: String, _ value: inout Bool?) { visitOptional(key, &value) }

    override func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        guard let node = mapping?.take(key) else { return }
        if node.isNull {
            nulls.insert(key)
        } else {
            read(node, at: .key(key), &value)
        }
    }

    override func visitRequiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        guard let mapping else { return }
        guard let node = mapping.take(key) else { return missing(key, mapping) }
        read(node, at: .key(key), &value)
    }

    override func visitDefaulted<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        guard let node = mapping?.take(key), !node.isNull else { return }
        value = Value(_unread: _Unread())
        read(node, at: .key(key), &value)
    }

    override func visitDefaultedNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        guard let node = mapping?.take(key) else { return }
        value = nil
        read(node, at: .key(key), &value)
    }

    override func visitMetadata(_ metadata: inout ObjectMeta) {
        let node = mapping?.node["metadata"]
        visitRequired("metadata", &metadata)
        if scope == .cluster { dropNamespace(of: &metadata, node) }
        guard let node, node.kind == .mapping, metadata.isNameless else { return }
        // A name of the wrong type was reported before.
        if let name = node["name"], !name.isNull, !name.text.isEmpty { return }
        path.append(.key("metadata"))
        report(ManifestNode(node), ObjectMeta.namelessMessage)
        path.removeLast()
    }

    /// Drops the namespace of a cluster-scoped resource, as the API server does silently.
    private func dropNamespace(of metadata: inout ObjectMeta, _ node: Node?) {
        let namespace = metadata.namespace ?? ""
        metadata.namespace = nil
        guard validation != .ignore, !namespace.isEmpty, let node = node?["namespace"] else {
            return
        }
        let message = "a cluster-scoped resource has no namespace, dropped"
        let steps = path + [.key("metadata"), .key("namespace")]
        diagnostics.add(node.diagnostic(.warning, message), at: steps)
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        guard let mapping else { return }
        for (position, pair) in mapping.node.pairs.enumerated() where !mapping.isRead(position) {
            mapping.markRead(position)
            if known.contains(pair.key) { continue }
            var value = JSONValue.null
            read(pair.value, at: .key(pair.key), &value)
            fields[pair.key] = value
        }
    }

    override func visitIgnored(_ key: String) {
        _ = mapping?.take(key)
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        scope = definition.scope
        check("apiVersion", definition.apiVersion)
        check("kind", definition.names.kind)
    }

    private func check(_ key: String, _ expected: String) {
        guard let mapping else { return }
        guard let node = mapping.take(key) else {
            if impliesKind { return }
            report(ManifestNode(mapping.node), "'\(key)' is missing, expected '\(expected)'")
            return
        }
        if node.kind != .scalar || node.text != expected {
            report(ManifestNode(node), "'\(key)' is \(node.found), expected '\(expected)'")
        }
    }

    override func visitLeaf<Value: _LeafValue>(_ value: inout Value) {
        guard let place, let read = Value._fromManifest(ManifestNode(place), self) else { return }
        value = read
    }

    override func visitElements<Element: _FieldValue>(_ elements: inout [Element]) {
        guard let place else { return }
        guard place.kind == .sequence else {
            expected("a sequence", ManifestNode(place))
            return
        }
        elements.reserveCapacity(place.count)
        for (position, item) in place.items.enumerated() {
            var element = Element(_unread: _Unread())
            read(item, at: .index(position), &element)
            elements.append(element)
        }
    }

    override func visitPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        guard let place else { return }
        guard place.kind == .mapping else {
            expected("a mapping", ManifestNode(place))
            return
        }
        pairs.reserveCapacity(place.count)
        for pair in place.pairs {
            var value = Value(_unread: _Unread())
            if !pair.value.isNull || Value.canBeNull {
                read(pair.value, at: .key(pair.key), &value)
            } else if !keepsNulls {
                continue
            }
            pairs[pair.key] = value
        }
    }

    override func visitMetadataStrings(_ key: String, _ value: inout [String: String]?) {
        keepsNulls = true
        visitStrings(key, &value)
        keepsNulls = false
    }

    override func visitElement<Value: _FieldValue>(_ value: inout Value?) {
        guard let place, !place.isNull else { return }
        var read = Value(_unread: _Unread())
        visit(&read)
        value = read
    }
}

// MARK: - Values

extension ManifestReader {
    /// Reads a value.
    ///
    /// An invalid value is reported, and the result is a placeholder.
    package func read<Value: _FieldValue>(_ type: Value.Type, from node: ManifestNode) -> Value {
        var value = Value(_unread: _Unread())
        place = node.node
        visit(&value)
        return value
    }

    private func read<Value: _FieldValue>(_ node: Node, at step: NodeStep, _ value: inout Value) {
        path.append(step)
        place = node
        visit(&value)
        path.removeLast()
    }

    /// Reads a value that may be `null`, which changes nothing.
    private func read<Value: _FieldValue>(_ node: Node, at step: NodeStep, _ value: inout Value?) {
        if node.isNull { return }
        var read = Value(_unread: _Unread())
        self.read(node, at: step, &read)
        value = read
    }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.add(diagnostic, at: path)
    }
}
