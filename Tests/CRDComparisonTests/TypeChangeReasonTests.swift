import CRDGeneratorCore
import CRDYAML
import Testing

@testable import CRDComparison

/// The reasons for which a change of a type breaks manifests.
@Suite struct TypeChangeReasonTests {
    private static let subject = "example.com/v1/Widget.spec.a"

    @Test(
        arguments: [
            // Only the type in manifests.
            (
                "type: string", "type: integer",
                [
                    "new.yaml:24:15: breaking (source, manifests): \(subject): "
                        + "type changed from 'String?' to 'Int?'"
                ]
            ),
            (
                "type: array, items: {type: integer}", "type: array, items: {type: string}",
                [
                    "new.yaml:24:15: breaking (source, manifests): \(subject): "
                        + "type changed from '[Int]?' to '[String]?'"
                ]
            ),
            (
                "type: array, items: {type: string}",
                "type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [b], "
                    + "items: {type: object, required: [b], properties: {b: {type: string}}}",
                [
                    "new.yaml:24:15: breaking (source, manifests): \(subject): "
                        + "type changed from '[String]?' to '[A]?'"
                ]
            ),
            // Only the type in Swift.
            (
                "type: integer", "type: number",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'Int?' to 'Double?'"
                ]
            ),
            // Allowed values.
            (
                "type: string", "type: string, enum: [x, w]",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'String?' to 'A?'",
                    "new.yaml:24:15: breaking (manifests): \(subject): "
                        + #"values limited to "x", "w""#,
                ]
            ),
            (
                "type: array, items: {type: string}",
                "type: array, items: {type: string, enum: [x]}",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from '[String]?' to '[A]?'",
                    #"new.yaml:24:15: breaking (manifests): \#(subject)[]: values limited to "x""#,
                ]
            ),
            (
                "type: string", "type: string, format: date-time",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'String?' to 'DateTime?'",
                    "new.yaml:24:15: breaking (manifests): \(subject): format 'date-time' added",
                ]
            ),
            // Unknown fields; all fields that become known are part of that.
            (
                "type: object, x-kubernetes-preserve-unknown-fields: true",
                "type: object, properties: {bC: {type: string}, d: {type: integer, default: 1}}",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'JSONValue?' to 'A?'",
                    "new.yaml:24:15: breaking (manifests): \(subject): "
                        + "unknown fields are no longer kept",
                ]
            ),
            (
                "type: object, x-kubernetes-preserve-unknown-fields: true",
                "type: object, required: [bC], properties: {bC: {type: string}}",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'JSONValue?' to 'A?'",
                    "new.yaml:24:15: breaking (manifests): \(subject): "
                        + "unknown fields are no longer kept",
                    "new.yaml:24:62: breaking (manifests): \(subject).b_c (spec.a.bC): "
                        + "required field added",
                ]
            ),
            // Fields and maps.
            (
                "type: object, additionalProperties: {type: string}",
                "type: object, properties: {b: {type: string, maxLength: 2}}",
                [
                    "new.yaml:24:15: breaking (source, manifests): \(subject): type changed from "
                        + "'[String: String]?' to 'A?', unknown fields are no longer kept",
                    "new.yaml:24:46: breaking (manifests): \(subject).b: maxLength 2 added",
                ]
            ),
            (
                "type: object, properties: {b: {type: string}, c: {type: string}}",
                "type: object, additionalProperties: {type: string, maxLength: 2}",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'A?' to '[String: String]?'",
                    "new.yaml:24:15: breaking (manifests): \(subject).*: maxLength 2 added",
                ]
            ),
            (
                "type: object, properties: {b: {type: string}, c: {type: string, maxLength: 1}, "
                    + "d: {type: string, maxLength: 5}}",
                "type: object, additionalProperties: {type: string, maxLength: 2}",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'A?' to '[String: String]?'",
                    "new.yaml:24:15: breaking (manifests): \(subject).*: maxLength 2 added",
                ]
            ),
            (
                "type: object, properties: {b: {type: string}}", "type: object",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'A?' to '[String: JSONValue]?'",
                    "old.yaml:24:46: breaking (manifests): \(subject).b: field removed",
                ]
            ),
            (
                "type: object, properties: {b: {type: string, default: x}}",
                "type: object, x-kubernetes-preserve-unknown-fields: true",
                [
                    "new.yaml:24:15: breaking (source): \(subject): "
                        + "type changed from 'A?' to 'JSONValue?'",
                    "old.yaml:24:46: changed (manifests): \(subject).b: field removed",
                ]
            ),
        ] as [(String, String, [String])]
    )
    func `each reason is a change with its own rule`(
        _ old: String,
        _ new: String,
        _ lines: [String]
    ) {
        #expect(CatalogComparison("a: {\(old)}", "a: {\(new)}").lines == lines)
    }

    @Test func `the level of a reason applies to it`() throws {
        var levels = ChangeLevels(failing: .manifests)
        var diagnostics: [Diagnostic] = []
        let text = "unknown-fields-dropped: warn\n"
        try levels.read(Generator.Input(path: "levels.yaml", text: text), &diagnostics)
        #expect(diagnostics == [])
        let comparison = CatalogComparison(
            "a: {type: object, x-kubernetes-preserve-unknown-fields: true}",
            "a: {type: object, properties: {b: {type: string}}}"
        )
        #expect(!comparison.changes.contains(where: levels.fails))
    }
}
