import CRDValues
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// What full pages say about the values of attributes.
@Suite struct DocsFactTests {
    @Test(arguments: [
        ("type: string", ["* Swift `String?`"]),
        ("type: string, default: x", ["* Swift `String?` · default `x`"]),
        ("type: string, default: 'yes'", ["* Swift `String?` · default `'yes'`"]),
        ("type: string, default: \"a`b\\n\"", ["* Swift `String?` · default ```\"a`b\\n\"```"]),
        ("type: string, example: x", ["* Swift `String?` · for example `x`"]),
        (
            "type: object, default: {b: [1, null]}",
            [
                "* Swift `[String: JSONValue]?` · default `{\"b\":[1,null]}` "
                    + "· no fields are defined, and unknown fields are dropped"
            ]
        ),
        ("type: integer, minimum: 1", ["* Swift `Int?` · at least 1"]),
        ("type: integer, minimum: 1.0, maximum: 5", ["* Swift `Int?` · 1 to 5"]),
        ("type: integer, minimum: 5, maximum: 5", ["* Swift `Int?` · exactly 5"]),
        ("type: number, minimum: 0, exclusiveMinimum: true", ["* Swift `Double?` · more than 0"]),
        (
            "type: number, minimum: 0.5, maximum: 1, exclusiveMaximum: true",
            ["* Swift `Double?` · at least 0.5 and less than 1"]
        ),
        ("type: integer, multipleOf: 15", ["* Swift `Int?` · a multiple of 15"]),
        ("type: integer, format: int32", ["* Swift `Int32?` · format `int32`"]),
        ("type: string, minLength: 1", ["* Swift `String?` · at least 1 character"]),
        ("type: string, maxLength: 63", ["* Swift `String?` · at most 63 characters"]),
        ("type: string, minLength: 2, maxLength: 2", ["* Swift `String?` · exactly 2 characters"]),
        ("type: string, minLength: 1, maxLength: 2", ["* Swift `String?` · 1 to 2 characters"]),
        (
            "type: array, minItems: 1, uniqueItems: true, items: {type: string}",
            ["* Swift `[String]?` · at least 1 item · unique items"]
        ),
        (
            "type: object, maxProperties: 1, additionalProperties: {type: boolean}",
            ["* Swift `[String: Bool]?` · at most 1 key"]
        ),
        ("type: string, nullable: true", ["* Swift `String?` · can be `null`"]),
        (
            "type: array, x-kubernetes-list-type: set, items: {type: string}",
            ["* Swift `[String]?` · list type `set`"]
        ),
        (
            "type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [b, c], "
                + "items: {type: integer}",
            ["* Swift `[Int]?` · list type `map` by `b`, `c`"]
        ),
        (
            "type: object, x-kubernetes-map-type: atomic",
            [
                "* Swift `[String: JSONValue]?` · map type `atomic` "
                    + "· no fields are defined, and unknown fields are dropped"
            ]
        ),
        (
            "x-kubernetes-preserve-unknown-fields: true",
            [
                "* Swift `JSONValue?` · keeps unknown fields"
            ]
        ),
        ("type: string, enum: [b, 'on']", ["* Swift `A?`", "* One of `b`, `'on'`"]),
        ("type: string, enum: [b]", ["* Swift `A?`", "* Always `b`"]),
        ("type: string, pattern: '^a|`$'", ["* Swift `String?`", "* Matches ```^a|`$```"]),
        (
            "type: array, items: {type: string, enum: [b], maxLength: 3}",
            [
                "* Swift `[A]?`", "* Each item: at most 3 characters", "* Each item: always `b`",
            ]
        ),
        (
            "type: object, additionalProperties: {type: array, items: {type: string, pattern: b}}",
            [
                "* Swift `[String: [String]]?`", "* Each value's item: matches `b`",
            ]
        ),
        (
            "type: array, items: {type: string, description: '*b*', minLength: 1}",
            [
                "* Swift `[String]?`", "* Each item: \\*b\\*", "* Each item: at least 1 character",
            ]
        ),
    ])
    func `limits are said in words`(_ schema: String, _ lines: [String]) throws {
        #expect(try Self.facts(schema) == lines)
    }

