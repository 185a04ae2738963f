import TestSupport
import Testing

@testable import CRDComparison

/// Changes that look strict, but with which every old manifest is accepted and stored unchanged.
@Suite struct HarmlessChangeTests {
    private static func listMap(by keys: String) -> String {
        "type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [\(keys)], items: "
            + "{type: object, required: [b, c], properties: {b: {type: string}, c: {type: string}}}"
    }

    @Test(
        arguments: [
            // Limits that the server ignores, because values have another type.
            ("type: integer", "type: integer, maxLength: 3, pattern: a, minItems: 2", nil),
            ("type: string", "type: string, minimum: 1, maxProperties: 0", nil),
            ("type: array, items: {}", "type: array, items: {}, maxLength: 1", nil),
            ("type: object", "type: object, x-kubernetes-list-type: set", nil),
            (
                "x-kubernetes-int-or-string: true", "x-kubernetes-int-or-string: true, minimum: 1",
                .rejected
            ),
            (
                "x-kubernetes-preserve-unknown-fields: true",
                "x-kubernetes-preserve-unknown-fields: true, maxLength: 1", .rejected
            ),
            // Ranges of whole numbers.
            (
                "type: integer, minimum: 0, exclusiveMinimum: true", "type: integer, minimum: 1",
                nil
            ),
            ("type: integer, minimum: 0.5", "type: integer, minimum: 1", nil),
            (
                "type: integer, maximum: 9", "type: integer, maximum: 10, exclusiveMaximum: true",
                nil
            ),
            ("type: integer, minimum: 0", "type: integer, minimum: 0.5", .rejected),
            (
                "type: number, minimum: 0, exclusiveMinimum: true", "type: number, minimum: 1",
                .rejected
            ),
            ("type: integer", "type: integer, multipleOf: 1", .same),
            ("type: number", "type: number, multipleOf: 1", .rejected),
            // Both values of a Boolean.
            ("type: boolean", "type: boolean, enum: [true, false]", .same),
            ("type: boolean", "type: boolean, enum: [true]", .rejected),
            (
                "type: boolean, nullable: true",
                "type: boolean, nullable: true, enum: [true, false]",
                .rejected
            ),
            // Defaults that are the same with the defaults of their fields.
            (
                "type: object, default: {}, properties: {b: {type: integer, default: 1}}",
                "type: object, default: {b: 1}, properties: {b: {type: integer, default: 1}}", nil
            ),
            (
                "type: object, default: {}, properties: {b: {type: integer, default: 1}}",
                "type: object, default: {b: 2}, properties: {b: {type: integer, default: 1}}",
                .changed
            ),
            // Patterns with more alternatives.
            ("type: string, pattern: ^a$", "type: string, pattern: ^a$|^$", .same),
            (
                "type: string, pattern: 'b|[|]a|(c|d)'", "type: string, pattern: '(c|d)|b|x|[|]a'",
                .same
            ),
            ("type: string, pattern: ^a$|^$", "type: string, pattern: ^a$", .rejected),
            ("type: string, pattern: ^(a|b)$", "type: string, pattern: ^(a|b|c)$", .rejected),
            ("type: string, pattern: '(?i)a|b'", "type: string, pattern: 'b|(?i)a'", .rejected),
            (#"type: string, pattern: '\Qa|b'"#, #"type: string, pattern: 'b|\Qa'"#, .rejected),
            (#"type: string, pattern: 'a\|b'"#, #"type: string, pattern: 'b|a\'"#, .rejected),
            // Fields that accept every value, where every value was kept.
            (
                "type: object, x-kubernetes-preserve-unknown-fields: true",
                "type: object, x-kubernetes-preserve-unknown-fields: true, "
                    + "properties: {b: {x-kubernetes-preserve-unknown-fields: true}}", .same
            ),
            (
                "type: object, x-kubernetes-preserve-unknown-fields: true",
                "type: object, x-kubernetes-preserve-unknown-fields: true, "
                    + "properties: {b: {type: object, x-kubernetes-preserve-unknown-fields: true}}",
                .rejected
            ),
            (
                "type: object, x-kubernetes-preserve-unknown-fields: true",
                "type: object, x-kubernetes-preserve-unknown-fields: true, properties: "
                    + "{b: {x-kubernetes-preserve-unknown-fields: true, maxLength: 1}}", .rejected
            ),
            // The same keys of a list.
            (
                listMap(by: "b, c"), listMap(by: "c, b"), nil
            ),
            // Conditions in another order.
            (
                "type: string, oneOf: [{pattern: a}, {pattern: b}]",
                "type: string, oneOf: [{pattern: b}, {pattern: a}]", nil
            ),
            (
                "type: string, anyOf: [{pattern: a}, {allOf: [{minLength: 1}, {maxLength: 2}]}]",
                "type: string, anyOf: [{allOf: [{maxLength: 2}, {minLength: 1}]}, {pattern: a}]",
                nil
            ),
            (
                "type: string, allOf: [{enum: [x, w]}, {minLength: 1}]",
                "type: string, allOf: [{minLength: 1}, {enum: [w, x]}]", nil
            ),
            (
                "type: string, oneOf: [{pattern: a}, {pattern: b}]",
                "type: string, oneOf: [{pattern: b}, {pattern: c}]", .rejected
            ),
            // Other conditions.
            (
                "x-kubernetes-int-or-string: true",
                "x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]", nil
            ),
            (
                "x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]",
                "x-kubernetes-int-or-string: true", nil
            ),
            (
                "type: object, properties: {b: {}, c: {}}, anyOf: [{required: [b]}]",
                "type: object, properties: {b: {}, c: {}}, anyOf: [{required: [c]}, {required: [b]}]",
                .same
            ),
            (
                "type: object, properties: {b: {}, c: {}}, anyOf: [{required: [b]}, {required: [c]}]",
                "type: object, properties: {b: {}, c: {}}, anyOf: [{required: [b]}]", .rejected
            ),
            (
                "type: object, properties: {b: {}, c: {}}, allOf: [{required: [b]}, {required: [c]}]",
                "type: object, properties: {b: {}, c: {}}, allOf: [{required: [b]}]", .same
            ),
            (
                "type: object, properties: {b: {}, c: {}}, oneOf: [{required: [b]}]",
                "type: object, properties: {b: {}, c: {}}, oneOf: [{required: [b]}, {required: [c]}]",
                .rejected
            ),
        ] as [(String, String, ChangeGrade.Manifests?)]
    )
    func `a harmless change is compatible or no change`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests?
    ) {
        let comparison = CatalogComparison("a: {\(old)}", "a: {\(new)}")
        #expect(
            comparison.changes.map(\.grade.manifests).max() == effect,
            "\(comparison.lines)"
        )
    }

    @Test(
        arguments: [
            (false, false, .same), (true, false, .rejected), (false, true, .rejected),
        ] as [(Bool, Bool, ChangeGrade.Manifests)]
    )
    func `a version that is neither served nor stored has no manifests`(
        _ isServed: Bool,
        _ isStored: Bool,
        _ effect: ChangeGrade.Manifests
    ) {
        func crd(_ type: String) -> [String: String] {
            let v1 = """
                  - name: v1
                    served: \(isServed)
                    storage: \(isStored)
                    schema: {openAPIV3Schema: {type: object, properties: {a: {type: \(type)}}}}
                """
            let v2 = """
                  - name: v2
                    served: true
                    storage: \(!isStored)
                    schema: {openAPIV3Schema: {type: object}}
                """
            return ["crd.yaml": InspectedText.widget(versions: [v1, v2])]
        }
        let comparison = CatalogComparison(crd("string"), crd("boolean"))
        #expect(comparison.changes.map(\.rule) == [.typeChanged])
        #expect(comparison.changes.map(\.grade.source) == [.breaking])
        #expect(comparison.changes.map(\.grade.manifests) == [effect])
    }
}
