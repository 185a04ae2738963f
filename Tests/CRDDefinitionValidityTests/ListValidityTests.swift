import TestSupport
import Testing

/// The rules for lists, maps, defaults and validation rules.
///
/// Paths begin at the schema of `f`.
@Suite struct ListValidityTests {
    private static let listType = "f.x-kubernetes-list-type"
    private static let mapKeys = "f.x-kubernetes-list-map-keys"

    @Test(
        arguments: [
            (
                "{type: string, x-kubernetes-list-type: set}",
                [
                    #"f.type: Invalid value: "string": must be array if x-kubernetes-list-type is "#
                        + "specified"
                ]
            ),
            (
                "{type: array, items: {type: string}, x-kubernetes-list-type: bag}",
                [
                    #"\#(listType): Unsupported value: "bag": supported values: "atomic", "set", "map""#
                ]
            ),
            (
                "{type: array, items: {type: object}, x-kubernetes-list-type: set}",
                [
                    "f.items.x-kubernetes-map-type: Invalid value: null: must be atomic as item of a "
                        + "list with x-kubernetes-list-type=set"
                ]
            ),
            (
                """
                {type: array, x-kubernetes-list-type: set, items: {type: array, nullable: true,
                x-kubernetes-list-type: set, items: {type: string}}}
                """,
                [
                    "f.items.nullable: Forbidden: cannot be nullable when x-kubernetes-list-type "
                        + "is set",
                    #"f.items.x-kubernetes-list-type: Invalid value: "set": must be atomic as item "#
                        + "of a list with x-kubernetes-list-type=set",
                ]
            ),
            (
                "{type: array, items: {type: string}, x-kubernetes-list-map-keys: [a]}",
                [
                    "\(listType): Required value: must be map if x-kubernetes-list-map-keys is non-empty"
                ]
            ),
            (
                "{type: array, items: {type: string}, x-kubernetes-list-type: map}",
                [
                    #"f.items.type: Invalid value: "string": must be object if parent array's "#
                        + "x-kubernetes-list-type is map",
                    "\(mapKeys): Required value: must not be empty if x-kubernetes-list-type is map",
                ]
            ),
            (
                """
                {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a, b, b, c],
                items: {type: object, properties: {a: {type: object}, b: {type: string,
                nullable: true, default: x}}, required: [a]}}
                """,
                [
                    #"f.items.properties[a].type: Invalid value: "object": must be a scalar type "#
                        + "if parent array's x-kubernetes-list-type is map",
                    "f.items.properties[b].nullable: Forbidden: this property is in "
                        + "x-kubernetes-list-map-keys, so it cannot be nullable",
                    "f.items.properties[b].nullable: Forbidden: this property is in "
                        + "x-kubernetes-list-map-keys, so it cannot be nullable",
                    #"\#(mapKeys): Invalid value: ["a","b","b","c"]: entries must all be names of "#
                        + "item properties",
                    #"\#(mapKeys): Invalid value: ["a","b","b","c"]: must not contain duplicate "#
                        + "entries",
                ]
            ),
            (
                """
                {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a],
                items: {type: object, properties: {a: {type: string}}}}
                """,
                [
                    "f.items.properties[a].default: Required value: this property is in "
                        + "x-kubernetes-list-map-keys, so it must have a default or be a required "
                        + "property"
                ]
            ),
            (
                "{type: array, items: true, x-kubernetes-list-type: map}",
                [
                    #"f.items: Invalid value: {"Schema":null,"JSONSchemas":null}: must only have a "#
                        + "single schema if x-kubernetes-list-type is map",
                    "f.items: Required value: must be specified",
                    "\(mapKeys): Required value: must not be empty if x-kubernetes-list-type is map",
                ]
            ),
            (
                "{type: string, x-kubernetes-map-type: fine}",
                [
                    #"f.type: Invalid value: "string": must be object if x-kubernetes-map-type is "#
                        + "specified",
                    #"f.x-kubernetes-map-type: Unsupported value: "fine": supported values: "atomic", "#
                        + #""granular""#,
                ]
            ),
        ] as [(String, [String])]
    )
    func `lists and maps are merged by rules`(schema: String, faults: [String]) throws {
        let found = try ValidityText.faults(ofSchema: schema)
        #expect(Set(found) == Set(faults))
    }

    @Test(
        arguments: [
            ("{type: integer, default: 1}", []),
            ("{type: string, default: null}", []),
            ("{type: integer, default: 1e18}", []),
            (
                "{type: string, default: 0999}",
                [
                    #"f.default: Invalid value: "integer":  in body must be of type string: "integer""#
                ]
            ),
            (
                "{type: integer, default: x}",
                [
                    #"f.default: Invalid value: "string":  in body must be of type integer: "string""#
                ]
            ),
            (
                "{type: object, properties: {a: {type: integer, minimum: 5}}, default: {a: 1, b: 2}}",
                [
                    "f.default.a: Invalid value: 1: a in body should be greater than or equal to 5",
                    #"f.default: Invalid value: {"a":1,"b":2}: must not have unknown fields"#,
                ]
            ),
            (
                """
                {type: object, x-kubernetes-embedded-resource: true, default: {kind: 1},
                x-kubernetes-preserve-unknown-fields: true}
                """,
                ["f.default.kind: Invalid value: 1: must be a string"]
            ),
            (
                """
                {type: object, x-kubernetes-embedded-resource: true, default: {kind: A},
                x-kubernetes-preserve-unknown-fields: true}
                """,
                ["f.default.apiVersion: Required value"]
            ),
            (
                """
                {type: object, x-kubernetes-embedded-resource: true, properties: {metadata: {
                type: object, properties: {labels: {type: object, default: {a: b c},
                additionalProperties: {type: string, default: x}}}}}}
                """,
                [
                    #"f.properties[metadata].properties[labels].additionalProperties.default: "#
                        + "Forbidden: must not be set inside additionalProperties applying to "
                        + "object metadata",
                    #"f.properties[metadata].properties[labels].default: Invalid value: {"a":"b c"}"#
                        + #": must result in valid metadata: metadata.labels: Invalid value: "b c": "#
                        + "a valid label must be an empty string or consist of alphanumeric "
                        + "characters, '-', '_' or '.', and must start and end with an "
                        + "alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', "
                        + "regex used for validation is "
                        + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
                ]
            ),
        ] as [(String, [String])]
    )
    func `a default must be a value of its schema`(schema: String, faults: [String]) throws {
        #expect(try ValidityText.faults(ofSchema: schema) == faults)
    }

