import CRDFiles
import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDYAML

/// The nodes of a manifest, with the problems of the text itself.
struct ManifestDocuments {
    /// The documents that are not empty.
    let documents: [Node]
    let file: String
    let validation: FieldValidation
    /// The errors of the documents that cannot be read, if others are read without them.
    let errors: [Diagnostic]

    /// Reads YAML or JSON.
    init(yaml: [UInt8], file: String, _ validation: FieldValidation) throws(ManifestError) {
        self.file = file
        self.validation = validation
        errors = []
        do throws(Diagnostic) {
            documents = try Self.parse(yaml, file: file)
        } catch {
            throw ManifestError([error])
        }
    }

    /// Reads a file of YAML or JSON.
    init(path: some ManifestPath, _ validation: FieldValidation) throws(ManifestError) {
        let file = path._manifestPath
        var bytes: [UInt8] = []
        do throws(Diagnostic) {
            bytes = try File(path: file).read()
        } catch {
            throw ManifestError([error])
        }
        try self.init(yaml: bytes, file: file, validation)
    }

    /// Reads the documents of YAML or JSON that are not invalid.
    init(partial yaml: [UInt8], file: String, _ validation: FieldValidation) {
        self.file = file
        self.validation = validation
        var parts = StreamParts(yaml, file: file)
        parts.read()
        documents = parts.documents
        errors = parts.errors
    }

    static func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [Node] {
        try Node.parse(bytes, file: file, duplicateRule: .lastCounts).filter { !$0.isNull }
    }

    /// Reads JSON.
    init(json: String, file: String, _ validation: FieldValidation) throws(ManifestError) {
        self.file = file
        self.validation = validation
        errors = []
        do throws(JSONReader.Failure) {
            documents = [
                try JSONReader.read(Array(json.utf8), file: file, duplicateRule: .lastCounts)
            ]
        } catch {
            throw ManifestError([error.diagnostic])
        }
    }

    /// Returns the only document.
    func onlyDocument(_ kind: String) throws(ManifestError) -> Node {
        if let document = documents.first, documents.count == 1 { return document }
        let found = documents.isEmpty ? "no document" : "\(documents.count) documents"
        let diagnostic = Diagnostic(
            .error,
            "found \(found), expected one \(kind)",
            file: file,
            at: documents.dropFirst().first?.position
        )
        throw ManifestError([diagnostic])
    }

    /// Reads a resource and reports problems, with the checks of the API server if they are
    /// requested.
    func read<R: Resource>(
        resource type: R.Type,
        from node: Node,
        at path: [NodeStep] = [],
        impliesKind: Bool = false,
        checks: ManifestChecks,
        _ list: inout DiagnosticList
    ) -> R {
        guard let found = checks.check?(type, node, path, validation, impliesKind) else {
            return read(type, from: node, at: path, impliesKind: impliesKind, &list)
        }
        var own = DiagnosticList()
        let resource = read(type, from: node, at: path, impliesKind: impliesKind, &own)
        // The messages of the server replace ours. Errors that only Swift types have are added.
        if !found.contains(where: { $0.diagnostic.severity == .error }) {
            list.appendErrors(of: own)
        }
        for (diagnostic, violation) in found { list.append(diagnostic, violation) }
        return resource
    }

    /// Reads an object and reports problems.
    func read<Object: KubernetesObject>(
        _ type: Object.Type,
        from node: Node,
        at path: [NodeStep] = [],
        impliesKind: Bool = false,
        _ list: inout DiagnosticList
    ) -> Object {
        let reader = ManifestReader(
            validation,
            path: path,
            impliesKind: impliesKind,
            most: list.room
        )
        let object = reader.read(type, from: ManifestNode(node))
        reader.report(to: &list, in: type)
        if validation != .ignore { reportDuplicates(in: node, of: type, at: path, &list) }
        for warning in node.changedKeys { list.append(warning) }
        return object
    }

    private func reportDuplicates<Object: KubernetesObject>(
        in node: Node,
        of type: Object.Type,
        at path: [NodeStep],
        _ list: inout DiagnosticList
    ) {
        let severity: Diagnostic.Severity = validation == .strict ? .error : .warning
        let (duplicates, omittedCount) = node.duplicateKeys(atMost: list.room)
        list.omit(
            errors: severity == .error ? omittedCount : 0,
            warnings: severity == .error ? 0 : omittedCount
        )
        if duplicates.isEmpty { return }
        let root = FieldLevel(of: type)
        for duplicate in duplicates {
            let found = duplicate.diagnostic
            list.append(
                Diagnostic(
                    severity,
                    found.message,
                    file: found.file,
                    at: found.position,
                    field: FieldPath(path + duplicate.path, in: root, from: path.count)
                )
            )
        }
    }
}