    @Test(arguments: [
        ("x-kubernetes-validations: [{rule: self != ''}]", ["* Rule: `self != ''`"]),
        (
            "x-kubernetes-validations: [{rule: self != '', message: not <empty>}]",
            [
                "* Rule: not \\<empty> (`self != ''`)"
            ]
        ),
        (
            "x-kubernetes-validations: [{rule: self != '', messageExpression: self}]",
            [
                "* Rule: message from `self` (`self != ''`)"
            ]
        ),
        (
            "x-kubernetes-validations: [{rule: \"a &&\\n  b\"}]",
            [
                "* Rule: ", "  ```cel", "  a &&", "    b", "  ```",
            ]
        ),
    ])
    func `a rule is said with its message`(_ schema: String, _ lines: [String]) throws {
        #expect(try Self.facts("type: string, \(schema)").dropFirst() == lines[...])
    }

    @Test(arguments: [
        ("type: string, x-kubernetes-validations: [{rule: self == oldSelf}]", true),
        ("type: string, x-kubernetes-validations: [{rule: (oldSelf==self)}]", true),
        ("type: string, x-kubernetes-validations: [{rule: self == oldSelf || true}]", false),
        ("type: string, x-kubernetes-validations: [{rule: self.a == oldSelf.a}]", false),
    ])
    func `a value that cannot change is immutable`(_ schema: String, _ isSaid: Bool) throws {
        #expect(try Self.facts(schema)[0].contains("immutable") == isSaid)
    }

