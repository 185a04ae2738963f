import CRDInspection
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// The validation of custom resources by the schemas that the API server publishes of their CRDs.
struct PublishedSchemaTests {
    /// A document with the schema of a Coupon below its type, in the form of a version of OpenAPI.
    private static func document(_ schema: String, isVersion3: Bool) -> String {
        let definitions = """
            {"com.example.shop.v1.Coupon": {
              "type": "object",\(schema)
              "x-kubernetes-group-version-kind": [
                {"group": "shop.example.com", "kind": "Coupon", "version": "v1"}
              ]
            }}
            """
        return isVersion3
            ? #"{"openapi": "3.0.0", "components": {"schemas": \#(definitions)}}"#
            : #"{"swagger": "2.0", "definitions": \#(definitions)}"#
    }

    private static let properties = #"""
        "properties": {
          "apiVersion": {"type": "string"},
          "kind": {"type": "string"},
          "metadata": {"type": "object"},
          "spec": {
            "type": "object",
            "properties": {
              "limit": {"x-kubernetes-int-or-string": true},
              "note": {"description": "Can be null.", "required": ["text"]},
              "notes": {"type": "array", "items": {"required": ["text"]}},
              "more": {"type": "object", "additionalProperties": {"required": ["text"]}},
              "percent": {"type": "integer", "maximum": 50}
            }
          }
        },
        """#

    private static func messages(
        _ spec: String,
        _ schema: String,
        isVersion3: Bool
    ) throws -> [String] {
        let text = "apiVersion: shop.example.com/v1\nkind: Coupon\nmetadata: {name: a}\n\(spec)\n"
        let check = try OpenAPIText.check(
            MarkedText(text),
            by: document(schema, isVersion3: isVersion3)
        )
        return check.diagnostics(requiresKinds: true).map(\.message)
    }

    @Test(
        arguments: [
            ("spec: {note: {any: thing}, notes: [{a: 1}], more: {a: {b: 1}}}", []),
            ("spec: {note: null, notes: [null, 1], limit: half}", []),
            (
                "spec: {percent: 60}",
                [
                    "spec.percent: Invalid value: 60: spec.percent in body should be less than or "
                        + "equal to 50"
                ]
            ),
            ("spec: {pecrent: 6}", [#"unknown field "spec.pecrent", did you mean 'percent'?"#]),
        ]
    )
    func `a value without a type in version 2 can be anything`(
        spec: String,
        expected: [String]
    ) throws {
        #expect(try Self.messages(spec, Self.properties, isVersion3: false) == expected)
    }

    @Test(arguments: [true, false])
    func `a schema that cannot be published allows everything`(isVersion3: Bool) throws {
        let messages = try Self.messages("spec: {a: 1}\nb: [c]", "", isVersion3: isVersion3)
        #expect(messages == [])
    }
}
