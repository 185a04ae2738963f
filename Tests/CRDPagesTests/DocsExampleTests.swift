import Foundation
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

@Suite struct DocsExampleTests {
    @Test(arguments: [
        ("{type: string}", "a: \"a\""),
        ("{type: string, default: x}", "a: \"x\""),
        ("{type: string, enum: [w, x], example: z}", "a: .w"),
        ("{type: string, example: z}", "a: \"z\""),
        (#"{type: string, default: "q\"\\(1)"}"#, #"a: "q\"\\(1)""#),
        ("{type: string, minLength: 4}", "a: \"a-a-a\""),
        ("{type: string, minLength: 4, maxLength: 4}", "a: \"a-a-\""),
        ("{type: string, format: date-time}", "a: \"2026-01-01T00:00:00Z\""),
        ("{type: string, format: byte}", "a: \"ZXhhbXBsZQ==\""),
        ("{type: string, format: ipv4}", "a: \"192.0.2.1\""),
        ("{type: boolean}", "a: false"),
        ("{type: boolean, default: true}", "a: true"),
        ("{type: integer}", "a: 1"),
        ("{type: integer, default: 7}", "a: 7"),
        ("{type: integer, enum: [3, 5]}", "a: ._3"),
        ("{type: integer, minimum: 5}", "a: 5"),
        ("{type: integer, minimum: 5, exclusiveMinimum: true}", "a: 6"),
        ("{type: integer, minimum: 5.5, exclusiveMinimum: true}", "a: 6"),
        ("{type: integer, maximum: 0}", "a: 0"),
        ("{type: integer, maximum: 1, exclusiveMaximum: true}", "a: 0"),
        ("{type: integer, multipleOf: 15, minimum: 20}", "a: 30"),
        ("{type: integer, format: int32, default: 3000000000}", "a: 2147483647"),
        ("{type: number}", "a: 1.0"),
        ("{type: number, maximum: 0.5}", "a: 0.5"),
        (
            "{type: number, minimum: 0, exclusiveMinimum: true, maximum: 1, "
                + "exclusiveMaximum: true}",
            "a: 0.5"
        ),
        ("{type: number, minimum: 2, exclusiveMinimum: true}", "a: 3.0"),
        ("{x-kubernetes-int-or-string: true}", "a: 1"),
        ("{x-kubernetes-int-or-string: true, default: 25%}", "a: \"25%\""),
        ("{x-kubernetes-preserve-unknown-fields: true}", "a: [:]"),
        ("{x-kubernetes-preserve-unknown-fields: true, type: array, minItems: 1}", "a: []"),
        ("{x-kubernetes-preserve-unknown-fields: true, default: [1.5]}", "a: [1.5]"),
        ("{x-kubernetes-preserve-unknown-fields: true, default: 18446744073709551615}", large),
        ("{type: array, items: {type: string}}", "a: []"),
        ("{type: array, minItems: 1, items: {type: string}}", "a: [\"a\"]"),
        ("{type: array, minItems: 1, items: {type: object, properties: {}}}", "a: [[:]]"),
        ("{type: object, additionalProperties: {type: string}}", "a: [:]"),
        ("{type: object, minProperties: 1, additionalProperties: {type: string}}", keyed),
        ("{type: object, properties: {b: {type: string}}}", "a: .init()"),
        ("{type: object, required: [b], properties: {b: {type: string}}}", withB),
        ("{type: object, minProperties: 1, properties: {b: {type: string}}}", withB),
        ("{type: object, oneOf: [{required: [b]}], properties: {c: {}, b: {type: string}}}", withB),
        ("{type: string, nullable: true}", "a: \"a\""),
        ("{type: string, pattern: '^[a-z]+$'}", "a: \"a\""),
        ("{type: string, pattern: '^\\d{2}$'}", "a: \"11\""),
        ("{type: string, pattern: '^b*$', minLength: 3}", "a: \"bbb\""),
        ("{type: string, example: b, pattern: '^c$'}", "a: \"c\""),
        ("{type: string, format: ipv4, maxLength: 3}", "a: \"a\""),
        ("{type: string, allOf: [{minLength: 2}, {pattern: '^[b-d]*$'}]}", "a: \"bb\""),
        ("{type: string, anyOf: [{format: ipv6}, {format: ipv4}]}", "a: \"2001:db8::1\""),
        ("{type: integer, allOf: [{minimum: 4}], minimum: 2}", "a: 4"),
        ("{type: object, anyOf: [{required: [z]}, {required: [b]}], \(twoKeys)}", withB),
        (
            "{type: object, required: [b], oneOf: [{required: [c]}, {required: [b]}], \(twoKeys)}",
            withB
        ),
        (
            "{type: object, oneOf: [{required: [b], properties: {b: {enum: [x]}}}], \(twoKeys)}",
            "a: .init(b: \"x\")"
        ),
        (
            "{type: object, required: [k], additionalProperties: {type: boolean}}",
            "a: [\"k\": false]"
        ),
    ])
    func `a required attribute has the smallest value`(_ schema: String, _ code: String) throws {
        let page = try ReferencePage.page(
            ofSchema: """
                type: object
                properties:
                  spec: {type: object, required: [a], properties: {a: \(schema)}}
                required: [spec]
                """
        )
        #expect(
            page.section("```swift", before: "```") == """
                ```swift
                let bar = FooBar(
                    metadata: .init(name: "example"),
                    spec: .init(\(code))
                )
                """
        )
    }

    private static let twoKeys = "properties: {c: {type: string}, b: {type: string}}"
    private static let withB = "a: .init(b: \"b\")"
    private static let large = "a: 1.8446744073709552e+19"
    private static let keyed = "a: [\"key\": \"a\"]"

