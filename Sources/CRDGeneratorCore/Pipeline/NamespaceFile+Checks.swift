import CRDValues
import CRDYAML

extension NamespaceFile {
    /// Reports groups that would have the same name as another one, or as the module.
    func checkGroups(_ diagnostics: inout [Diagnostic]) {
        var groups: [String: Int] = [:]
        for (position, declaration) in declarations.enumerated() {
            guard let first = groups[declaration.groupName].map({ declarations[$0] }) else {
                groups[declaration.groupName] = position
                if declaration.groupName == module {
                    let message =
                        "group '\(declaration.group)' would be named '\(module)' like its module, "
                        + "which hides the module; name it under 'groups' in "
                        + "'\(Configuration.fileName)'"
                    diagnostics.append(error(message, at: declaration))
                }
                continue
            }
            guard first.group != declaration.group else { continue }
            let message =
                "groups '\(first.group)' and '\(declaration.group)' would both be named "
                + "'\(first.groupName)'; name one under 'groups' in '\(Configuration.fileName)'"
            diagnostics.append(error(message, at: declaration))
        }
    }

    /// Reports versions of kinds that would have the same name as another one.
    func checkDuplicates(_ diagnostics: inout [Diagnostic]) {
        var firsts: [String: Int] = [:]
        var resources: [String: Int] = [:]
        for (position, declaration) in declarations.enumerated() {
            let name = declaration.path
            guard let first = firsts[name].map({ declarations[$0] }) else {
                firsts[name] = position
                let resource = "\(declaration.definition.names.plural).\(declaration.group)"
                if let first = resources[resource] {
                    warn(of: resource, declarations[first], declaration, &diagnostics)
                }
                resources[resource] = position
                continue
            }
            let location = "first in \(first.file):\(first.position.line)"
            let message =
                first.title == declaration.title
                ? "duplicate definition of \(declaration.title), \(location)"
                : "\(first.title) and \(declaration.title) would both be \(name), \(location); "
                    + "name one under 'renames' in '\(Configuration.fileName)'"
            diagnostics.append(error(message, at: declaration))
        }
    }

    /// Warns of two kinds whose CRDs have the same name, so that a cluster has only one of them.
    private func warn(
        of resource: String,
        _ first: Declaration,
        _ second: Declaration,
        _ diagnostics: inout [Diagnostic]
    ) {
        let kinds = (first.definition.names.kind, second.definition.names.kind)
        if kinds.0 == kinds.1 { return }
        let message =
            "the CRDs of \(kinds.0) and \(kinds.1) are both named '\(resource)', so that a cluster "
            + "can have only one of them, first in \(first.file):\(first.position.line)"
        diagnostics.append(
            Diagnostic(.warning, message, file: second.file, at: second.position)
        )
    }

    private func error(_ message: String, at declaration: Declaration) -> Diagnostic {
        Diagnostic(.error, message, file: declaration.file, at: declaration.position)
    }
}
