package import CRDRuntime
import CRDValues
import CRDYAML

extension CatalogComparison {
    /// The changes and the number of each kind of change as JSON.
    package var json: JSONValue {
        let changes = changes.map(Self.json)
        let summary: JSONValue = [
            "source": .number(JSONNumber(count(.source))),
            "values": .number(JSONNumber(count(.values))),
            "compatible": .number(JSONNumber(count(.compatible))),
            "descriptions": .number(JSONNumber(descriptionCount)),
        ]
        return ["changes": .array(changes), "summary": summary]
    }

    private static func json(_ change: APIChange) -> JSONValue {
        var object = JSONObject()
        object["grade"] = .string(change.grade.rawValue)
        object["subject"] = .string(change.subject.rawValue)
        object["group"] = .string(change.group)
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