    @Test(arguments: [
        ("uniqueItems: true, items: {type: string}", "a\n  - a-2"),
        ("x-kubernetes-list-type: set, items: {type: integer}", "1\n  - 2"),
        ("uniqueItems: true, items: {type: string, enum: [p, q]}", "p\n  - q"),
        ("uniqueItems: true, items: {type: string, pattern: '^[a-c]$'}", "a\n  - b"),
        (
            "x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [b], items: "
                + "{type: object, required: [b], properties: {b: {type: string}}}",
            "b: b\n  - b: b-2"
        ),
    ])
    func `items that must differ do`(_ schema: String, _ items: String) throws {
        let page = try ReferencePage.page(
            ofSchema: """
                required: [spec]
                properties:
                  spec:
                    {type: object, required: [a], properties: {a: {minItems: 2, type: array, \(schema)}}}
                """
        )
        let list = page.section("```yaml", before: "```").components(separatedBy: "  a:\n  - ")
        #expect(list.last == items)
    }

    @Test func `code and manifest have the same value, each in its order`() throws {
        let page = try ReferencePage.page(
            ofSchema: """
                type: object
                required: [zones]
                properties:
                  zones:
                    type: array
                    minItems: 2
                    items:
                      type: object
                      required: [name, class]
                      properties:
                        name: {type: string}
                        class: {type: string, enum: ['yes']}
                  spec:
                    type: object
                    required: [size]
                    properties:
                      size: {type: integer}
                """,
            scope: "Namespaced"
        )
        #expect(
            page.section("```swift", before: "## Schema") == """
                ```swift
                let bar = FooBar(
                    metadata: .init(name: "example", namespace: "default"),
                    spec: .init(size: 1),
                    zones: [
                        .init(
                            class: .yes,
                            name: "name"
                        ),
                        .init(
                            class: .yes,
                            name: "name"
                        ),
                    ]
                )
                ```

                The same resource as a manifest:

                ```yaml
                apiVersion: example.com/v1
                kind: FooBar
                metadata:
                  name: example
                  namespace: default
                zones:
                - name: name
                  class: 'yes'
                - name: name
                  class: 'yes'
                spec:
                  size: 1
                ```

                <!-- Generated by swift-crd-generator from the schema of the CRD. -->
                """
        )
    }

    @Test(arguments: ["{type: object, properties: {a: {type: string}}}", "{type: object}"])
    func `an optional spec without required attributes is left out`(_ spec: String) throws {
        let page = try ReferencePage.page(ofSchema: "properties: {spec: \(spec)}")
        #expect(
            page.section("```swift", before: "```") == """
                ```swift
                let bar = FooBar(metadata: .init(name: "example"))
                """
        )
    }

    @Test(arguments: [
        ("size: {type: integer}, name: {type: string}", ["name: \"name\",", "size: 1"]),
        ("hosts: {type: array, items: {type: string}}", ["hosts: [\"hosts\"]"]),
        ("a: \(nested), size: {type: integer}", ["size: 1"]),
        ("a: {type: object}, b: \(nested)", ["b: .init(c: .init(d: \"d\"))"]),
        ("list: {type: array, items: \(nested)}", ["list: [.init(c: .init(d: \"d\"))]"]),
        (
            "a: {type: object, properties: {e: \(nested), f: {type: string}}}",
            ["a: .init(f: \"f\")"]
        ),
        (
            "labels: {type: object, additionalProperties: {type: string}}",
            ["labels: [\"key\": \"labels\"]"]
        ),
        (
            #""caf\u00e9": {type: string}, "cafe\u0301": {type: integer}, size: {type: integer}"#,
            ["size: 1"]
        ),
    ])
    func `where nothing is required, a full page shows optional fields`(
        _ properties: String,
        _ code: [String]
    ) throws {
        for required in ["", "required: [spec], "] {
            let page = try ReferencePage.page(
                ofSchema:
                    "{\(required)properties: {spec: {type: object, properties: {\(properties)}}}}",
                detail: .full
            )
            let lines = page.section("```swift", before: "```").split(separator: "\n")
                .map { $0.trimmingPrefix { $0 == " " } }
            let spec =
                code.count == 1 ? ["spec: .init(\(code[0]))"] : ["spec: .init("] + code + [")"]
            #expect(lines.dropFirst(3).dropLast().map { String($0) } == spec)
            #expect(page.text.contains("An example with optional fields in Swift:"))
        }
    }

    private static let nested = """
        {type: object, properties: {c: {type: object, properties: {d: {type: string}}}}}
        """

    @Test(arguments: [
        "properties: {spec: {type: object, properties: {a: {type: object}}}}",
        "properties: {spec: {type: object, properties: {a: {type: string, not: {}}}}}",
        "properties: {metadata: {type: object}}",
    ])
    func `without a valid value, a full page has the smallest example`(_ schema: String) throws {
        let page = try ReferencePage.page(ofSchema: "{\(schema)}", detail: .full)
        #expect(page.text.contains("A minimal example in Swift:"))
        #expect(
            page.text.contains("```swift\nlet bar = FooBar(metadata: .init(name: \"example\"))\n")
        )
    }

    @Test func `text from the CRD cannot close the block it stands in`() throws {
        let page = try ReferencePage.page(
            ofSchema: #"""
                required: [a]
                properties: {a: {type: string, default: "\n```\n# Not a heading"}}
                """#
        )
        #expect(
            page.section("````yaml", before: "````") == """
                ````yaml
                apiVersion: example.com/v1
                kind: FooBar
                metadata:
                  name: example
                a: |-

                  ```
                  # Not a heading
                """
        )
    }
}
