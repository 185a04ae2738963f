import TestSupport
import Testing

/// A row for each rule that a schema must keep, so that a checkout without the server's answers
/// tests them too.
///
/// Paths begin at the schema of the field `f`.
@Suite struct SchemaValidityTests {
    @Test(
        arguments: [
            (
                "{type: string, uniqueItems: true}",
                [
                    "f.uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime "
                        + "complexity becomes quadratic"
                ]
            ),
            (
                "{type: any}",
                [
                    #"f.type: Unsupported value: "any": supported values: "array", "boolean", "#
                        + #""integer", "number", "object", "string""#
                ]
            ),
            (
                "{type: \"null\"}",
                [
                    "f.type: Forbidden: type cannot be set to null, use nullable as an alternative",
                    #"f.type: Unsupported value: "null": supported values: "array", "boolean", "#
                        + #""integer", "number", "object", "string""#,
                ]
            ),
            ("{type: string, id: a}", ["f.id: Forbidden: id is not supported"]),
            ("{type: string, $ref: a}", ["f.$ref: Forbidden: $ref is not supported"]),
            (
                "{type: string, definitions: {a: {type: 'no'}}}",
                [
                    "f.definitions: Forbidden: definitions is not supported",
                    #"f.definitions[a].type: Unsupported value: "no": supported values: "array", "#
                        + #""boolean", "integer", "number", "object", "string""#,
                ]
            ),
            (
                "{type: string, dependencies: {}}",
                [
                    "f.dependencies: Forbidden: dependencies is not supported"
                ]
            ),
            (
                "{type: string, additionalItems: true}",
                [
                    "f.additionalItems: Forbidden: additionalItems is not supported"
                ]
            ),
            (
                "{type: string, patternProperties: {a: {type: string}}}",
                [
                    "f.patternProperties: Forbidden: patternProperties is not supported"
                ]
            ),
            (
                "{type: array, items: [{type: string}]}",
                [
                    "f.items: Forbidden: items must be a schema object and not an array"
                ]
            ),
            (
                "{type: string, $schema: a}",
                [
                    #"spec.validation.openAPIV3Schema: Invalid value: "": OpenAPIV3Schema 'schema' is "#
                        + "not supported"
                ]
            ),
            (
                "{type: object, x-kubernetes-preserve-unknown-fields: false}",
                [
                    "f.x-kubernetes-preserve-unknown-fields: Invalid value: false: must be true or "
                        + "undefined"
                ]
            ),
            (
                "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
                [
                    "f.additionalProperties: Forbidden: additionalProperties and properties are mutual "
                        + "exclusive"
                ]
            ),
            ("{type: object, properties: {a: {type: string}}, additionalProperties: true}", []),
            ("{type: object, additionalProperties: false}", []),
            ("{type: string, enum: [], minLength: 2, maxLength: 1, required: [z]}", []),
        ] as [(String, [String])]
    )
    func `a keyword that may not be is told`(schema: String, faults: [String]) throws {
        #expect(try ValidityText.faults(ofSchema: schema) == faults)
    }

    @Test(
        arguments: [
            ("{}", ["f.type: Required value: must not be empty for specified object fields"]),
            ("{type: array}", ["f.items: Required value: must be specified"]),
            (
                "{type: array, items: {}}",
                [
                    "f.items.type: Required value: must not be empty for specified array items"
                ]
            ),
            ("{x-kubernetes-int-or-string: true}", []),
            ("{x-kubernetes-preserve-unknown-fields: true}", []),
            ("{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}", []),
            (
                """
                {x-kubernetes-int-or-string: true, allOf: [{anyOf: [{type: integer}, {type: string}]}]}
                """, []
            ),
            (
                "{x-kubernetes-int-or-string: true, anyOf: [{type: string}, {type: integer}]}",
                [
                    "f.anyOf[0].type: Forbidden: must be empty to be structural",
                    "f.anyOf[1].type: Forbidden: must be empty to be structural",
                ]
            ),
            (
                """
                {x-kubernetes-int-or-string: true, x-kubernetes-embedded-resource: true,
                x-kubernetes-preserve-unknown-fields: true, type: object}
                """,
                [
                    "f.x-kubernetes-embedded-resource: Invalid value: true: must be false if "
                        + "x-kubernetes-int-or-string is true",
                    "f.x-kubernetes-preserve-unknown-fields: Invalid value: true: must be false if "
                        + "x-kubernetes-int-or-string is true",
                ]
            ),
            (
                """
                {type: object, not: {title: a, description: b, nullable: true, default: 1,
                additionalProperties: true, x-kubernetes-list-type: set, x-kubernetes-map-type: a,
                x-kubernetes-list-map-keys: [a], x-kubernetes-validations: [{rule: 'true'}],
                x-kubernetes-int-or-string: true, x-kubernetes-preserve-unknown-fields: true,
                x-kubernetes-embedded-resource: true, properties: {metadata: {}}}}
                """,
                Self.everythingBelowNot
            ),
            (
                "{type: string, pattern: (}",
                [
                    #"f.pattern: Invalid value: "(": must be a valid regular expression, but isn't: "#
                        + "error parsing regexp: missing closing ): `(`"
                ]
            ),
            (
                "{type: string, allOf: [{pattern: '[b-a]'}]}",
                [
                    #"f.allOf[0].pattern: Invalid value: "[b-a]": must be a valid regular expression, "#
                        + "but isn't: error parsing regexp: invalid character class range: `b-a`"
                ]
            ),
        ] as [(String, [String])]
    )
    func `a schema must be structural`(schema: String, faults: [String]) throws {
        #expect(try ValidityText.faults(ofSchema: schema) == faults)
    }

