import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

@Suite struct DocsAttributeTests {
    @Test(arguments: [
        ("{type: string, format: int-or-string}", "Dynamic"),
        ("{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}", "Dynamic"),
        ("{\(keep), properties: {b: {type: string}}}", "Attributes"),
        ("{\(keep), type: array, items: {type: object}, properties: {b: {}}}", "Dynamic"),
        ("{\(keep)}", "Dynamic"),
        ("{\(keep), type: array, items: {type: string}}", "Dynamic"),
        ("{oneOf: [{type: string}, {type: array}]}", "List of String"),
        ("{oneOf: [{type: string}, {type: boolean}]}", "Boolean"),
        ("{type: object, additionalProperties: {type: string}}", "Map of String"),
        ("{type: object, additionalProperties: \(mapOfStrings)}", "Map of Map of String"),
        (
            "{type: object, additionalProperties: {type: object, additionalProperties: \(list)}}",
            "Map of Map of List of String"
        ),
        ("{type: object, additionalProperties: {type: object, \(keep)}}", "Dynamic"),
        ("{type: object, additionalProperties: {type: object}}", "Dynamic"),
        ("{type: object, additionalProperties: \(object)}", "Attributes"),
        ("{type: object, additionalProperties: \(list)}", "Map of List of String"),
        ("{type: array, items: {type: object, \(keep), properties: {b: {}}}}", mapsWords),
        ("{type: array, items: \(mapOfStrings)}", mapsWords),
        ("{type: array, items: {type: object}}", mapsWords),
        ("{type: array, items: \(object)}", "Attributes List"),
        ("\(object)", "Attributes"),
        ("{type: object}", "Map of String"),
        ("{type: object, additionalProperties: true}", "Map of String"),
        ("{type: object, additionalProperties: {type: integer}}", "Map of String"),
        ("{type: object, additionalProperties: {x-kubernetes-int-or-string: true}}", mapWords),
        ("{type: object, additionalProperties: {type: array, items: {type: integer}}}", mapWords),
        ("{type: array, items: {type: integer}}", "List of String"),
        ("{type: array, items: \(list)}", "List of String"),
        ("{type: array, items: {}}", "List of String"),
        ("{type: array}", "List of String"),
        ("{type: integer, format: int64}", "Number"),
        ("{type: number}", "Number"),
        ("{type: string, format: date-time, enum: [a]}", "String"),
        ("{type: boolean}", "Boolean"),
        ("{}", "Dynamic"),
        ("{anyOf: [{type: string}]}", "Dynamic"),
    ])
    func `a schema has the type word of the provider`(_ schema: String, _ words: String) throws {
        let page = try ReferencePage.page(
            ofSchema: """
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      a: \(schema)
                """
        )
        let nested = words.hasPrefix("Attributes") ? [" " + Self.link("spec--a")] : []
        #expect(page.specLines == ["- `a` (\(words))" + nested.joined()])
    }

    private static let keep = "x-kubernetes-preserve-unknown-fields: true"
    private static let list = "{type: array, items: {type: string}}"
    private static let object = "{type: object, properties: {b: {type: string}}}"
    private static let mapOfStrings = "{type: object, additionalProperties: {type: string}}"
    private static let mapWords = "Map of String"
    private static let mapsWords = "List of Map of String"

    private static func link(_ path: String) -> String {
        "(see [below for nested schema](#nestedatt--\(path)))"
    }

    @Test(arguments: [
        ("[hostPath, host_path]", "- `host_path` (String) hostPath"),
        ("[host_path, hostPath]", "- `host_path` (String) hostPath"),
        ("[nat-outgoing, natOutgoing]", "- `nat_outgoing` (String) natOutgoing"),
        ("[b_c, b-c]", "- `b_c` (String) b-c"),
    ])
    func `of siblings with one name, one is shown`(_ keys: String, _ line: String) throws {
        let properties = keys.dropFirst().dropLast().split(separator: ", ").map { key in
            "          \(key): {type: string, description: \(key)}"
        }
        let page = try ReferencePage.page(
            ofSchema: """
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                \(properties.joined(separator: "\n"))
                """
        )
        #expect(page.specLines == [line])
    }

    @Test(arguments: [
        ("minProperties: 2", "Required:"),
        ("minProperties: 1", "Optional:"),
        ("minProperties: 2, maxProperties: 2", "Optional:"),
        ("minProperties: 3", "Optional:"),
        ("required: [c]", "Optional:"),
    ])
    func `every attribute is required if the smallest object has all`(
        _ keyword: String,
        _ title: String
    ) throws {
        let page = try ReferencePage.page(
            ofSchema: """
                properties:
                  spec: {type: object, \(keyword), properties: {a: {type: string}, b: {}}}
                """
        )
        #expect(
            page.section("### Nested Schema for `spec`") == """
                ### Nested Schema for `spec`

                \(title)

                - `a` (String)
                - `b` (Dynamic)



                """
        )
    }

    @Test func `properties that every resource has keep their names from others`() throws {
        let page = try ReferencePage.page(
            ofSchema: """
                properties:
                  apiVersion: {type: string}
                  kind: {type: string}
                  metadata: {type: object}
                  status: {type: object, properties: {a: {type: string}}}
                  Kind: {type: string}
                  id: {type: string}
                """
        )
        let lines = page.section("### Optional", before: "<a id=\"nestedatt--metadata\"></a>")
        #expect(
            lines.split(separator: "\n").map { $0.prefix(16) } == [
                "### Optional", "- `id_2` (String", "- `kind_2` (Stri", "### Read-Only",
                "- `api_version` ", "- `id` (Number) ", "- `kind` (String", "- `yaml` (String",
            ]
        )
    }
}
