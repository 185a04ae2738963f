import CRDGeneratorCore
package import CRDYAML

extension ResourceCatalog {
    /// The kind that a path begins with.
    ///
    /// `widgets.example.com` and `widgets.v1.example.com`, as `kubectl get` takes them, name a kind
    /// too; the steps that do so are taken away.
    func entry(
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

    /// The version of a kind that a path names.
    ///
    /// - Parameters:
    ///   - path: A kind as `explain` takes it too, without attributes.
    ///   - apiVersion: Group and version, or one of them; the path may have it too.
    /// - Returns: The version.
    /// - Throws: `Diagnostic` if there is none, there are several, or the path goes on.
    package func entry(
        at path: AttributePath,
        apiVersion: String?
    ) throws(Diagnostic) -> Entry {
        var path = path
        let entry = try self.entry(at: &path, apiVersion: apiVersion)
        guard let step = path.steps.first else { return entry }
        throw Diagnostic(
            .error,
            "expected a kind, found '\(step.excerpt)' of \(entry.kind) behind it",
            file: nil
        )
    }
}
