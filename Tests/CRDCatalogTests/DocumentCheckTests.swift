import CRDCatalog
import CRDInspection
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// The errors about parts of OpenAPI documents by which values are not validated.
@Suite struct DocumentCheckTests {
    /// A document with two kinds: `A` of a Go type, and `B` of a CRD.
    private static let document = """
        {
          "swagger": "2.0",
          "definitions": {
            "api.v1.A": {
              "type": "object",
              "properties": {
                "size": {"type": "integer"},
                "list": {"type": "array", "items": {"$ref": "#/definitions/api.v1.Item"}},
                "map": {"type": "object", "additionalProperties": {"$ref": "#/definitions/api.v1.Item"}},
                "one": {"allOf": [{"$ref": "#/definitions/api.v1.Item"}], "default": {}}
              },
              "x-kubernetes-group-version-kind": [{"group": "e.com", "version": "v1", "kind": "A"}]
            },
            "api.v1.Item": {
              "type": "object", "required": ["name"], "properties": {"name": {"enum": ["a"], "type": "string"}}
            },
            "com.e.v1.B": {
              "type": "object",
              "properties": {"metadata": {"$ref": "#/definitions/meta"}, "size": {"allOf": [{}], "type": "string"}},
              "x-kubernetes-group-version-kind": [{"group": "e.com", "version": "v1", "kind": "B"}]
            }
          }
        }
        """

    private static func errors(_ kind: String, _ text: MarkedText) throws -> [String] {
        let manifest = MarkedText("apiVersion: e.com/v1\nkind: \(kind)\nmetadata: {name: a}\n")
        let check = try OpenAPIText.check(manifest, by: text.text)
        #expect(check.diagnostics(requiresKinds: false) == [])
        return text.show(check.definitionDiagnostics(checksAll: false))
    }

    @Test(arguments: ["A", "B"])
    func `a complete document has no errors`(kind: String) throws {
        #expect(try Self.errors(kind, MarkedText(Self.document)) == [])
    }

    @Test(arguments: [
        (
            "api.v1.Item\": {", "api.v1.Items\": {",
            [8, 9, 10].map { "\($0): error: reference to a missing definition 'api.v1.Item'" }
        ),
        (
            "\"integer\"", "\"interger\"",
            [
                "7: error: 'type' is the string \"interger\", expected a type such as 'string', did you mean 'integer'?"
            ]
        ),
        (
            "\"integer\"", "[\"integer\", \"null\"]",
            ["7: error: 'type' is a sequence, expected a type such as 'string'"]
        ),
        (
            "\"#/definitions/api.v1.Item\"}}", "\"item.json\"}}",
            ["8: error: found the reference 'item.json', expected a definition of this document"]
        ),
        (
            "[{\"$ref\": \"#/definitions/api.v1.Item\"}]", "[{}, {}]",
            ["10: error: 'allOf' that is not a list of one '$ref'"]
        ),
        ("[\"name\"]", "\"name\"", ["15: error: found the string \"name\", expected a list"]),
        ("[\"a\"]", "{}", ["15: error: found a mapping, expected a list"]),
        (
            "{\"type\": \"integer\"}", "true",
            ["7: error: found the Boolean true, expected a mapping"]
        ),
    ])
    func `a part that validates nothing is an error`(
        old: String,
        new: String,
        expected: [String]
    ) throws {
        let text = Self.document.replacing(old, with: new, maxReplacements: 1)
        let manifest = ManifestText.input("a.yaml", "apiVersion: e.com/v1\nkind: A\n")
        for prefix in ["", "# YAML\n"] {
            var kinds = KnownKinds()
            try kinds.openAPI.add(ManifestText.input("d.json", prefix + text))
            var check = ManifestCheck(kinds)
            check.check([manifest])
            let lines = prefix.isEmpty ? 0 : 1
            let found = check.definitionDiagnostics(checksAll: false).map { error in
                let line = (error.location?.line ?? 0) - lines
                return "\(line): \(error.severity.rawValue): \(error.message)"
            }
            #expect(found == expected.map { "\($0); these values are not validated" })
        }
    }

