import CRDLibYAML
import CRDRuntime
import CRDYAML

/// The text of a manifest as nodes, with what is wrong with the text itself.
struct ManifestText {
    /// The documents that hold something.
    let documents: [Node]
    let file: String
    let validation: FieldValidation

    /// Reads YAML, or JSON in place of it.
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
            throw ManifestError(problems: [ManifestProblem(error)])
        }
    }

    /// Reads JSON and nothing else.
    init(json: String, file: String, _ validation: FieldValidation) throws(ManifestError) {
        self.file = file
        self.validation = validation
        do throws(JSONReader.Failure) {
            documents = [
                try JSONReader.read(Array(json.utf8), file: file, duplicateRule: .lastCounts)
            ]
        } catch {
            throw ManifestError(problems: [ManifestProblem(error.diagnostic)])
        }
    }

    /// The only document.
    func onlyDocument(_ kind: String) throws(ManifestError) -> Node {
        if let document = documents.first, documents.count == 1 { return document }
        let found = documents.isEmpty ? "no document" : "\(documents.count) documents"
        let diagnostic = Diagnostic(
            .error,
            "found \(found), expected one \(kind)",
            file: file,
            at: documents.dropFirst().first?.position
        )
        throw ManifestError(problems: [ManifestProblem(diagnostic)])
    }

    /// Reads a resource, and says what does not fit; where that is asked for, as the API server does.
    func read<R: Resource>(
        resource type: R.Type,
        from node: Node,
        at path: [NodeStep] = [],
        impliesKind: Bool = false,
        checks: ManifestChecks,
        _ problems: inout ManifestProblems
    ) -> R {
        guard let findings = checks.findings?(type, node, validation, impliesKind) else {
            return read(type, from: node, at: path, impliesKind: impliesKind, &problems)
        }
        var own = ManifestProblems()
        let resource = read(type, from: node, at: path, impliesKind: impliesKind, &own)
        // The server's words take the place of ours; what only Swift cannot hold is told besides.
        if !findings.contains(where: { $0.severity == .error }) { problems.appendErrors(of: own) }
        tell(findings, of: type, at: path, &problems)
        return resource
    }

    /// Tells what the API server says of a resource.
    private func tell<R: Resource>(
        _ findings: [ManifestFinding],
        of type: R.Type,
        at path: [NodeStep],
        _ problems: inout ManifestProblems
    ) {
        if findings.isEmpty { return }
        let root = FieldLevel(of: type)
        for finding in findings {
            let (severity, message) = (finding.severity, finding.message)
            problems.append(
                ManifestProblem(
                    Diagnostic(severity, message, file: finding.file, at: finding.position),
                    at: finding.violation.map { _ in
                        FieldPath(path + finding.steps, in: root, from: path.count)
                    },
                    violation: finding.violation
                )
            )
        }
    }

    /// Reads an object, and says what does not fit.
    func read<Object: KubernetesObject>(
        _ type: Object.Type,
        from node: Node,
        at path: [NodeStep] = [],
        impliesKind: Bool = false,
        _ problems: inout ManifestProblems
    ) -> Object {
        let reader = ManifestReader(
            validation,
            path: path,
            impliesKind: impliesKind,
            mostProblems: problems.room
        )
        let object = reader.read(type, from: ManifestNode(node))
        reader.tell(&problems, in: type)
        if validation != .ignore { tellDuplicates(in: node, of: type, at: path, &problems) }
        return object
    }

    private func tellDuplicates<Object: KubernetesObject>(
        in node: Node,
        of type: Object.Type,
        at path: [NodeStep],
        _ problems: inout ManifestProblems
    ) {
        let severity: Diagnostic.Severity = validation == .strict ? .error : .warning
        let (duplicates, omittedCount) = node.duplicateKeys(atMost: problems.room)
        problems.omit(
            errors: severity == .error ? omittedCount : 0,
            warnings: severity == .error ? 0 : omittedCount
        )
        if duplicates.isEmpty { return }
        let root = FieldLevel(of: type)
        for duplicate in duplicates {
            let found = duplicate.diagnostic
            problems.append(
                ManifestProblem(
                    Diagnostic(severity, found.message, file: found.file, at: found.position),
                    at: FieldPath(path + duplicate.path, in: root, from: path.count)
                )
            )
        }
    }
}

extension ManifestProblems {
    /// Throws if there is an error among the problems.
    ///
    /// - Returns: The warnings, in the order of the text.
    func warnings() throws(ManifestError) -> [ManifestProblem] {
        let problems = inFileOrder
        if problems.contains(where: { $0.severity == .error }) {
            throw ManifestError(problems: problems)
        }
        return problems
    }
}
