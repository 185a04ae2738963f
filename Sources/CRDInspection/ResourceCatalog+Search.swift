import CRDGeneratorCore
import CRDRuntime
import CRDSchema
package import CRDYAML

extension ResourceCatalog {
    /// The version of a kind that a person means.
    ///
    /// - Parameters:
    ///   - name: The kind, or a name that `kubectl` takes: plural, singular or a short name; case
    ///     does not matter.
    ///   - apiVersion: Group and version, or one of them; `nil` for the version that is stored.
    /// - Returns: The version.
    /// - Throws: `Diagnostic` if there is none, or there are kinds of several groups.
    package func entry(
        named name: String,
        apiVersion: String? = nil
    ) throws(Diagnostic) -> Entry {
        let named = entries.filter { $0.names.contains(name.lowercased()) }
        guard let first = named.first else {
            if entries.isEmpty { throw Diagnostic(.error, "no CRDs found", file: nil) }
            let kinds = entries.flatMap { [$0.kind, $0.version.definition.names.plural] }
            let question = NearestName.question(name, among: kinds)
            throw Diagnostic(.error, "no kind '\(name.excerpt)'\(question)", file: nil)
        }
        let chosen = named.filter { apiVersion.map($0.isOf) ?? true }
        guard let only = chosen.first else {
            throw Diagnostic(
                .error,
                "\(first.kind) has no API version '\((apiVersion ?? "").excerpt)', "
                    + "it has \(Self.list(named))",
                file: nil
            )
        }
        guard chosen.allSatisfy({ $0.group == only.group }) else {
            throw Diagnostic(
                .error,
                "\(only.kind) has several groups, choose one of \(Self.list(chosen))",
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
    /// The words that name the kind, in lower case.
    fileprivate var names: [String] {
        let names = version.definition.names
        return ([names.kind, names.plural, names.singular] + names.shortNames)
            .map { $0.lowercased() }
    }

    /// Whether a text is the version's API version, its group or its name.
    fileprivate func isOf(_ apiVersion: String) -> Bool {
        let definition = version.definition
        return [definition.apiVersion, definition.group, definition.version].contains(apiVersion)
    }
}