    @Test func `the column is that of the value`() throws {
        let text = MarkedText(
            Self.document.replacing(
                #"{"type": "integer"}"#,
                with: ##"{"$ref": 1️⃣"#/definitions/none"}"##
            )
        )
        #expect(
            try Self.errors("A", text) == [
                "1️⃣ error: reference to a missing definition 'none'; these values are not validated"
            ]
        )
    }

    @Test(arguments: [
        (##"{"$ref": 1️⃣"#/definitions/S"}"##, "{}", ""),
        (##"{"allOf": [{"$ref": 1️⃣"#/definitions/S"}], "description": "x"}"##, "{}", ""),
        (
            ##"{"$ref": 1️⃣"#/definitions/T"}"##, ##"{"$ref": "#/definitions/S"}"##,
            " through 'T'"
        ),
        (
            ##"{"$ref": 1️⃣"#/definitions/T"}"##,
            ##"{"$ref": "#/definitions/U"}, "U": {"allOf": [{"$ref": "#/definitions/S"}]}"##,
            " through 'T'"
        ),
    ])
    func `a definition that refers to itself is an error`(
        first: String,
        second: String,
        way: String
    ) throws {
        let text = MarkedText(
            ##"""
            {"definitions": {
              "api.v1.A": {
                "type": "object",
                "properties": {"size": {"$ref": "#/definitions/S"}},
                "x-kubernetes-group-version-kind": [{"group": "e.com", "version": "v1", "kind": "A"}]
              },
              "S": \##(first),
              "T": \##(second)
            }}
            """##
        )
        #expect(
            try Self.errors("A", text) == [
                "1️⃣ error: the definition 'S' refers to itself\(way); these values are not validated"
            ]
        )
    }

    @Test func `a definition that contains itself is no error`() throws {
        let text = Self.document.replacing(
            #""name": {"#,
            with: ##""next": {"$ref": "#/definitions/api.v1.Item"}, "name": {"##
        )
        #expect(try Self.errors("A", MarkedText(text)) == [])
    }

    @Test(arguments: [
        #""properties": []"#, #""properties": null"#, #""properties": "a""#,
        #""properties": {"x": []}"#, #""additionalProperties": []"#,
        #""additionalProperties": "no""#, #""additionalProperties": {"enum": {"a": 1}}"#,
        #""additionalProperties": {"type": "strng"}"#,
        #""additionalProperties": {"allOf": [{}, {}]}"#,
    ])
    func `values that are reported as not validated are accepted`(part: String) throws {
        let document = """
            {"definitions": {"api.v1.A": {
              "type": "object",
              "properties": {"spec": {"type": "object", \(part)}},
              "x-kubernetes-group-version-kind": [{"group": "e.com", "version": "v1", "kind": "A"}]
            }}}
            """
        for value in ["{x: 1}", "{x: {z: [a]}}", "{x: b}"] {
            let manifest = MarkedText(
                "apiVersion: e.com/v1\nkind: A\nmetadata: {name: a}\nspec: \(value)\n"
            )
            let check = try OpenAPIText.check(manifest, by: document)
            #expect(check.diagnostics(requiresKinds: false) == [])
            let errors = check.definitionDiagnostics(checksAll: false).map(\.message)
            #expect(errors.count == 1)
            #expect(errors.allSatisfy { $0.hasSuffix("; these values are not validated") })
        }
    }

    @Test func `a reference in the schema of a CRD is an error`() throws {
        let text = MarkedText(
            Self.document.replacing(
                #"{"allOf": [{}], "type": "string"}"#,
                with: ##"{"$ref": 1️⃣"#/definitions/api.v1.Item"}"##
            )
        )
        #expect(
            try Self.errors("B", text) == [
                "1️⃣ error: found the reference '#/definitions/api.v1.Item', expected none in the "
                    + "schema of a CRD; these values are not validated"
            ]
        )
    }

    @Test func `a definition that is not valid JSON is an error`() throws {
        let text = MarkedText(Self.document.replacing("[\"name\"]", with: "[1️⃣name]"))
        let errors = try Self.errors("A", text)
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("1️⃣ error: ") == true)
    }

    @Test func `a kind without metadata has that of all objects`() throws {
        let text = MarkedText("apiVersion: e.com/v1\nkind: A\nmetadata: {name: b}\n")
        let check = try OpenAPIText.check(text, by: Self.document)
        #expect(check.diagnostics(requiresKinds: false) == [])
        let wrong = MarkedText("apiVersion: e.com/v1\nkind: A\nmetadata: 1️⃣{}\n")
        let invalid = try OpenAPIText.check(wrong, by: Self.document)
        #expect(
            wrong.show(invalid.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: metadata.name: Required value: name or generateName is required"
            ]
        )
    }
}
