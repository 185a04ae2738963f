import CRDDefinitionValidity
import CRDGeneratorCore
package import CRDYAML

extension ResourceCatalog {
    /// Removes each version that is defined again, as if the CRDs were applied in order.
    ///
    /// - Parameter diagnostics: Receives a warning for each version that remains.
    package mutating func removeDuplicates(_ diagnostics: inout [Diagnostic]) {
        var known: [[String]: Entry] = [:]
        var kept: [Entry] = []
        for entry in entries {
            let key = [entry.group, entry.kind, entry.version.name]
            if let first = known[key] {
                let name = KindName(group: entry.group, kind: entry.kind)
                let problem = DefinitionProblem.duplicate(
                    entry.version,
                    of: name,
                    in: entry.file,
                    KnownKinds.Version(version: first.version, file: first.file, validity: .valid)
                )
                diagnostics += problem.diagnostics
                kept.removeAll {
                    $0.group == entry.group && $0.kind == entry.kind
                        && $0.version.name == entry.version.name
                }
            }
            known[key] = entry
            kept.append(entry)
        }
        self = ResourceCatalog(kept)
    }
}