    @Test func `top-level metadata has no defaults`() throws {
        let schema = "{type: object, properties: {kind: {type: string, default: A}}}"
        #expect(
            try ValidityText.faults(ofRoot: schema) == [
                "root.properties[kind].default: Forbidden: must not be set in top-level kind"
            ]
        )
    }

    private static let oldSelf =
        "oldSelf cannot be used on the uncorrelatable portion of the schema within "
        + "f"

    @Test(
        arguments: [
            (
                "{type: array, items: {type: string, maxLength: 9, RULE}}",
                [
                    #"f.items.\#(rules)[0].rule: Invalid value: "self == oldSelf": "#
                        + oldSelf
                ]
            ),
            (
                """
                {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a],
                items: {type: object, required: [a], properties: {a: {type: string}}, RULE}}
                """, []
            ),
            (
                "{type: object, x-kubernetes-map-type: atomic, properties: {a: {type: string, RULE}}}",
                []
            ),
            (
                "{type: object, x-kubernetes-map-type: fast, properties: {a: {type: string, RULE}}}",
                [
                    #"f.properties[a].\#(rules)[0].rule: Invalid value: "self == oldSelf": "#
                        + oldSelf,
                    #"f.x-kubernetes-map-type: Unsupported value: "fast": supported values: "#
                        + #""atomic", "granular""#,
                ]
            ),
            (
                """
                {type: object, maxProperties: 9, additionalProperties: {type: string, maxLength: 9,
                RULE}}
                """, []
            ),
        ] as [(String, [String])]
    )
    func `an old value must be found by its place`(schema: String, faults: [String]) throws {
        let rule = "x-kubernetes-validations: [{rule: self == oldSelf}]"
        let found = try ValidityText.faults(ofSchema: schema.replacing("RULE", with: rule))
        #expect(found == faults)
    }

    @Test(
        arguments: [
            ("oldSelf.hasValue()", true), ("self == oldSelf.orValue('')", true),
            ("['a'].exists(oldSelf, oldSelf == self)", true), ("'oldSelf' == self", false),
            ("self == 'a' // oldSelf", false), ("['a'].exists(oldSelfs, oldSelfs == self)", false),
        ]
    )
    func `optionalOldSelf is for rules that use oldSelf`(rule: String, isUsed: Bool) throws {
        let schema =
            "{type: string, x-kubernetes-validations: [{rule: \"\(rule)\", optionalOldSelf: true}]}"
        let fault =
            "\(Self.rule).optionalOldSelf: Invalid value: true: may not be set if oldSelf is not used in rule"
        #expect(try ValidityText.faults(ofSchema: schema) == (isUsed ? [] : [fault]))
    }

    private static let rules = "x-kubernetes-validations"
    private static let rule = "f.\(rules)[0]"

    @Test(
        arguments: [
            ("{message: a}", ["\(rule).rule: Required value: rule is not specified"]),
            (
                "{rule: a, message: ' '}",
                [
                    #"\#(rule).message: Invalid value: " ": must be non-empty if specified"#
                ]
            ),
            (
                #"{rule: a, message: "b\nc"}"#,
                [
                    #"\#(rule).message: Invalid value: "b\nc": must not contain line breaks"#
                ]
            ),
            (
                #"{rule: "a\nb"}"#,
                [
                    "\(rule).message: Required value: message must be specified if rule contains line "
                        + "breaks"
                ]
            ),
            (
                "{rule: a, messageExpression: ' '}",
                [
                    "\(rule).messageExpression: Required value: messageExpression must be non-empty if "
                        + "specified"
                ]
            ),
            (
                "{rule: a, reason: Nope}",
                [
                    #"\#(rule).reason: Unsupported value: "Nope": supported values: "#
                        + #""FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "#
                        + #""FieldValueRequired""#
                ]
            ),
            ("{rule: 'true', fieldPath: .a}", []),
            ("{rule: 'true', fieldPath: \".m['x.y'].z\"}", []),
            (
                "{rule: a, fieldPath: .b}",
                [
                    #"\#(rule).fieldPath: Invalid value: ".b": must be a valid path"#
                ]
            ),
            (
                "{rule: a, fieldPath: a}",
                [
                    #"\#(rule).fieldPath: Invalid value: "a": must be a valid path"#
                ]
            ),
            (
                "{rule: a, fieldPath: ' '}",
                [
                    #"\#(rule).fieldPath: Invalid value: " ": must be a valid path"#,
                    #"\#(rule).fieldPath: Invalid value: " ": must be non-empty if specified"#,
                ]
            ),
        ] as [(String, [String])]
    )
    func `a rule is checked without being evaluated`(rule: String, faults: [String]) throws {
        let schema = """
            {type: object, x-kubernetes-validations: [\(rule)], properties: {a: {type: string},
            m: {type: object, additionalProperties: {type: object, properties: {z: {type: string}}}}}}
            """
        #expect(try ValidityText.faults(ofSchema: schema) == faults)
    }
}
