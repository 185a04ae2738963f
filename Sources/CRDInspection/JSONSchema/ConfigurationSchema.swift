import CRDComparison
import CRDParsing
import CRDRuntime
package import CRDValues
import CRDYAML

/// The JSON Schema of `crdgen.yaml`.
package enum ConfigurationSchema {
    /// The JSON Schema.
    package static var jsonSchema: JSONValue {
        guard let root = try? JSONReader.read(Array(text.utf8), file: "crdgen.schema.json"),
            let schema = try? JSONValue(root)
        else { preconditionFailure("the schema of the configuration is not JSON") }
        return schema
    }

    /// The names of the rules of changes, as a JSON array.
    private static var rules: String {
        JSONValue.array(ChangeRule.allCases.map { .string($0.rawValue) }).jsonText
    }

    private static let text = #"""
        {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "crdgen.yaml",
        "description": "The configuration of the CRDs in a folder.",
        "type": ["object", "null"],
        "additionalProperties": false,
        "properties": {
        "groups": {"$ref": "#/$defs/typeNames",
        "description": "API groups, each with the name of the Swift type for its versions."},
        "include": {"$ref": "#/$defs/selection",
        "description": "Types are generated only for versions that match an entry."},
        "exclude": {"$ref": "#/$defs/selection",
        "description": "No types are generated for versions that match an entry."},
        "access": {"enum": ["public", "package", "internal"], "default": "public",
        "description": "The access level of generated types."},
        "naming": {"enum": ["snake_case", "camelCase"], "default": "snake_case",
        "description": "The style of the names of properties and of the cases of enumerations."},
        "status": {"type": "boolean", "default": true,
        "description": "Whether resources have the property 'status'."},
        "imports": {"$ref": "#/$defs/names",
        "description": "Modules that generated files import, besides CRDRuntime."},
        "conformances": {"type": ["object", "null"], "additionalProperties": false,
        "description": "Protocols that generated types conform to.",
        "properties": {
        "all": {"$ref": "#/$defs/names", "description": "Protocols for every struct and enumeration."},
        "resources": {"$ref": "#/$defs/names", "description": "Protocols for every resource."},
        "namespacedResources": {"$ref": "#/$defs/names",
        "description": "Protocols for namespaced resources."},
        "clusterResources": {"$ref": "#/$defs/names",
        "description": "Protocols for cluster-scoped resources."},
        "statusResources": {"$ref": "#/$defs/names",
        "description": "Protocols for resources with the subresource 'status'."},
        "scaleResources": {"$ref": "#/$defs/names",
        "description": "Protocols for resources with the subresource 'scale'."}}},
        "types": {"type": ["object", "null"], "additionalProperties": {"type": "string"},
        "description": "Paths of fields, each with a Swift type of your own."},
        "shapes": {"type": ["array", "null"],
        "description": "Swift types of your own, each for all fields with a schema.",
        "items": {"type": "object", "required": ["schema", "type"], "additionalProperties": false,
        "properties": {
        "schema": {"description": "The schema, or a known schema.",
        "anyOf": [{"enum": ["Condition", "LabelSelector", "Quantity", "GoDuration"]},
        {"type": "object"}]},
        "type": {"type": "string", "description": "The Swift type."}}}},
        "renames": {"type": ["object", "null"], "additionalProperties": false,
        "description": "Names that replace the default names.",
        "properties": {
        "attributes": {"type": ["object", "null"], "additionalProperties": {"type": "string"},
        "description": "Paths of fields, each with the name of the Swift property."},
        "types": {"$ref": "#/$defs/typeNames",
        "description": "Paths of fields, or kinds, each with the name of the Swift type."},
        "versions": {"$ref": "#/$defs/typeNames",
        "description": "Versions, each with the name of the Swift type."}}},
        "mergeTypes": {"type": "boolean", "default": true,
        "description": "Whether equal schemas in a resource share one type."},
        "shareTypes": {"type": "boolean", "default": true,
        "description": "Whether equal types of several resources are declared once."},
        "wellKnownTypes": {"type": "boolean", "default": true,
        "description": "Whether matching schemas use the types Condition and LabelSelector."},
        "docs": {"enum": ["full", "plain"], "default": "full",
        "description": "The detail of reference pages."},
        "changeLevels": {"type": ["object", "null"], "propertyNames": {"enum": \#(rules)},
        "additionalProperties": {"enum": ["error", "warn", "ignore"]},
        "description": "Rules of 'crdgen diff', each with its level."},
        "allowUnused": {"type": ["array", "null"],
        "description": "The keys whose entries can be unused without a warning.",
        "items": {"enum": ["groups", "include", "exclude", "types", "shapes", "renames"]}}
        },
        "$defs": {
        "names": {"type": ["array", "null"], "items": {"type": "string"}},
        "typeNames": {"type": ["object", "null"],
        "additionalProperties": {"type": "string", "pattern": "^[\\p{L}_][\\p{L}\\p{N}_]*$"}},
        "patterns": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        "selection": {"type": ["array", "null"],
        "items": {"type": "object", "minProperties": 1, "additionalProperties": false,
        "properties": {
        "group": {"$ref": "#/$defs/patterns", "description": "The groups; '*' is any text."},
        "version": {"$ref": "#/$defs/patterns", "description": "The versions; '*' is any text."},
        "kind": {"$ref": "#/$defs/patterns", "description": "The kinds; '*' is any text."}}}}
        }
        }
        """#
}
