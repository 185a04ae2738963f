import CRDValidation
package import CRDYAML

extension ManifestCheck {
    /// Returns the diagnostics, in the order of the files and of their texts.
    ///
    /// - Parameters:
    ///   - requiresKinds: Whether a kind that no CRD defines is an error.
    ///   - asJSON: Whether errors are printed as JSON, so that only notes and warnings are
    ///     returned.
    /// - Returns: Errors, warnings, and notes.
    package func diagnostics(requiresKinds: Bool, asJSON: Bool = false) -> [Diagnostic] {
        var files: [String] = []
        var found: [String?: [Diagnostic]] = [:]
        for object in objects where found[object.file] == nil {
            files.append(object.file)
            found[object.file] = []
        }
        let checked = objects.filter { requiresKinds || !$0.isOfUnknownKind }
        let unknown = requiresKinds ? [] : unknownKinds
        for diagnostic in checked.flatMap({ $0.diagnostics(requiresKinds: requiresKinds) })
            + objects.flatMap(\.policyDiagnostics) + policies.notes + notes.map(\.diagnostic)
            + unknown
        {
            if asJSON, diagnostic.severity == .error { continue }
            found[diagnostic.file, default: []].append(diagnostic)
        }
        return files.flatMap { found[$0]?.inFileOrder() ?? [] }
    }

    /// The diagnostics about files that have policies but no objects, in the order of the files.
    package var policyDiagnostics: [Diagnostic] {
        let files = Set(objects.map(\.file))
        let notes = policies.notes.filter { !($0.file.map(files.contains) ?? false) }
        return policyErrors + notes
    }

    /// The notes about the kinds that no CRD defines, with the source location of the first object.
    private var unknownKinds: [Diagnostic] {
        var firsts: [(object: CheckedObject, count: Int)] = []
        var indexes: [String: Int] = [:]
        for object in objects where object.isOfUnknownKind {
            if let index = indexes[object.noMatches] {
                firsts[index].count += 1
            } else {
                indexes[object.noMatches] = firsts.count
                firsts.append((object, 1))
            }
        }
        return firsts.flatMap { $0.object.diagnostics(ofEqualKind: $0.count) }
    }

    /// Returns the diagnostics about the CRDs, in the order of their files.
    ///
    /// Errors in a CRD count if an object has its kind. If it is unknown what a file defines, its
    /// errors count if the CRD of an object is missing.
    ///
    /// - Parameter checksAll: Whether errors in all CRDs count.
    /// - Returns: Errors and warnings, and a note for each invalid CRD that no object uses.
    package func definitionDiagnostics(checksAll: Bool) -> [Diagnostic] {
        let used = Set(objects.map { KnownKinds.Name(group: $0.group, kind: $0.kind) })
            .subtracting(kinds.replaced)
        let isAnyUnknown = objects.contains(where: \.isOfUnknownKind)
        return kinds.problems.flatMap { problem -> [Diagnostic] in
            let isUsed = problem.name.map(used.contains) ?? isAnyUnknown
            return checksAll || isUsed
                ? problem.diagnostics : [problem.note].compactMap { $0 }
        }
    }

    /// The objects that are not checked, such as `2 objects`; `nil` if there are none.
    package var uncheckedParts: String? {
        let count = objects.count { $0.verdict() == .unchecked }
        return count == 0 ? nil : count == 1 ? "1 object" : "\(count) objects"
    }

    /// Returns a summary such as `3 objects: 1 valid, 1 invalid, 1 not checked`, without zeros.
    package func summary(requiresKinds: Bool) -> String {
        let verdicts = objects.map { $0.verdict(requiresKinds: requiresKinds) }
        let words: [(CheckedObject.Verdict, String)] = [
            (.valid, "valid"), (.invalid, "invalid"), (.unchecked, "not checked"),
        ]
        let counts = words.compactMap { verdict, word in
            let count = verdicts.count { $0 == verdict }
            return count == 0 ? nil : "\(count) \(word)"
        }
        let subject = objects.count == 1 ? "1 object" : "\(objects.count) objects"
        return "\(subject): \(counts.joined(separator: ", "))"
    }
}