    @Test func `a rule of the object makes an attribute immutable`() throws {
        let rule = "x-kubernetes-validations: [{rule: self.a == oldSelf.a}]"
        #expect(
            try Self.facts("type: string", beside: rule)[0] == "* Swift `String?` · immutable"
        )
    }

    @Test(arguments: [
        (
            "oneOf: [{required: [b]}, {required: [c, d]}]",
            [
                "* Exactly one of: `b` is set; `c` and `d` are set"
            ]
        ),
        (
            "anyOf: [{type: integer}, {type: string, pattern: x, maxLength: 2}]",
            [
                "* At least one of: is an integer; is a string, has at most 2 characters, and matches `x`"
            ]
        ),
        (
            "allOf: [{minLength: 1}, {not: {required: [b]}}, {not: {required: [b, c]}}]",
            [
                "* All of: has at least 1 character; `b` is not set; `b` and `c` are not both set"
            ]
        ),
        (
            "not: {anyOf: [{required: [b]}, {required: [c]}]}",
            [
                "* Not allowed: `b`, `c`"
            ]
        ),
        (
            "oneOf: [{not: {anyOf: [{required: [b]}, {required: [c]}]}}, {required: [b]}]",
            [
                "* Exactly one of: none of `b`, `c` is set; `b` is set"
            ]
        ),
        (
            "oneOf: [{properties: {b: {enum: [x]}, c: {}}, required: [c]}, {}]",
            [
                "* Exactly one of: `c` is set, and if set, `b` is `x`; anything"
            ]
        ),
    ])
    func `alternatives are said in words`(_ schema: String, _ lines: [String]) throws {
        let facts = try Self.facts("x-kubernetes-preserve-unknown-fields: true, \(schema)")
        #expect(facts.dropFirst() == lines[...])
    }

    @Test func `a key that differs from the name is said`() throws {
        let page = try ReferencePage.page(
            ofSchema: "properties: {'aB.c': {type: object, properties: {dE: {type: string}}}}",
            detail: .full
        )
        let lines = page.textWithoutLinks.split(separator: "\n")
        #expect(lines.contains("  * Swift `ABC?` · key `aB.c`"))
        #expect(lines.contains("Swift `FooBar.ABC`, in manifests `[\"aB.c\"]`"))
        #expect(lines.contains("  * Swift `String?` · key `dE`"))
    }

    private static let condition = """
        {type: object, required: [lastTransitionTime, message, reason, status, type], \
        properties: {lastTransitionTime: {type: string, format: date-time}, \
        message: {type: string}, observedGeneration: {type: integer}, reason: {type: string}, \
        status: {type: string, enum: ["True", "False", Unknown]}, type: {type: string}}}
        """

    @Test func `fields of well-known types have the names and types of the runtime`() throws {
        let requirement = """
            {type: object, required: [key, operator], properties: {key: {type: string}, \
            operator: {type: string}, values: {type: array, items: {type: string}}}}
            """
        let selector = """
            {type: object, properties: {matchExpressions: {type: array, items: \(requirement)}, \
            matchLabels: {type: object, additionalProperties: {type: string}}}}
            """
        let page = try ReferencePage.page(
            ofSchema: """
                properties:
                  spec:
                    type: object
                    properties:
                      conditions: {type: array, items: \(Self.condition)}
                      selector: \(selector)
                      embedded:
                        type: object
                        x-kubernetes-embedded-resource: true
                        properties: {metadata: {type: object}}
                """,
            detail: .full
        )
        for lines in [
            "Swift `Condition`, in manifests `spec.conditions[]`",
            "- `last_transition_time` (String)\n  * Swift `DateTime` · key `lastTransitionTime`",
            "- `status` (String)\n  * Swift `Condition.Status`",
            "- `observed_generation` (Number)\n  * Swift `Int?` · key `observedGeneration`",
            "Swift `LabelSelector`, in manifests `spec.selector`",
            "  * Swift `[LabelSelector.Requirement]?` · key `matchExpressions`",
            "Swift `LabelSelector.Requirement`, in manifests `spec.selector.matchExpressions[]`",
            "- `operator` (String)\n  * Swift `String`",
            "- `values` (List of String)\n  * Swift `[String]?`",
            "Swift `EmbeddedResource`, in manifests `spec.embedded`",
            "- `metadata` (Map of String)\n  * Swift `ObjectMeta?`",
        ] {
            #expect(page.textWithoutLinks.contains(lines), "\(lines)")
        }
    }

    @Test func `structs of the runtime have names in camelCase with such properties`() throws {
        var configuration = Configuration()
        configuration.naming = .camelCase
        let page = try ReferencePage.page(
            ofSchema: """
                required: [spec]
                properties:
                  spec:
                    type: object
                    required: [conditions, embedded, selector, open]
                    properties:
                      conditions: {type: array, minItems: 1, items: \(Self.condition)}
                      embedded:
                        type: object
                        x-kubernetes-embedded-resource: true
                        x-kubernetes-preserve-unknown-fields: true
                        properties: {metadata: {type: object}}
                      open:
                        type: object
                        x-kubernetes-preserve-unknown-fields: true
                        properties: {twoWords: {type: object, properties: {threeWords: {}}}}
                      selector:
                        type: object
                        minProperties: 1
                        properties:
                          matchLabels: {type: object, additionalProperties: {type: string}}
                """,
            detail: .full,
            configuration: configuration
        )
        for lines in [
            "- `apiVersion` (String)",
            "- `lastTransitionTime` (String)\n  * Swift `DateTime`",
            "- `observedGeneration` (Number)\n  * Swift `Int?`",
            ".init(\n                lastTransitionTime: \"2026-01-01T00:00:00Z\",",
            #"embedded: .init(apiVersion: "v1", kind: "ConfigMap", metadata: "#,
        ] {
            #expect(page.textWithoutLinks.contains(lines), "\(lines)\n\(page.text)")
        }
        #expect(page.text.firstMatch(of: /[`(][a-z]+_[a-z_]+[`:]/) == nil, "\(page.text)")
    }

    @Test func `elements of another type are not described`() throws {
        let facts = try Self.facts("type: object, items: {type: string, maxLength: 3}")
        let note = "no fields are defined, and unknown fields are dropped"
        #expect(facts == ["* Swift `[String: JSONValue]?` · \(note)"])
    }

    @Test func `what the CRD says about the name and the whole object is said`() throws {
        let page = try ReferencePage.page(
            ofSchema: """
                properties:
                  metadata: {properties: {name: {type: string, maxLength: 63}}}
                  a: {type: string}
                x-kubernetes-validations: [{rule: size(self.a) > 1}]
                """,
            detail: .full
        )
        #expect(page.textWithoutLinks.contains("  * Swift `String` · at most 63 characters\n"))
        #expect(
            page.text.contains(
                "## Schema\n\nThe whole object:\n\n* Rule: `size(self.a) > 1`\n\n### Required\n"
            )
        )
    }

    /// The list of the attribute `a` of `spec`, without its margin.
    private static func facts(_ schema: String, beside: String = "maxProperties: 9") throws
        -> [String]
    {
        let page = try ReferencePage.page(
            ofSchema: """
                properties:
                  spec: {type: object, \(beside), properties: {a: {\(schema)}}}
                """,
            detail: .full
        )
        let lines = page.section("### `spec`").split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("- `a`") })
        return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
    }
}
