import Testing

@testable import CRDComparison

/// `crdgen diff`, what it says of one attribute.
@Suite struct ValueComparisonTests {
    @Test(
        arguments: [
            (
                "type: integer", "type: integer, format: int32", .source,
                "type changed from 'Int?' to 'Int32?'"
            ),
            (
                "type: object, properties: {b: {type: string}}",
                "type: object, x-kubernetes-preserve-unknown-fields: true", .source,
                "type changed from 'A?' to 'JSONValue?'"
            ),
            (
                "type: array, items: {type: string}", "type: array, items: {type: integer}",
                .both, "type changed from '[String]?' to '[Int]?'"
            ),
            (
                "type: object, additionalProperties: {type: string}",
                "type: object, additionalProperties: {type: number}", .both,
                "type changed from '[String: String]?' to '[String: Double]?'"
            ),
            (
                "type: array, items: {type: string}",
                "type: array, items: {type: string, nullable: true}", .source,
                "type changed from '[String]?' to '[String?]?'"
            ),
            (
                "type: string, enum: [w, x, z]", "type: string, enum: [x]", .both,
                #"values removed: "w", "z""#
            ),
            (
                "type: string, enum: [w]", "type: string, enum: [w, x]", .compatible,
                #"values added: "x"; a 'switch' without 'default' must handle the "#
                    + "new cases"
            ),
            ("type: number", "type: number, enum: [2]", .rejected, "values limited to 2"),
            (
                "type: number, enum: [2]", "type: number", .compatible,
                "values no longer limited to 2"
            ),
            (
                "x-kubernetes-preserve-unknown-fields: true, type: object, "
                    + "properties: {b: {type: string}}",
                "type: object, properties: {b: {type: string}}",
                .both,
                "'unknown_fields' removed, unknown fields are no longer kept"
            ),
        ] as [(String, String, ChangeGrade, String)]
    )
    func `a type that changes breaks code`(
        _ old: String,
        _ new: String,
        _ grade: ChangeGrade,
        _ message: String
    ) {
        let comparison = CatalogComparison("a: {\(old)}", "a: {\(new)}")
        let line = "new.yaml:24:15: \(grade.title): example.com/v1/Widget.spec.a: \(message)"
        #expect(comparison.lines == [line])
        #expect(comparison.isBreaking == (grade != .compatible))
    }

    @Test(
        arguments: [
            ("type: string", "type: string, default: x", .changed, #"default "x" added"#),
            (
                "type: integer, default: 1", "type: integer, default: 2", .changed,
                "default changed from 1 to 2"
            ),
            ("type: boolean, default: true", "type: boolean", .changed, "default true removed"),
            ("type: string", "type: string, pattern: '^x$'", .rejected, "pattern '^x$' added"),
            (
                "type: string, pattern: '^x$'", "type: string, pattern: '^y$'", .rejected,
                "pattern changed from '^x$' to '^y$'"
            ),
            ("type: string, pattern: '^x$'", "type: string", .compatible, "pattern '^x$' removed"),
            (
                "type: integer, minimum: 1", "type: integer, minimum: 2", .rejected,
                "minimum raised from 1 to 2"
            ),
            (
                "type: integer, minimum: 2", "type: integer, minimum: 1", .compatible,
                "minimum lowered from 2 to 1"
            ),
            (
                "type: integer, maximum: 2", "type: integer, maximum: 1", .rejected,
                "maximum lowered from 2 to 1"
            ),
            ("type: integer", "type: integer, minimum: 0", .rejected, "minimum 0 added"),
            ("type: integer, maximum: 9", "type: integer", .compatible, "maximum 9 removed"),
            (
                "type: integer, minimum: 1", "type: integer, minimum: 1, exclusiveMinimum: true",
                .rejected, "minimum changed from 1 to 1 (exclusive)"
            ),
            (
                "type: integer, maximum: 1, exclusiveMaximum: true", "type: integer, maximum: 1",
                .compatible, "maximum changed from 1 (exclusive) to 1"
            ),
            ("type: integer", "type: integer, multipleOf: 5", .rejected, "multipleOf 5 added"),
            (
                "type: object, additionalProperties: {type: string}",
                "type: object, additionalProperties: {type: string}, required: [k]", .rejected,
                "key 'k' is required now"
            ),
            (
                "type: object, additionalProperties: {type: string}, required: [k]",
                "type: object, additionalProperties: {type: string}", .compatible,
                "key 'k' is no longer required"
            ),
            (
                "type: object, additionalProperties: {type: string}",
                "type: object, additionalProperties: {type: string}, minProperties: 1", .rejected,
                "minProperties 1 added"
            ),
            (
                "type: array, items: {type: string}",
                "type: array, items: {type: string}, x-kubernetes-list-type: set", .rejected,
                "list type changed from 'atomic' to 'set'"
            ),
            (
                "type: array, items: {type: string}, x-kubernetes-list-type: set",
                "type: array, items: {type: string}", .compatible,
                "list type changed from 'set' to 'atomic'"
            ),
            (
                "type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], "
                    + "items: {type: object, properties: {k: {default: a}, p: {default: a}}}",
                "type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [p], "
                    + "items: {type: object, properties: {k: {default: a}, p: {default: a}}}",
                .rejected, "list map keys changed from 'k' to 'p'"
            ),
            (
                "type: object, additionalProperties: {type: string}",
                "type: object, additionalProperties: {type: string}, x-kubernetes-map-type: atomic",
                .compatible, "map type changed from 'granular' to 'atomic'"
            ),
            (
                "type: integer", #"type: integer, x-kubernetes-validations: [{rule: "self > 0"}]"#,
                .rejected, "rule 'self > 0' added"
            ),
            (
                #"type: integer, x-kubernetes-validations: [{rule: "self > 0"}]"#, "type: integer",
                .compatible, "rule 'self > 0' removed"
            ),
            (
                "type: string", "type: string, anyOf: [{minLength: 1}, {enum: ['']}]", .rejected,
                "condition added: at least one of: has at least 1 character; is \"\""
            ),
            (
                "type: string, not: {enum: [x]}", "type: string", .compatible,
                "condition removed: not allowed: \"x\""
            ),
            (
                "type: string, format: ipv4", "type: string, format: ipv6", .rejected,
                "format changed from 'ipv4' to 'ipv6'"
            ),
            (
                "type: object, properties: {b: {type: string}}",
                "x-kubernetes-preserve-unknown-fields: true, type: object, "
                    + "properties: {b: {type: string}}",
                .compatible,
                "'unknown_fields' added, which keeps unknown fields"
            ),
            (
                "type: object, x-kubernetes-preserve-unknown-fields: true",
                "x-kubernetes-preserve-unknown-fields: true", .compatible,
                "type in manifests changed from object to any"
            ),
            (
                "x-kubernetes-preserve-unknown-fields: true",
                "type: object, x-kubernetes-preserve-unknown-fields: true", .rejected,
                "type in manifests changed from any to object"
            ),
        ] as [(String, String, ChangeGrade, String)]
    )
    func `what is stricter breaks values`(
        _ old: String,
        _ new: String,
        _ grade: ChangeGrade,
        _ message: String
    ) {
        let comparison = CatalogComparison("a: {\(old)}", "a: {\(new)}")
        let line = "new.yaml:24:15: \(grade.title): example.com/v1/Widget.spec.a: \(message)"
        #expect(comparison.lines == [line])
        #expect(comparison.isBreaking == (grade != .compatible))
    }
}
