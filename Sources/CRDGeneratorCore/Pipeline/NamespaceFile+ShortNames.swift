import CRDValues
import CRDYAML

extension NamespaceFile {
    /// Returns the short names of stored versions, sorted, if nothing else has the same name.
    func shortNames(_ diagnostics: inout [Diagnostic]) -> [(String, Declaration)] {
        let stored = declarations.filter(\.definition.isStorage)
        let groupNames = Set(declarations.map(\.groupName))
        var names: [(String, Declaration)] = []
        let order = stored.indices.ordered { stored[$0].typeName < stored[$1].typeName }
        var next = 0
        while next < order.count {
            let name = stored[order[next]].typeName
            let members = order[next...].prefix { stored[$0].typeName == name }.map { stored[$0] }
            next += members.count
            let kinds = Set(members.map(\.group))
            if SwiftKeywords.moduleNames.contains(name) {
                let reason = "'\(name)' is a module, which it would hide"
                note(members[0], reason, &diagnostics)
            } else if groupNames.contains(name) || name == module {
                note(members[0], "'\(name)' names a group or the module", &diagnostics)
            } else if SwiftKeywords.takenTypeNames.contains(name)
                || SwiftKeywords.runtimeTypeNames.contains(name)
            {
                let reason = "'\(name)' is a type of Swift, Foundation or CRDRuntime"
                note(members[0], reason, &diagnostics)
            } else if kinds.count > 1 {
                let (separator, all) = kinds.count == 2 ? (" and ", "both") : (", ", "all")
                let groups = kinds.sorted().map { "'\($0)'" }.joined(separator: separator)
                note(members[0], "\(groups) \(all) have this kind", &diagnostics)
            } else {
                names.append((name, members[0]))
            }
        }
        return names
    }

    private func note(
        _ declaration: Declaration,
        _ reason: String,
        _ diagnostics: inout [Diagnostic]
    ) {
        diagnostics.append(
            Diagnostic(
                .note,
                "\(declaration.definition.names.kind) has no short name, because \(reason); "
                    + "use \(declaration.path)",
                file: declaration.file,
                at: declaration.position
            )
        )
    }
}