    private static let everythingBelowNot = [
        "f.not.additionalProperties: Forbidden: must be undefined to be structural",
        "f.not.default: Forbidden: must be undefined to be structural",
        "f.not.description: Forbidden: must be empty to be structural",
        "f.not.nullable: Forbidden: must be false to be structural",
        "f.not.properties[metadata]: Forbidden: must not be specified in a nested context",
        "f.not.title: Forbidden: must be empty to be structural",
        "f.not.type: Required value: must be array if x-kubernetes-list-type is specified",
        "f.not.type: Required value: must be object if x-kubernetes-map-type is specified",
        "f.not.x-kubernetes-embedded-resource: Forbidden: must be false to be structural",
        "f.not.x-kubernetes-int-or-string: Forbidden: must be false to be structural",
        "f.not.x-kubernetes-list-map-keys: Forbidden: must be empty to be structural",
        "f.not.x-kubernetes-list-type: Forbidden: must be undefined to be structural",
        #"f.not.x-kubernetes-list-type: Invalid value: "set": must be map if "#
            + "x-kubernetes-list-map-keys is non-empty",
        "f.not.x-kubernetes-map-type: Forbidden: must be undefined to be structural",
        #"f.not.x-kubernetes-map-type: Unsupported value: "a": supported values: "atomic", "#
            + #""granular""#,
        "f.not.x-kubernetes-preserve-unknown-fields: Forbidden: must be false to be structural",
        "f.not.x-kubernetes-validations: Forbidden: must be empty to be structural",
    ]

    @Test(
        arguments: [
            (
                "{type: string, x-kubernetes-embedded-resource: true}",
                [
                    "f.properties: Required value: must not be empty if x-kubernetes-embedded-resource "
                        + "is true without x-kubernetes-preserve-unknown-fields",
                    #"f.type: Invalid value: "string": must be object if "#
                        + "x-kubernetes-embedded-resource is true",
                ]
            ),
            (
                """
                {type: object, x-kubernetes-embedded-resource: true, additionalProperties: false,
                x-kubernetes-preserve-unknown-fields: true}
                """,
                [
                    "f.additionalProperties: Forbidden: must not be used if "
                        + "x-kubernetes-embedded-resource is set"
                ]
            ),
            (
                """
                {type: object, x-kubernetes-embedded-resource: true, properties: {
                kind: {type: integer}, apiVersion: {type: object}, metadata: {type: string}}}
                """,
                [
                    #"f.properties[apiVersion].type: Invalid value: "object": must be string"#,
                    #"f.properties[kind].type: Invalid value: "integer": must be string"#,
                    #"f.properties[metadata].type: Invalid value: "string": must be object"#,
                ]
            ),
            (
                """
                {type: object, x-kubernetes-embedded-resource: true, properties: {metadata: {
                type: object, properties: {a: {type: object, x-kubernetes-embedded-resource: true,
                x-kubernetes-preserve-unknown-fields: true}}}}}
                """,
                [
                    "f.properties[metadata].properties[a].x-kubernetes-embedded-resource: "
                        + "Forbidden: must not be used inside of resource meta"
                ]
            ),
        ] as [(String, [String])]
    )
    func `an embedded resource has the form of one`(schema: String, faults: [String]) throws {
        #expect(try ValidityText.faults(ofSchema: schema) == faults)
    }

    @Test(
        arguments: [
            ("{}", ["root.type: Required value: must not be empty at the root"]),
            (
                "{type: string}",
                [#"root.type: Invalid value: "string": must be object at the root"#]
            ),
            (
                "{type: object, nullable: true}",
                [
                    "root.nullable: Forbidden: nullable cannot be true at the root"
                ]
            ),
            (
                "{type: object, additionalProperties: {type: string}}",
                [
                    "root.additionalProperties: Forbidden: must not be used at the root"
                ]
            ),
            (
                "{type: object, properties: {metadata: {type: object, description: a}}}",
                [
                    "root.properties[metadata]: Forbidden: must not specify anything other than name "
                        + "and generateName, but metadata is implicitly specified"
                ]
            ),
            (
                """
                {type: object, properties: {metadata: {type: object, properties: {
                name: {type: string, maxLength: 3}, generateName: {type: string}}}}}
                """, []
            ),
            (
                "{type: object, oneOf: [{properties: {a: {minLength: 1}}}]}",
                [
                    "root.properties[a]: Required value: because it is defined in "
                        + "root.oneOf[0].properties[a]"
                ]
            ),
            (
                "{type: object, properties: {a: {type: string}}, not: {properties: {a: {items: {}}}}}",
                [
                    "root.properties[a].items: Required value: because it is defined in "
                        + "root.not.properties[a].items"
                ]
            ),
        ] as [(String, [String])]
    )
    func `the root is that of a resource`(schema: String, faults: [String]) throws {
        #expect(try ValidityText.faults(ofRoot: schema) == faults)
    }

    @Test func `with the status subresource, few keywords may stand at the root`() throws {
        let faults = try ValidityText.faults(
            ofRoot: "{type: object, minProperties: 1}",
            isWithStatus: true
        )
        #expect(faults.count == 1)
        let fault = faults.first ?? ""
        #expect(fault.hasPrefix(#"root: Invalid value: {"ID":"","Schema":"","Ref":null,"#))
        #expect(fault.contains(#","MaxProperties":null,"MinProperties":1,"Required":null,"#))
        #expect(fault.hasSuffix("at the root of the schema if the status subresource is enabled"))
    }
}
