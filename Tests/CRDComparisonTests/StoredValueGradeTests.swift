import TestSupport
import Testing

@testable import CRDComparison

/// The grades of changes by which the API server stores other values, which constraints of the
/// values around them can reject.
@Suite struct StoredValueGradeTests {
    private static func object(_ properties: String, _ keywords: String = "") -> String {
        "{type: object, properties: {\(properties)}\(keywords.isEmpty ? "" : ", \(keywords)")}"
    }

    private static func rule(_ text: String) -> String {
        "x-kubernetes-validations: [{rule: '\(text)'}]"
    }

    @Test(
        arguments: [
            // Rules that read the field, and rules that don't.
            ("b: {type: string}", "b: {type: string, default: x}", rule("has(self.b)"), .rejected),
            ("b: {type: string}", "b: {type: string, default: x}", rule("has(self.c)"), .changed),
            ("b: {type: string}", "b: {type: string, default: x}", rule("self == self"), .rejected),
            (
                "b: {type: string}", "b: {type: string, default: x}",
                rule("self.c.exists(c, c == self.b)"), .rejected
            ),
            (
                "b: {type: string}", "b: {type: string, default: x}",
                rule("self.c.exists(b, b == string(1))"), .changed
            ),
            ("b: {default: 1}", "b: {default: 2}", rule("self.b == oldSelf.b"), .rejected),
            ("", "b: {type: string, default: x}", rule("has(self.b)"), .rejected),
            ("", "b: {type: string, default: x}", rule("has(self.c)"), .same),
            (
                "b: {type: string}", "b: {type: string, nullable: true}", rule("has(self.b)"),
                .rejected
            ),
            (
                "b: {type: string, nullable: true}", "b: {type: string}", rule("has(self.c)"),
                .changed
            ),
            // The number of fields.
            ("", "b: {type: string, default: x}", "maxProperties: 1", .rejected),
            ("b: {default: 1}", "b: {}", "minProperties: 1", .rejected),
            ("b: {default: 1}", "b: {}", "", .changed),
            // Allowed values, and alternatives.
            ("b: {default: 1}", "b: {default: 2}", "enum: [{b: 1}]", .rejected),
            ("b: {default: 1}", "b: {default: 2}", "anyOf: [{required: [b]}, {}]", .rejected),
            (
                "b: {default: 1}", "b: {default: 2}",
                "anyOf: [{properties: {b: {minimum: 1}}}, {}]", .rejected
            ),
            ("b: {default: 1}", "b: {default: 2}", "anyOf: [{required: [c]}, {}]", .changed),
            ("b: {default: 1}", "b: {default: 2}", "not: {required: [c]}", .changed),
        ] as [(String, String, String, ChangeGrade.Manifests)]
    )
    func `another stored value can violate a constraint around it`(
        _ old: String,
        _ new: String,
        _ keywords: String,
        _ effect: ChangeGrade.Manifests
    ) {
        func spec(_ field: String) -> String {
            let fields =
                (field.isEmpty ? [] : [field]) + ["c: {type: array, items: {type: string}}"]
            return "a: \(Self.object(fields.joined(separator: ", "), keywords))"
        }
        let comparison = CatalogComparison(spec(old), spec(new))
        #expect(
            comparison.changes.map(\.grade.manifests).max() == effect,
            "\(comparison.lines)"
        )
    }

    @Test(
        arguments: [
            (["c"], "{type: string, default: x}", "{type: string, default: w}", .rejected),
            (["b"], "{type: string, default: x}", "{type: string, default: w}", .changed),
        ] as [([String], String, String, ChangeGrade.Manifests)]
    )
    func `the default of a key can make elements equal`(
        _ keys: [String],
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests
    ) {
        func list(_ field: String) -> String {
            let items =
                "{type: object, required: [b], properties: {b: {type: string}, c: \(field)}}"
            return "a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: "
                + "[\(keys.joined(separator: ", "))], items: \(items)}"
        }
        let comparison = CatalogComparison(list(old), list(new))
        #expect(comparison.changes.map(\.grade.manifests) == [effect], "\(comparison.lines)")
    }

    @Test(
        arguments: [
            // In lists, null is rejected without a default.
            ("items: {type: string}", "items: {type: string, default: x}", .same),
            ("items: {type: string, default: x}", "items: {type: string}", .rejected),
            (
                "items: {type: string, default: x}", "items: {type: string, default: w}", .changed
            ),
            (
                "x-kubernetes-list-type: set, items: {type: string, default: x}",
                "x-kubernetes-list-type: set, items: {type: string, default: w}", .rejected
            ),
            (
                "items: {type: string, default: x}",
                "items: {type: string, default: x, nullable: true}", .changed
            ),
            (
                "items: {type: string, nullable: true, default: x}",
                "items: {type: string, nullable: true, default: w}", nil
            ),
        ] as [(String, String, ChangeGrade.Manifests?)]
    )
    func `defaults of elements replace null`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests?
    ) {
        let comparison = CatalogComparison("a: {type: array, \(old)}", "a: {type: array, \(new)}")
        #expect(comparison.changes.map(\.grade.manifests).max() == effect, "\(comparison.lines)")
    }

    @Test(
        arguments: [
            // The server doesn't check defaults in maps, and drops null.
            ("{type: string}", "{type: string, default: x}", .changed),
            (
                "{type: string, maxLength: 2}", "{type: string, maxLength: 2, default: xyz}",
                .rejected
            ),
            ("{type: string, default: x}", "{type: string}", .changed),
            ("{type: string, nullable: true}", "{type: string}", .changed),
            ("{type: string}", "{type: string, nullable: true}", .same),
            (
                "{type: boolean, enum: [true]}", "{type: boolean, enum: [true], nullable: true}",
                .rejected
            ),
        ] as [(String, String, ChangeGrade.Manifests)]
    )
    func `values of maps have defaults that the server doesn't check`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests
    ) {
        let comparison = CatalogComparison(
            "a: {type: object, additionalProperties: \(old)}",
            "a: {type: object, additionalProperties: \(new)}"
        )
        #expect(comparison.changes.map(\.grade.manifests).max() == effect, "\(comparison.lines)")
    }

    @Test func `the values of a map are constrained by the map`() {
        let limit = "maxProperties: 1"
        let comparison = CatalogComparison(
            "a: {type: object, \(limit), additionalProperties: {type: boolean}}",
            "a: {type: object, \(limit), additionalProperties: {type: boolean, nullable: true}}"
        )
        #expect(comparison.changes.map(\.grade.manifests).max() == .rejected)
    }

    @Test(
        arguments: [
            ("properties: {b: {}, c: {}}", "maxProperties: 2", .same),
            ("properties: {b: {}, c: {}}", "maxProperties: 1", .rejected),
            ("additionalProperties: {type: string}", "maxProperties: 2", .rejected),
            ("required: [b], properties: {b: {}, c: {}}", "minProperties: 1", .same),
            ("required: [b], properties: {b: {}, c: {default: 1}}", "minProperties: 2", .same),
            ("properties: {b: {default: 1}, c: {}}", "minProperties: 2", .rejected),
            ("required: [b], properties: {b: {}, c: {}}", "minProperties: 2", .rejected),
        ] as [(String, String, ChangeGrade.Manifests)]
    )
    func `limits that all objects satisfy reject none`(
        _ keywords: String,
        _ limit: String,
        _ effect: ChangeGrade.Manifests
    ) {
        let comparison = CatalogComparison(
            "a: {type: object, \(keywords)}",
            "a: {type: object, \(keywords), \(limit)}"
        )
        #expect(comparison.changes.map(\.grade.manifests) == [effect], "\(comparison.lines)")
    }

    @Test(
        arguments: [
            ("maxProperties: 1", "{default: 1}", "whose default 1 can violate 'maxProperties'"),
            (rule("has(self.b)"), "{default: 1}", "whose default 1 can violate a CEL rule"),
            ("enum: [{c: 1}]", "{default: 1}", "whose default 1 can violate 'enum'"),
            (
                "anyOf: [{required: [b]}, {}]", "{default: 1}",
                "whose default 1 can violate 'allOf', 'anyOf', 'oneOf', or 'not'"
            ),
        ]
    )
    func `a new field with a default that breaks manifests has the reason`(
        _ constraint: String,
        _ field: String,
        _ reason: String
    ) {
        let comparison = CatalogComparison(
            "a: {type: object, properties: {c: {}}, \(constraint)}",
            "a: {type: object, properties: {c: {}, b: \(field)}, \(constraint)}"
        )
        #expect(comparison.changes.map(\.summary) == ["optional field added, \(reason)"])
        #expect(comparison.changes.map(\.grade.manifests) == [.rejected])
    }

    @Test(
        arguments: [
            ("type: string, enum: [ab, cd]", "maxLength: 2", .same),
            ("type: string, enum: [ab, cd]", "maxLength: 1", .rejected),
            ("type: integer, enum: [2, 4]", "multipleOf: 2", .same),
            (
                "type: integer, enum: [2, 4]",
                "x-kubernetes-validations: [{rule: self == oldSelf}]", .rejected
            ),
        ] as [(String, String, ChangeGrade.Manifests)]
    )
    func `constraints that all allowed values satisfy reject none`(
        _ keywords: String,
        _ constraint: String,
        _ effect: ChangeGrade.Manifests
    ) {
        let comparison = CatalogComparison("a: {\(keywords)}", "a: {\(keywords), \(constraint)}")
        #expect(comparison.changes.map(\.grade.manifests) == [effect], "\(comparison.lines)")
    }

    @Test(
        arguments: [
            ("", .rejected, .unknownFieldsDropped),
            (", x-kubernetes-preserve-unknown-fields: true", nil, nil),
            (
                ", properties: {apiVersion: {type: string}, kind: {type: string}, "
                    + "metadata: {type: object, x-kubernetes-preserve-unknown-fields: true}}",
                nil, nil
            ),
            (
                ", properties: {apiVersion: {type: string}, kind: {type: string}, "
                    + "metadata: {type: object}}", .rejected, .unknownFieldsDropped
            ),
        ] as [(String, ChangeGrade.Manifests?, ChangeRule?)]
    )
    func `a value that isn't a complete object loses its kind and metadata`(
        _ keywords: String,
        _ effect: ChangeGrade.Manifests?,
        _ rule: ChangeRule?
    ) {
        let comparison = CatalogComparison(
            "a: {type: object, x-kubernetes-embedded-resource: true\(keywords)}",
            "a: {type: object\(keywords)}"
        )
        let change = comparison.changes.first { $0.message.contains("complete Kubernetes object") }
        #expect(change?.grade.manifests == effect, "\(comparison.lines)")
        #expect(change?.rule == rule, "\(comparison.lines)")
    }

    @Test(
        arguments: [
            ("{type: object, properties: {b: {type: integer}}}", "[]", true, .changed),
            ("{type: object, properties: {b: {type: integer}}}", "[status]", true, .rejected),
            // Before, 'status' was dropped without validation.
            ("{type: object, properties: {b: {type: integer}}}", "[]", false, .rejected),
            ("{x-kubernetes-preserve-unknown-fields: true}", "[]", false, .changed),
        ] as [(String, String, Bool, ChangeGrade.Manifests)]
    )
    func `the subresource 'status' decides whether it is stored with the other fields`(
        _ status: String,
        _ required: String,
        _ isAdded: Bool,
        _ effect: ChangeGrade.Manifests
    ) {
        let text = InspectedText.widget("status: \(status)", more: "required: \(required)")
        let other = text.replacing(
            "storage: true",
            with: "storage: true\n    subresources: {status: {}}"
        )
        let files = isAdded ? (text, other) : (other, text)
        let comparison = CatalogComparison(["crd.yaml": files.0], ["crd.yaml": files.1])
        #expect(comparison.changes.map(\.grade.manifests) == [effect], "\(comparison.lines)")
    }
}
