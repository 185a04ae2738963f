import CRDJSON
public import CRDRuntime
public import CRDYAML

/// The objects of a text with any number of documents, of any kinds.
///
///     let stream = try ManifestStream(yaml: text, kinds: customResourceKinds)
///     for case let job as TrainingJob in stream.objects { … }
///
/// Generated code has `customResourceKinds`, a list of the kinds in its module. Each document
/// becomes a value of the type with its `apiVersion` and `kind`, or an `UntypedResource` if there
/// is none. Each item of a `List`, or of the list kind of a known kind, becomes an object.
///
/// ``init(partial:file:kinds:fieldValidation:checks:)`` reads the valid objects of a text that also
/// has invalid ones.
public struct ManifestStream: Sendable {
    /// An object with its source location.
    public struct Item: Sendable {
        /// The object.
        public let object: any KubernetesObject
        /// The location of the first key of the object.
        public let location: SourceLocation
    }

    /// The objects with their source locations, in the order of the text.
    public let items: [Item]
    /// The objects, in the order of the text.
    public var objects: [any KubernetesObject] { items.map(\.object) }
    /// The warnings, in the order of the text.
    ///
    /// Unknown fields and duplicate keys are warnings with `FieldValidation.warn`.
    public let warnings: [Diagnostic]
    /// The errors about the objects that are left out, in the order of the text.
    ///
    /// Only ``init(partial:file:kinds:fieldValidation:checks:)`` leaves out objects; the other
    /// initializers throw the errors.
    public let errors: [Diagnostic]

    /// Reads a stream of YAML, or one JSON document.
    ///
    /// - Parameters:
    ///   - yaml: The text.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - kinds: The types of the objects.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - checks: Additional checks. `.apiServer` from the module `CRDValidation` also reports the
    ///     violations for which the API server rejects a resource.
    /// - Throws: `ManifestError` with all errors in all documents.
    public init(
        yaml: String,
        file: String = "manifest.yaml",
        kinds: [any Resource.Type],
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none
    ) throws(ManifestError) {
        let text = try ManifestDocuments(yaml: Array(yaml.utf8), file: file, fieldValidation)
        try self.init(text, kinds: kinds, checks: checks)
    }

    /// Reads a file of YAML or JSON.
    ///
    /// - Parameters:
    ///   - path: The path, a string. With the module `CRDFoundation`, it can also be a `URL`.
    ///   - kinds: The types of the objects.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - checks: Additional checks. `.apiServer` from the module `CRDValidation` also reports the
    ///     violations for which the API server rejects a resource.
    /// - Throws: `ManifestError` with all errors in all documents, or if the file cannot be read.
    public init(
        contentsOf path: some ManifestPath,
        kinds: [any Resource.Type],
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none
    ) throws(ManifestError) {
        let text = try ManifestDocuments(path: path, fieldValidation)
        try self.init(text, kinds: kinds, checks: checks)
    }

    /// Reads the valid objects of a stream of YAML, or of one JSON document.
    ///
    /// An invalid object, and a document with a syntax error, does not hide the others: it is left
    /// out, and ``errors`` has the reasons.
    ///
    /// - Parameters:
    ///   - yaml: The text.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - kinds: The types of the objects.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - checks: Additional checks. `.apiServer` from the module `CRDValidation` also reports the
    ///     violations for which the API server rejects a resource.
    public init(
        partial yaml: String,
        file: String = "manifest.yaml",
        kinds: [any Resource.Type],
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none
    ) {
        let text = ManifestDocuments(partial: Array(yaml.utf8), file: file, fieldValidation)
        let documents = DocumentReader.read(text, kinds: kinds, checks: checks)
        let diagnostics = documents.list.diagnostics
        items = documents.items
        warnings = diagnostics.filter { $0.severity != .error }
        errors = (text.errors + diagnostics.filter { $0.severity == .error }).inFileOrder()
    }

    /// Reads one JSON document.
    ///
    /// - Parameters:
    ///   - json: The text.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - kinds: The types of the objects.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - checks: Additional checks. `.apiServer` from the module `CRDValidation` also reports the
    ///     violations for which the API server rejects a resource.
    /// - Throws: `ManifestError` with all errors.
    public init(
        json: String,
        file: String = "manifest.json",
        kinds: [any Resource.Type],
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none
    ) throws(ManifestError) {
        let text = try ManifestDocuments(json: Array(json.utf8), file: file, fieldValidation)
        try self.init(text, kinds: kinds, checks: checks)
    }

