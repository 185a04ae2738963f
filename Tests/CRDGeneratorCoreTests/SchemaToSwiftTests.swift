import CRDLibYAML
import CRDPages
import CRDRuntime
import CRDSchema
import CRDValidation
import CRDValues
import CRDYAML
import Foundation
import Testing

@testable import CRDGeneratorCore

/// The table of keywords in the documentation, row by row against what the code does.
struct SchemaToSwiftTests {
    /// A schema with one keyword, such as a row of the table is about.
    private static let examples: [String: String] = [
        "$ref": "'#/x'", "$schema": "x", "additionalItems": "true",
        "additionalProperties": "{type: string}", "allOf": "[{minimum: 1}]",
        "anyOf": "[{minimum: 1}]", "default": "1", "definitions": "{}", "dependencies": "{}",
        "description": "text", "enum": "[a, b]", "example": "1", "exclusiveMaximum": "true",
        "exclusiveMinimum": "true", "externalDocs": "{}", "format": "date-time", "id": "x",
        "items": "{type: string}", "maxItems": "1", "maxLength": "1", "maxProperties": "1",
        "maximum": "1", "minItems": "1", "minLength": "1", "minProperties": "1", "minimum": "1",
        "multipleOf": "2", "not": "{minimum: 1}", "nullable": "true", "oneOf": "[{minimum: 1}]",
        "pattern": "a", "patternProperties": "{}", "properties": "{a: {type: string}}",
        "required": "[value]", "title": "text", "type": "boolean", "uniqueItems": "true",
        "x-kubernetes-embedded-resource": "true", "x-kubernetes-int-or-string": "true",
        "x-kubernetes-list-map-keys": "[a]", "x-kubernetes-list-type": "set",
        "x-kubernetes-map-type": "atomic", "x-kubernetes-preserve-unknown-fields": "true",
        "x-kubernetes-validations": "[{rule: 'true'}]",
    ]

    /// What the keyword's value is added to, so that it has something to say.
    private static let bases: [String: String] = [
        "additionalProperties": "type: object", "enum": "type: string",
        "exclusiveMaximum": "maximum: 1", "exclusiveMinimum": "minimum: 1",
        "format": "type: string", "items": "type: array", "properties": "type: object",
        "nullable": "type: string", "x-kubernetes-embedded-resource": "type: object",
        "x-kubernetes-list-map-keys": "type: array, x-kubernetes-list-type: map",
        "x-kubernetes-preserve-unknown-fields": "type: object",
    ]

    /// A value that is judged in another way without the keyword, if the keyword is checked.
    private static let values: [String: JSONValue] = [
        "additionalProperties": ["a": 1], "allOf": 0, "anyOf": 0, "enum": "c",
        "exclusiveMaximum": 1, "exclusiveMinimum": 1, "format": "x", "items": [1],
        "maxItems": [1, 2], "maxLength": "ab", "maxProperties": ["a": 1, "b": 1], "maximum": 2,
        "minItems": [], "minLength": "", "minProperties": [:], "minimum": 0, "multipleOf": 3,
        "not": 1, "nullable": .null, "oneOf": 0, "pattern": "b", "properties": ["a": 1],
        "type": "x", "uniqueItems": [1, 1], "x-kubernetes-embedded-resource": ["a": 1],
        "x-kubernetes-int-or-string": true,
        "x-kubernetes-list-map-keys": [["a": 1, "b": 1], ["a": 2, "b": 2]],
        "x-kubernetes-list-type": [1, 1], "x-kubernetes-map-type": ["a": 1],
        "x-kubernetes-preserve-unknown-fields": ["a": 1], "x-kubernetes-validations": 1,
    ]

    private static func rows() throws -> [String: Set<String>] {
        let path = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/CRDRuntime/CRDRuntime.docc/SchemaToSwift.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        var rows: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") {
            guard let match = line.wholeMatch(of: /\| `([^` ]+)` \| ([a-z, ]+) \|/) else {
                continue
            }
            rows[String(match.1)] = Set(match.2.split(separator: ", ").map(String.init))
        }
        return rows
    }

    @Test func `the table has a row for every keyword and no other`() throws {
        let keywords = Set(SchemaDecoder.Keyword.allCases.map(\.rawValue))
        #expect(try Set(Self.rows().keys) == keywords)
        #expect(Set(Self.examples.keys) == keywords)
    }

    @Test(arguments: SchemaDecoder.Keyword.allCases)
    func `what the table says of a keyword is so`(keyword: SchemaDecoder.Keyword) throws {
        let name = keyword.rawValue
        let row = try #require(try Self.rows()[name])
        let example = try #require(Self.examples[name])
        let base = Self.bases[name].map { "\($0), " } ?? ""
        let with = try Outcome(schema: "{\(base)\(name): \(example)}", keyword: name)
        let without = try Outcome(schema: "{\(base)}", keyword: name)
        #expect(row.contains("diagnosed") == with.isDiagnosed)
        #expect(row.contains("typed") == (with.type != without.type))
        #expect(row.contains("kept") == (with.isKept && !with.isDiagnosed))
        let value = Self.values[name]
        #expect(row.contains("checked") == (with.faults(of: value) != without.faults(of: value)))
        #expect(
            row.isSubset(of: ["typed", "kept", "checked", "documented", "diagnosed", "ignored"])
        )
    }

    /// What becomes of a schema of `spec.value`.
    private struct Outcome {
        let isDiagnosed: Bool
        /// The attributes of all structs, and the enumerations.
        let type: String
        /// Whether the schema of the type has the keyword in a form that its decoder reads.
        let isKept: Bool
        private let validator: ResourceValidator

        /// What is wrong with a resource that has the value, or nothing, as `spec.value`.
        func faults(of value: JSONValue?) -> [String] {
            var spec = JSONObject()
            spec["value"] = value
            let resource: JSONValue = [
                "apiVersion": "example.com/v1", "kind": "Widget", "metadata": ["name": "w"],
                "spec": .object(spec),
            ]
            return validator.violations(of: resource).map(\.description)
        }

        init(schema: String, keyword: String) throws {
            // `required` stands at the level of the attribute's parent.
            let isRequired = keyword == "required" && schema.contains("required")
            let parent = isRequired ? "required: [value], " : ""
            let value = isRequired ? "{}" : schema
            let crd = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: widgets.example.com}
                spec:
                  group: example.com
                  names: {kind: Widget, plural: widgets}
                  scope: Namespaced
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, \
                \(parent)properties: {value: \(value)}}}}}
                """
            var diagnostics: [Diagnostic] = []
            let input = Generator.Input(path: "widget.yaml", bytes: Array(crd.utf8))
            let output = Generator().generate(input, &diagnostics)
            isDiagnosed = !diagnostics.isEmpty
            let resource = try #require(output.swift.resources.first)
            let attributes = resource.structs.flatMap(\.attributes).map { attribute in
                "\(attribute.typeText(.qualified)), \(attribute.isRequired), \(attribute.isNullable)"
            }
            type = "\(attributes) \(resource.structs.map(\.keepsUnknownFields)) \(resource.enums)"
            validator = ResourceValidator(
                definition: try #require(output.resources.first).version.definition,
                schema: Schema(json: resource.schemaJSON)
            )
            isKept =
                resource.schemaJSON.contains("\"\(keyword)\":")
                && !["$schema", "id", "externalDocs"].contains(keyword)
        }
    }
}
