import CRDRuntime
package import CRDValues
import CRDYAML

extension CatalogComparison {
    /// Returns the changes and the number of each kind of change as JSON.
    ///
    /// - Parameter levels: The levels, which `severity` is from.
    /// - Returns: An object with `changes` and `summary`.
    package func json(_ levels: ChangeLevels) -> JSONValue {
        func count(_ isCounted: (ChangeGrade) -> Bool) -> JSONValue {
            .number(JSONNumber(changes.count { isCounted($0.grade) }))
        }
        let summary: JSONValue = [
            "source": count { $0.source == .breaking },
            "rejected": count { $0.manifests == .rejected },
            "changed": count { $0.manifests == .changed },
            "compatible": count { $0 == .compatible },
            "ignored": .number(JSONNumber(ignoredCount)),
            "descriptions": .number(JSONNumber(descriptionCount)),
        ]
        return [
            "changes": .array(changes.map { Self.json($0, levels) }),
            "summary": summary,
        ]
    }

    private static func json(_ change: APIChange, _ levels: ChangeLevels) -> JSONValue {
        var object: JSONObject = [
            "rule": .string(change.rule.rawValue),
            "severity": .string(levels.severity(change).rawValue),
            "manifests": .string(change.grade.manifests.rawValue),
            "source": .string(change.grade.source.rawValue),
            "group": .string(change.group),
        ]
        if let version = change.version { object["version"] = .string(version) }
        object["kind"] = .string(change.kind)
        object["path"] = .string(change.path.names)
        object["manifestPath"] = .string(change.path.keys)
        object["message"] = .string(change.message)
        object["file"] = .string(change.file)
        if let position = change.position {
            object["line"] = .number(JSONNumber(position.line))
            object["column"] = .number(JSONNumber(position.column))
        }
        return .object(object)
    }
}
