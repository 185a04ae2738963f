package import CRDCatalog
import CRDGeneratorCore
package import CRDReports
import CRDRuntime
import CRDValues
import CRDYAML

extension CatalogComparison {
    /// Returns the report, in which each version of each new kind is a part, and so is a CRD with
    /// changes of all versions.
    ///
    /// - Parameters:
    ///   - version: The version of the command.
    ///   - levels: The levels, which severities are from.
    ///   - new: The new kinds.
    /// - Returns: The report; a compatible change is a note.
    package func report(
        version: String,
        _ levels: ChangeLevels,
        of new: ResourceCatalog
    ) -> Report {
        let findings = changes.map { $0.finding(levels) }
        let known = Dictionary(grouping: findings) { $0.object }
        let resources = new.entries.map { entry in
            (file: entry.file, object: entry.reported)
        }
        let names = Set(resources.map(\.object))
        var parts = resources.map { resource in
            Report.Part(
                file: resource.file,
                object: resource.object,
                findings: known[resource.object] ?? []
            )
        }
        var seen = names
        for case (let finding, let object?) in zip(findings, findings.map(\.object))
        where seen.insert(object).inserted {
            let part = Report.Part(
                file: finding.shownFile,
                object: object,
                findings: known[object] ?? []
            )
            parts.append(part)
        }
        return Report(
            command: "crdgen diff",
            version: version,
            parts: parts,
            findings: findings,
            members: [:]
        )
    }
}

extension APIChange {
    /// The change as a finding.
    fileprivate func finding(_ levels: ChangeLevels) -> Finding {
        let message = "\(grade.title): \(text)"
        let diagnostic = Diagnostic(levels.severity(self), message, file: file, at: position)
        return Finding(rule.findingRule, diagnostic, about: reported, shownAt: surroundings)
    }

    /// The version of the kind, or the CRD for a change of all versions.
    private var reported: ReportedObject {
        guard let version else {
            return ReportedObject(
                apiVersion: "apiextensions.k8s.io/v1",
                kind: "CustomResourceDefinition",
                name: definition
            )
        }
        return ReportedObject(
            apiVersion: group.isEmpty ? version : "\(group)/\(version)",
            kind: kind,
            name: "",
            version: version
        )
    }
}

extension ResourceCatalog.Entry {
    fileprivate var reported: ReportedObject {
        ReportedObject(
            apiVersion: version.definition.apiVersion,
            kind: kind,
            name: "",
            version: version.name
        )
    }
}
