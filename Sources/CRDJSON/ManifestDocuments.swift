import CRDParsing
package import CRDRuntime
package import CRDYAML

/// The documents of a manifest, from which objects are read.
package struct ManifestDocuments {
    /// The root nodes of the documents that are not empty.
    package let documents: [Node]
    private let file: String
    private let validation: FieldValidation

    /// The errors of the documents that cannot be read, if others are read without them.
    package let errors: [Diagnostic]

    /// Creates the documents of a parsed text.
    ///
    /// - Parameters:
    ///   - documents: The root nodes of the documents that are not empty.
    ///   - file: The path shown in messages.
    ///   - validation: The treatment of unknown fields and duplicate keys.
    ///   - errors: The errors of the documents that cannot be read.
    package init(
        _ documents: [Node],
        file: String,
        _ validation: FieldValidation,
        errors: [Diagnostic] = []
    ) {
        self.documents = documents
        self.file = file
        self.validation = validation
        self.errors = errors
    }

    /// Reads JSON.
    ///
    /// - Parameters:
    ///   - json: UTF-8.
    ///   - file: The path shown in messages.
    ///   - validation: The treatment of unknown fields and duplicate keys.
    /// - Throws: `ManifestError` with the first error of the syntax.
    package init(
        json: [UInt8],
        file: String,
        _ validation: FieldValidation
    ) throws(ManifestError) {
        self.init([try Node(json: json, file: file)], file: file, validation)
    }

    /// Reads the only document as a resource.
    ///
    /// - Throws: `ManifestError` with all errors, also if there is not exactly one document.
    package func only<R: Resource>(
        _ type: R.Type,
        checks: ManifestChecks,
        onWarning: (Diagnostic) -> Void
    ) throws(ManifestError) -> R {
        var list = DiagnosticList()
        let root = try onlyDocument(R.kind)
        let resource = read(resource: type, from: root, checks: checks, &list)
        for warning in try list.warnings() { onWarning(warning) }
        return resource
    }

    private func onlyDocument(_ kind: String) throws(ManifestError) -> Node {
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
    package func read<R: Resource>(
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
        let errors = found.filter { $0.diagnostic.severity == .error }
        if errors.isEmpty {
            list.appendErrors(of: own)
        } else {
            let positions = Set(errors.map(\.diagnostic.position))
            // We report a required field that is `null` at the mapping, the server at the `null`.
            let incomplete = errors.compactMap { _, violation in
                violation?.reason == .required ? violation?.place.steps.dropLast() : nil
            }
            let paths = incomplete.map { FieldPath(path + $0, in: type, from: path.count).wire }
            for error in own.reported
            where error.severity == .error && !positions.contains(error.position)
                && !paths.contains(error.fieldPath?.wire ?? "")
            {
                list.append(error)
            }
        }
        for (diagnostic, violation) in found { list.append(diagnostic, violation) }
        return resource
    }

    /// Reads an object and reports problems.
    package func read<Object: KubernetesObject>(
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

extension Node {
    /// Reads JSON.
    ///
    /// The last value of a duplicate key is used.
    ///
    /// - Throws: `ManifestError` with the first error of the syntax.
    init(json: [UInt8], file: String) throws(ManifestError) {
        do throws(JSONReader.Failure) {
            self = try JSONReader.read(json, file: file, duplicateRule: .lastCounts)
        } catch {
            throw ManifestError([error.diagnostic])
        }
    }
}