    private init(
        _ text: ManifestDocuments,
        kinds: [any Resource.Type],
        checks: ManifestChecks
    ) throws(ManifestError) {
        let documents = DocumentReader.read(text, kinds: kinds, checks: checks)
        warnings = try documents.list.warnings()
        items = documents.items
        errors = []
    }
}

/// Reads documents as the types with their `apiVersion` and `kind`.
private struct DocumentReader {
    private struct Name: Hashable {
        let apiVersion: String
        let kind: String
    }

    private let text: ManifestDocuments
    private let checks: ManifestChecks
    private var kinds: [Name: any Resource.Type] = [:]
    /// The types by the names of their list kinds.
    private var lists: [Name: any Resource.Type] = [:]
    private(set) var items: [ManifestStream.Item] = []
    private(set) var list = DiagnosticList()

    /// Reads all documents of a text.
    static func read(
        _ text: ManifestDocuments,
        kinds: [any Resource.Type],
        checks: ManifestChecks
    ) -> DocumentReader {
        var reader = DocumentReader(text: text, kinds: kinds, checks: checks)
        for document in text.documents { reader.read(document) }
        return reader
    }

    private init(text: ManifestDocuments, kinds: [any Resource.Type], checks: ManifestChecks) {
        self.text = text
        self.checks = checks
        for type in kinds {
            let version = type.definition.apiVersion
            self.kinds[Name(apiVersion: version, kind: type.definition.names.kind)] = type
            lists[Name(apiVersion: version, kind: type.definition.names.listKind)] = type
        }
    }

    private mutating func read(_ node: Node, at path: [NodeStep] = []) {
        guard let name = name(of: node, at: path) else { return }
        if let type = kinds[name] {
            read(type, from: node, at: path, impliesKind: false)
        } else if let type = lists[name] {
            readItems(of: node, at: path) { reader, item, path in
                reader.read(type, from: item, at: path, impliesKind: true)
            }
        } else if name == Name(apiVersion: "v1", kind: "List") {
            readItems(of: node, at: path) { reader, item, path in reader.read(item, at: path) }
        } else {
            add(node) { (text, list) in
                text.read(UntypedResource.self, from: node, at: path, &list)
            }
        }
    }

    private mutating func read<R: Resource>(
        _ type: R.Type,
        from node: Node,
        at path: [NodeStep],
        impliesKind: Bool
    ) {
        let checks = checks
        add(node) { (text, list) in
            text.read(
                resource: type,
                from: node,
                at: path,
                impliesKind: impliesKind,
                checks: checks,
                &list
            )
        }
    }

    /// Adds an object unless it has errors.
    private mutating func add(
        _ node: Node,
        _ read: (ManifestDocuments, inout DiagnosticList) -> any KubernetesObject
    ) {
        let count = list.errorCount
        let object = read(text, &list)
        if list.errorCount > count { return }
        items.append(ManifestStream.Item(object: object, location: node.location))
    }

    private mutating func readItems(
        of node: Node,
        at path: [NodeStep],
        _ read: (inout DocumentReader, Node, [NodeStep]) -> Void
    ) {
        guard let items = node["items"], !items.isNull else { return }
        guard items.kind == .sequence else {
            report(items, "expected a sequence, found \(items.found)", at: path + [.key("items")])
            return
        }
        for (position, item) in items.items.enumerated() {
            read(&self, item, path + [.key("items"), .index(position)])
        }
    }

    /// Returns the `apiVersion` and `kind` of a node; reports an error and returns `nil` if they
    /// are invalid.
    private mutating func name(of node: Node, at path: [NodeStep]) -> Name? {
        guard node.kind == .mapping else {
            report(node, "expected a mapping, found \(node.found)", at: path)
            return nil
        }
        let version = word("apiVersion", of: node, at: path)
        let kind = word("kind", of: node, at: path)
        guard let version, let kind else { return nil }
        return Name(apiVersion: version, kind: kind)
    }

    private mutating func word(_ key: String, of node: Node, at path: [NodeStep]) -> String? {
        guard let value = node[key] else {
            report(node, "required field '\(key)' is missing", at: path)
            return nil
        }
        guard value.kind == .scalar, (try? value.resolved()) == .string, !value.text.isEmpty else {
            report(value, "expected a string, found \(value.found)", at: path + [.key(key)])
            return nil
        }
        return value.string
    }

    private mutating func report(_ node: Node, _ message: String, at path: [NodeStep]) {
        let path = FieldPath(path, in: UntypedResource.self, from: path.count)
        list.append(
            Diagnostic(.error, message, file: node.file, at: node.position, field: path)
        )
    }
}
