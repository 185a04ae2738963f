import CRDCatalog
import CRDGeneratorCore
package import CRDRuntime
import CRDSchema
import CRDValues

extension Explanation {
    /// The explanation as JSON, with the fields one level below.
    package var json: JSONValue {
        var object = JSONObject()
        object["group"] = .string(entry.group)
        object["version"] = .string(entry.version.name)
        object["kind"] = .string(entry.kind)
        object["path"] = .string(path)
        object["manifestPath"] = .string(manifestPath)
        object["type"] = .string(steps.last?.typeText ?? typeName)
        object["required"] = .boolean(steps.last?.isRequired ?? true)
        Self.add(schema, description: description, limits: limits, to: &object)
        object["fields"] = .array(attributes.map(Self.json))
        return .object(object)
    }

    /// The Swift type of the kind; for a built-in kind, the kind itself.
    private var typeName: String {
        entry.version.schema.isGoType ? entry.kind : entry.swiftName
    }

    private static func json(_ attribute: ExplainedAttribute) -> JSONValue {
        var object = JSONObject()
        object["name"] = .string(attribute.name)
        object["key"] = .string(attribute.key)
        object["type"] = .string(attribute.typeText)
        object["required"] = .boolean(attribute.isRequired)
        let schema = attribute.value.schema
        let description = schema.keywords.description
        add(schema, description: description, limits: attribute.limits, to: &object)
        return .object(object)
    }

    /// Adds the keywords of a schema; `limits` has the constraints as text.
    private static func add(
        _ schema: Schema,
        description: String?,
        limits: [String],
        to object: inout JSONObject
    ) {
        if let description { object["description"] = .string(description) }
        if let value = schema.keywords.rare.defaultValue { object["default"] = value }
        if let values = schema.keywords.enumeration { object["enum"] = .array(values) }
        if !limits.isEmpty { object["limits"] = .array(limits.map { .string($0) }) }
    }
}
