package import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
package import CRDValues

extension ResourceCatalog.Entry {
    /// The JSON Schema of the manifests of this version.
    package var jsonSchema: JSONValue {
        let definition = version.definition
        var root = JSONSchema().object(version.schema)
        var properties = JSONObject()
        properties["apiVersion"] = [
            "const": .string(definition.apiVersion),
            "description": "The API group and version of the resource.",
        ]
        properties["kind"] = [
            "const": .string(kind), "description": "The kind of the resource.",
        ]
        properties["metadata"] = metadata
        if case .object(let own) = root["properties"] ?? [:] {
            for (key, value) in zip(own.keys, own.values) where properties[key] == nil {
                properties[key] = value
            }
        }
        root["properties"] = .object(properties)
        let names = ["apiVersion", "kind", "metadata"]
        var required = names.map(JSONValue.string)
        if case .array(let own) = root["required"] ?? [] {
            required += own.filter { !required.contains($0) }
        }
        root["required"] = .array(required)
        if root["type"] == nil { root["type"] = "object" }
        var schema = JSONObject()
        schema["$schema"] = JSONSchema.dialect
        schema["title"] = .string("\(kind) (\(definition.apiVersion))")
        for (key, value) in zip(root.keys, root.values) where key != "title" { schema[key] = value }
        return .object(schema)
    }

    /// The schema of `metadata`, with the limits that the CRD has for it.
    private var metadata: JSONValue {
        var metadata = JSONSchema.metadata
        metadata["type"] = "object"
        let own = version.schema.objectProperties.first { $0.name == "metadata" }?.schema
        guard let own, !own.keywords.properties.isEmpty else { return .object(metadata) }
        metadata["allOf"] = [.object(JSONSchema(isStructural: false).object(own))]
        return .object(metadata)
    }

    /// The path of the JSON Schema in a folder: `example.com/widget_v1.json`.
    package var jsonSchemaPath: String {
        "\(group)/\(kind.lowercased())_\(version.name).json"
    }
}

extension ResourceCatalog {
    /// The JSON Schema that chooses the schema of a manifest, in a file beside the folders of the
    /// groups, by API version and kind.
    package var jsonSchemaIndex: JSONValue {
        let choices = entries.map { entry -> JSONValue in
            [
                "if": [
                    "properties": [
                        "apiVersion": ["const": .string(entry.version.definition.apiVersion)],
                        "kind": ["const": .string(entry.kind)],
                    ],
                    "required": ["apiVersion", "kind"],
                ],
                "then": ["$ref": .string(entry.jsonSchemaPath)],
            ]
        }
        return [
            "$schema": JSONSchema.dialect,
            "title": "Kubernetes resources",
            "type": "object",
            "required": ["apiVersion", "kind"],
            "allOf": .array(choices),
        ]
    }
}
