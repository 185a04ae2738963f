import CRDGeneratorCore
package import CRDYAML

extension ResourceCatalog {
    /// Returns the kind at the beginning of a path.
    ///
    /// `widgets.example.com` and `widgets.v1.example.com`, which `kubectl get` accepts, name a kind
    /// too; the steps that belong to the name of the kind are removed from the path.
    package func entry(
        at path: inout AttributePath,
        apiVersion: String?
    ) throws(Diagnostic) -> Entry {
        let rest = path.steps.joined(separator: ".") + "."
        for entry in entries where path.apiVersion == nil && apiVersion == nil {
            let (group, version) = (entry.group, entry.version.name)
            for (prefix, choice) in [
                (group, group), ("\(version).\(group)", "\(group)/\(version)"),
            ]
            where rest.hasPrefix(prefix + ".") && !group.isEmpty {
                guard let found = try? self.entry(named: path.kind, apiVersion: choice) else {
                    continue  // What is not called so may still be found by its steps.
                }
                path.removeFirstSteps(prefix.split(separator: ".").count)
                return found
            }
        }
        return try self.entry(named: path.kind, apiVersion: apiVersion ?? path.apiVersion)
    }

    /// Returns the version of a kind that a path names.
    ///
    /// - Parameters:
    ///   - path: A kind, as for `explain`, without fields.
    ///   - apiVersion: Group and version, or one of them; the path can contain them instead.
    /// - Returns: The version.
    /// - Throws: `Diagnostic` if there is none, if there are several, or if the path has a
    ///   field.
    package func entry(
        at path: AttributePath,
        apiVersion: String?
    ) throws(Diagnostic) -> Entry {
        var path = path
        let entry = try self.entry(at: &path, apiVersion: apiVersion)
        guard let step = path.steps.first else { return entry }
        throw Diagnostic(
            .error,
            "found the field '\(step.excerpt)' of \(entry.kind), expected only a kind",
            file: nil
        )
    }
}
