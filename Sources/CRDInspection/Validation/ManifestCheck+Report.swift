import CRDCatalog
import CRDDefinitionValidity
package import CRDReports
import CRDValidation
package import CRDYAML
import KubernetesAdmissionPolicies

extension ManifestCheck {
    /// Returns the diagnostics, in the order of the files and of their texts.
    ///
    /// - Parameter requiresKinds: Whether a kind that no CRD defines is an error.
    /// - Returns: Errors, warnings, and notes.
    package func diagnostics(requiresKinds: Bool) -> [Diagnostic] {
        findings(requiresKinds: requiresKinds).map(\.diagnostic)
    }

    /// The findings about files that have policies but no objects, sorted by file and in the order of
    /// their texts.
    package var policyFindings: [Finding] {
        let files = Set(objects.map(\.file))
        let others = (policyErrors + policies.notes).filter { finding in
            !(finding.diagnostic.file.map(files.contains) ?? false)
        }
        return Dictionary(grouping: others) { $0.diagnostic.file ?? "" }
            .sorted { $0.key < $1.key }
            .flatMap { $0.value.inFileOrder(\.diagnostic) }
    }

    /// Returns the diagnostics about the CRDs, in the order of their files.
    ///
    /// Errors in a CRD count if an object or the parameters of a policy have its kind. If it is unknown what a file defines, its
    /// errors count if the CRD of an object is missing, or if an object has another kind of the file.
    /// Others are left out.
    ///
    /// - Parameter checksAll: Whether errors in all CRDs count.
    /// - Returns: Errors and warnings.
    package func definitionDiagnostics(checksAll: Bool) -> [Diagnostic] {
        let checked = objects.filter { $0.verdict() != .skipped }
        let used = Set(checked.map { KindName(group: $0.group, kind: $0.kind) })
            .union(policies.policies.parameterKinds)
            .subtracting(kinds.replaced)
        let isAnyUnknown = objects.contains(where: \.isOfUnknownKind)
        let acceptsOld = kinds.acceptOldDefinitions
        return kinds.problems.flatMap { problem in
            if acceptsOld, problem.isOfOldVersion { return [Diagnostic]() }
            let isRelevant =
                problem.name.map(used.contains)
                ?? (isAnyUnknown || !used.isDisjoint(with: problem.kindsBefore))
            return checksAll || isRelevant ? problem.diagnostics : []
        }
    }

    /// The error about the objects that no schema checks, also those that policies deny, where that
    /// is not allowed; `nil` if there are none.
    package var uncheckedError: Finding? {
        let unchecked = objects.filter(\.isOfUnknownKind)
        guard let first = unchecked.first else { return nil }
        let subject = unchecked.count == 1 ? "1 object" : "\(unchecked.count) objects"
        let message =
            "\(subject) not checked by a schema, which '--fail-on-unchecked' does not allow"
        return Finding(
            .unchecked,
            Diagnostic(.error, message, file: nil),
            shownAt: first.position.map { SourceLocation(file: first.file, $0) }
        )
    }

    /// Returns a summary such as `4 objects: 2 valid, 1 not checked, 1 skipped`, without zeros.
    package func summary(requiresKinds: Bool) -> String {
        let verdicts = objects.map { $0.verdict(requiresKinds: requiresKinds) }
        let words: [(CheckedObject.Verdict, String)] = [
            (.valid, "valid"), (.invalid, "invalid"),
            (.checkedByPolicies, "checked by policies only"), (.unchecked, "not checked"),
            (.skipped, "skipped"),
        ]
        let counts = words.compactMap { verdict, word in
            let count = verdicts.count { $0 == verdict }
            return count == 0 ? nil : "\(count) \(word)"
        }
        let subject = objects.count == 1 ? "1 object" : "\(objects.count) objects"
        return "\(subject): \(counts.joined(separator: ", "))"
    }
}
