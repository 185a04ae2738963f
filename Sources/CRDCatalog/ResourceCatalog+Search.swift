import CRDGeneratorCore
import CRDRuntime
import CRDValues
package import CRDYAML

extension ResourceCatalog {
    /// Returns the version of a kind for a name and an API version.
    ///
    /// - Parameters:
    ///   - name: The kind, or a name that `kubectl` accepts: plural, singular, or short name, in
    ///     upper or lower case.
    ///   - apiVersion: Group and version, or one of them; `nil` for the stored version.
    /// - Returns: The version.
    /// - Throws: `Diagnostic` if there is none, or if several groups have such a kind.
    package func entry(
        named name: String,
        apiVersion: String? = nil
    ) throws(Diagnostic) -> Entry {
        let named = entries.filter { $0.names.contains(name.lowercased()) }
        guard let first = named.first else {
            if entries.isEmpty {
                throw Diagnostic.withoutDefinitions(.error, file: nil)
            }
            let kinds = entries.flatMap { [$0.kind, $0.version.definition.names.plural] }
            let question = NearestName.question(name, among: kinds)
            throw Diagnostic(.error, "unknown kind '\(name.excerpt)'\(question)", file: nil)
        }
        // 'v1' is the core group, if it has such a kind, and else a version of any group.
        let exact = named.filter { $0.version.definition.apiVersion == apiVersion }
        let chosen = exact.isEmpty ? named.filter { apiVersion.map($0.isOf) ?? true } : exact
        guard let only = chosen.first else {
            throw Diagnostic(
                .error,
                "unknown API version '\((apiVersion ?? "").excerpt)' of \(first.kind), "
                    + "expected \(Self.list(named))",
                file: nil
            )
        }
        guard chosen.allSatisfy({ $0.group == only.group }) else {
            throw Diagnostic(
                .error,
                "found \(only.kind) in several groups, choose one with '--api-version': "
                    + Self.list(chosen),
                file: nil
            )
        }
        return chosen.first { $0.version.definition.isStorage } ?? only
    }

    /// `'a.com/v1', 'b.com/v1'`.
    private static func list(_ entries: [Entry]) -> String {
        entries.map { "'\($0.version.definition.apiVersion)'" }.joined(separator: ", ")
    }
}

extension ResourceCatalog.Entry {
    /// The names of the kind, in lower case.
    fileprivate var names: [String] {
        let names = version.definition.names
        return ([names.kind, names.plural, names.singular] + names.shortNames)
            .map { $0.lowercased() }
    }

    /// Whether a text is the API version, the group, or the name of the version.
    fileprivate func isOf(_ apiVersion: String) -> Bool {
        let definition = version.definition
        return [definition.apiVersion, definition.group, definition.version].contains(apiVersion)
    }
}
