package import CRDReports
import CRDRuntime
import CRDValues
import CRDYAML

extension ManifestCheck {
    /// Returns the report about all objects.
    ///
    /// - Parameters:
    ///   - version: The version of the command.
    ///   - requiresKinds: Whether a kind that no CRD defines is an error.
    ///   - before: The findings about CRDs.
    ///   - after: The findings about the input as a whole.
    ///   - leftOut: The numbers of files that are left out.
    ///   - summaryOfFiles: The end of the summary, about files.
    /// - Returns: The report. Its JSON form has `objects` and `summary`.
    package func report(
        version: String,
        requiresKinds: Bool,
        before: [Finding],
        after: [Finding],
        leftOut: [(reason: String, count: Int)],
        summaryOfFiles: String = ""
    ) -> Report {
        Report(
            command: "crdgen validate",
            version: version,
            parts: objects.map { $0.part(requiresKinds: requiresKinds) },
            findings: before + findings(requiresKinds: requiresKinds) + after,
            summary: objects.isEmpty
                ? "" : summary(requiresKinds: requiresKinds) + summaryOfFiles,
            members: [
                "objects": .array(objects.map { $0.json(requiresKinds: requiresKinds) }),
                "summary": summaryJSON(requiresKinds: requiresKinds, leftOut),
            ]
        )
    }

    /// Returns the findings about the CRDs, in the order of their files.
    ///
    /// - Parameter checksAll: As for ``definitionDiagnostics(checksAll:)``.
    /// - Returns: Errors, warnings, and notes.
    package func definitionFindings(checksAll: Bool) -> [Finding] {
        definitionDiagnostics(checksAll: checksAll).map { Finding(.invalidDefinition, $0) }
    }

    /// Returns the findings about objects, in the order of the files and of their texts; the note
    /// about a kind without a CRD once.
    ///
    /// - Parameter requiresKinds: Whether a kind that no CRD defines is an error.
    /// - Returns: Errors, warnings, and notes.
    func findings(requiresKinds: Bool) -> [Finding] {
        var files: [String] = []
        var found: [String?: [Finding]] = [:]
        for object in objects where found[object.file] == nil {
            files.append(object.file)
            found[object.file] = []
        }
        let ofObjects = objects.flatMap { object in
            requiresKinds || !object.isOfUnknownKind
                ? object.findings(requiresKinds: requiresKinds) : object.policyFindings
        }
        for finding in ofObjects
            + policies.notes
            + notes.map({ Finding(.information, $0.diagnostic) })
            + (requiresKinds ? [] : unknownKinds)
        {
            found[finding.diagnostic.file, default: []].append(finding)
        }
        return files.flatMap { found[$0]?.inFileOrder(\.diagnostic) ?? [] }
    }

    /// The notes about the kinds that no CRD defines, with the source location of the first object;
    /// those about objects that policies check on their own.
    private var unknownKinds: [Finding] {
        struct Key: Hashable {
            let kind: String
            let isChecked: Bool
        }
        var firsts: [(object: CheckedObject, count: Int)] = []
        var indexes: [Key: Int] = [:]
        for object in objects where object.isOfUnknownKind {
            let isChecked = !object.evaluatedPolicies.isEmpty
            let key = Key(kind: object.noMatches, isChecked: isChecked)
            if let index = indexes[key] {
                firsts[index].count += 1
            } else {
                indexes[key] = firsts.count
                firsts.append((object, 1))
            }
        }
        return firsts.flatMap { object, count in
            object.diagnostics(ofEqualKind: count).map {
                Finding(.unknownKind, $0, about: object.reported)
            }
        }
    }

    private func summaryJSON(
        requiresKinds: Bool,
        _ leftOut: [(reason: String, count: Int)]
    ) -> JSONValue {
        let files = leftOut.map { ($0.reason, JSONValue.number(JSONNumber($0.count))) }
        let verdicts = objects.map { $0.verdict(requiresKinds: requiresKinds) }
        func count(_ verdict: CheckedObject.Verdict) -> JSONValue {
            .number(JSONNumber(verdicts.count { $0 == verdict }))
        }
        return [
            "objects": .number(JSONNumber(objects.count)),
            "valid": count(.valid),
            "invalid": count(.invalid),
            "policiesOnly": count(.checkedByPolicies),
            "unchecked": count(.unchecked),
            "skipped": count(.skipped),
            "leftOut": .object(JSONObject(files)),
        ]
    }
}

extension CheckedObject {
    /// The object, its verdict, the policies that check it, and the response of the API server,
    /// which is null for an object that is not checked.
    fileprivate func json(requiresKinds: Bool) -> JSONValue {
        let verdict =
            switch verdict(requiresKinds: requiresKinds) {
            case .valid: "valid"
            case .invalid: "invalid"
            case .checkedByPolicies: "policiesOnly"
            case .unchecked: "unchecked"
            case .skipped: "skipped"
            }
        var object = ReportedObject(apiVersion: apiVersion, kind: kind, name: name).json
        object["file"] = .string(file)
        object["line"] = position.map { .number(JSONNumber($0.line)) } ?? .null
        object["column"] = position.map { .number(JSONNumber($0.column)) } ?? .null
        object["verdict"] = .string(verdict)
        object["policies"] = .array(evaluatedPolicies.map(JSONValue.string))
        object["status"] = status(requiresKinds: requiresKinds) ?? .null
        return .object(object)
    }
}
