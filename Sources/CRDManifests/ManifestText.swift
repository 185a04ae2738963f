import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDYAML

/// The nodes of a manifest, with the problems of the text itself.
struct ManifestText {
    /// The documents that are not empty.
    let documents: [Node]
    let file: String
    let validation: FieldValidation

    /// Reads YAML or JSON.
    init(yaml: String, file: String, _ validation: FieldValidation) throws(ManifestError) {
        self.file = file
        self.validation = validation
        do throws(Diagnostic) {
            documents = try Node.parse(
                Array(yaml.utf8),
                file: file,
                duplicateRule: .lastCounts
            ).filter { !$0.isNull }
        } catch {
            throw ManifestError([error])
        }
    }

    /// Reads JSON.
    init(json: String, file: String, _ validation: FieldValidation) throws(ManifestError) {
        self.file = file
        self.validation = validation
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
