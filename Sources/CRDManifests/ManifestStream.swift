public import CRDRuntime
public import CRDYAML

/// Objects of any kinds from a text with any number of documents.
///
///     let stream = try ManifestStream(yaml: text, kinds: customResourceKinds)
///     for case let job as TrainingJob in stream.objects { … }
///
/// Generated code has `customResourceKinds`, a list of the kinds of its module. Each document becomes
/// a value of the type with its `apiVersion` and `kind`, or else an `UntypedResource`. The items of a
/// `List`, and of the list kind of a known kind, are objects of their own.
public struct ManifestStream: Sendable {
    /// The objects, in the order of the text.
    public let objects: [any KubernetesObject]
    /// What is questionable, in the order of the text; empty but for `FieldValidation.warn`.
    public let warnings: [Diagnostic]

    /// Reads a stream of YAML, or one document of JSON.
    ///
    /// - Parameters:
    ///   - yaml: The text.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - kinds: The types that objects can have.
    ///   - fieldValidation: What becomes of fields that a type has not, and of keys given twice.
    ///   - checks: What is checked besides; `.apiServer`, with the module `CRDValidation`, also reports
    ///     what the API server rejects.
    /// - Throws: `ManifestError` with everything that does not fit in any document.
    public init(
        yaml: String,
        file: String = "manifest.yaml",
        kinds: [any Resource.Type],
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none
    ) throws(ManifestError) {
        let text = try ManifestText(yaml: yaml, file: file, fieldValidation)
        try self.init(text, kinds: kinds, checks: checks)
    }

    /// Reads one document of JSON.
    ///
    /// - Parameters:
    ///   - json: The text.
    ///   - file: The path shown in messages; nothing is read from it.
    ///   - kinds: The types that objects can have.
    ///   - fieldValidation: What becomes of fields that a type has not, and of keys given twice.
    ///   - checks: What is checked besides; `.apiServer`, with the module `CRDValidation`, also reports
    ///     what the API server rejects.
    /// - Throws: `ManifestError` with everything that does not fit.
    public init(
        json: String,
        file: String = "manifest.json",
        kinds: [any Resource.Type],
        fieldValidation: FieldValidation = .strict,
        checks: ManifestChecks = .none
    ) throws(ManifestError) {
        let text = try ManifestText(json: json, file: file, fieldValidation)
        try self.init(text, kinds: kinds, checks: checks)
    }

    private init(
        _ text: ManifestText,
        kinds: [any Resource.Type],
        checks: ManifestChecks
    ) throws(ManifestError) {
        var documents = DocumentReader(text: text, kinds: kinds, checks: checks)
        for document in text.documents { documents.read(document) }
        warnings = try documents.list.warnings()
        objects = documents.objects
    }
}

/// Reads documents by what their `apiVersion` and `kind` say.
private struct DocumentReader {
    private struct Name: Hashable {
        let apiVersion: String
        let kind: String
    }

    private let text: ManifestText
    private let checks: ManifestChecks
    private var kinds: [Name: any Resource.Type] = [:]
    /// By the name of the list kind.
    private var lists: [Name: any Resource.Type] = [:]
    var objects: [any KubernetesObject] = []
    var list = DiagnosticList()

    init(text: ManifestText, kinds: [any Resource.Type], checks: ManifestChecks) {
        self.text = text
        self.checks = checks
        for type in kinds {
            let version = type.definition.apiVersion
            self.kinds[Name(apiVersion: version, kind: type.definition.names.kind)] = type
            lists[Name(apiVersion: version, kind: type.definition.names.listKind)] = type
        }
    }

    mutating func read(_ node: Node, at path: [NodeStep] = []) {
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
            objects.append(text.read(UntypedResource.self, from: node, at: path, &list))
        }
    }

    private mutating func read<R: Resource>(
        _ type: R.Type,
        from node: Node,
        at path: [NodeStep],
        impliesKind: Bool
    ) {
        objects.append(
            text.read(
                resource: type,
                from: node,
                at: path,
                impliesKind: impliesKind,
                checks: checks,
                &list
            )
        )
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

    /// What a node says it is; `nil`, reported, where it does not.
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
            report(node, "required value '\(key)' is missing", at: path)
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
