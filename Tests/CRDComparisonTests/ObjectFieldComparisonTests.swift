import TestSupport
import Testing

@testable import CRDComparison

/// Constraints on `apiVersion`, `kind`, and `metadata`.
@Suite struct ObjectFieldComparisonTests {
    private static let spec = "spec: {type: object, properties: {a: {type: string}}}"

    private static func crd(_ property: String) -> String {
        InspectedText.widget(property.isEmpty ? spec : "\(property)\n\(spec)")
    }

    private static func name(_ keywords: String) -> String {
        "metadata: {type: object, properties: {name: {type: string\(keywords)}}}"
    }

    @Test(
        arguments: [
            ("", name(", maxLength: 3"), .rejected, "metadata.name: maxLength 3 added"),
            (name(", maxLength: 3"), "", .same, "metadata.name: maxLength 3 removed"),
            (
                name(", maxLength: 30"), name(", maxLength: 3"), .rejected,
                "metadata.name: maxLength lowered from 30 to 3"
            ),
            (
                "metadata: {type: object}", name(", pattern: ^a"), .rejected,
                "metadata.name: pattern '^a' added"
            ),
            (
                "",
                "metadata: {type: object, properties: {generateName: {type: string, maxLength: 3}}}",
                .rejected, "metadata.generateName: maxLength 3 added"
            ),
            (
                "metadata: {type: object}",
                "metadata: {type: object, x-kubernetes-validations: [{rule: size(self.name) < 9}]}",
                .rejected, "metadata: rule 'size(self.name) < 9' added"
            ),
            (
                "", "apiVersion: {type: string, maxLength: 2}", .rejected,
                "apiVersion: maxLength 2 added"
            ),
            (
                "", "kind: {type: string, enum: [Foo]}", .rejected,
                #"kind: values removed: "Widget""#
            ),
            (
                "kind: {type: string}", "kind: {type: string, maxLength: 9}", .same,
                "kind: maxLength 9 added, satisfied by all old values"
            ),
        ] as [(String, String, ChangeGrade.Manifests, String)]
    )
    func `constraints are compared`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests,
        _ text: String
    ) {
        let comparison = CatalogComparison(
            ["old.yaml": Self.crd(old)],
            ["new.yaml": Self.crd(new)]
        )
        let lines = comparison.changes.map { "\($0.path.keys): \($0.message)" }
        #expect(lines.contains(text), "\(lines)")
        #expect(comparison.changes.map(\.grade.manifests).max() == effect, "\(lines)")
        #expect(!comparison.changes.contains { $0.grade.source == .breaking }, "\(lines)")
    }

    @Test(arguments: [
        ("", "metadata: {type: object}"), ("metadata: {type: object}", ""),
        ("", "apiVersion: {type: string, description: v}\nkind: {type: string}"),
        ("", "kind: {type: string, enum: [Widget]}"), ("", name("")),
        ("", "metadata: {type: object, required: [name], properties: {name: {type: string}}}"),
    ])
    func `what every object has is no change`(_ old: String, _ new: String) {
        let files = (["w.yaml": Self.crd(old)], ["w.yaml": Self.crd(new)])
        #expect(CatalogComparison(files.0, files.1).lines == [])
    }

    private static let open = "x-kubernetes-preserve-unknown-fields: true"
    private static let metadata = "metadata: {type: object, properties: {name: {type: string, "
    private static let fields = "properties: {spec: {type: object, properties: {b: {type: string}}}"

    @Test(
        arguments: [
            (open, "\(open), properties: {\(metadata)maxLength: 9}}}}", ["maxLength 9 added"]),
            ("\(open), properties: {\(metadata)maxLength: 9}}}}", open, ["maxLength 9 removed"]),
            (
                "\(open), properties: {metadata: {type: object}}",
                "\(open), properties: {\(metadata)maxLength: 9}}}}", ["maxLength 9 added"]
            ),
            (
                open, "\(open), properties: {kind: {type: string, enum: [A]}}",
                [#"values limited to "A""#]
            ),
            (
                "\(fields)}", "\(fields), \(metadata)maxLength: 9}}}}",
                ["optional field added", "maxLength 9 added"]
            ),
            (
                "\(fields), \(metadata)maxLength: 9}}}}", "\(fields)}",
                ["field removed", "maxLength 9 removed"]
            ),
            (
                "\(fields), metadata: {type: object}}",
                "\(fields), metadata: {type: object, required: [name]}}", ["field is required now"]
            ),
            ("\(fields)}", "\(fields)}, required: [apiVersion, kind]", []),
        ] as [(String, String, [String])]
    )
    func `constraints on the fields of embedded resources are compared`(
        _ old: String,
        _ new: String,
        _ messages: [String]
    ) {
        let start = "a: {type: object, x-kubernetes-embedded-resource: true, "
        let comparison = CatalogComparison("\(start)\(old)}", "\(start)\(new)}")
        #expect(comparison.changes.map(\.summary) == messages, "\(comparison.lines)")
        for change in comparison.changes {
            let isRejected = !["optional field added", "field removed", "maxLength 9 removed"]
                .contains(change.summary)
            #expect(change.grade.manifests == (isRejected ? .rejected : .same), "\(change)")
        }
    }

    private static let text = "namespace: {type: string"
    private static let labels = "labels: {type: object, additionalProperties: {type: string"
    private static let closed = "properties: {spec: {type: object}, metadata: {type: object"

    @Test(
        arguments: [
            ("", "\(text), maxLength: 3}", .rejected, "namespace: maxLength 3 added"),
            ("", "\(text)}", .same, nil),
            ("", "\(labels)}}", .same, nil),
            ("", "\(labels), maxLength: 9}}", .rejected, "labels.*: maxLength 9 added"),
            ("", "labels: {type: string}", .rejected, nil),
            ("name: {type: string}", "name: {type: string}, \(labels)}}", .same, nil),
            (
                "name: {type: string}", "name: {type: string}, \(text), pattern: x}", .rejected,
                "namespace: pattern 'x' added"
            ),
            ("\(text), maxLength: 3}", "", .same, nil),
            (
                "\(text), maxLength: 3}", "\(text), maxLength: 2}", .rejected,
                "namespace: maxLength lowered from 3 to 2"
            ),
        ] as [(String, String, ChangeGrade.Manifests, String?)]
    )
    func `metadata of embedded resources has all fields`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests,
        _ line: String?
    ) {
        let starts = [
            "\(Self.open), properties: {metadata: {type: object", Self.closed,
        ]
        for start in starts {
            func field(_ fields: String) -> String {
                "a: {type: object, x-kubernetes-embedded-resource: true, \(start)"
                    + (fields.isEmpty ? "}}}" : ", properties: {\(fields)}}}}")
            }
            let comparison = CatalogComparison(field(old), field(new))
            let lines = comparison.changes.map { "\($0.path.keys): \($0.message)" }
            #expect(comparison.changes.map(\.grade.manifests).max() ?? .same == effect, "\(lines)")
            if let line { #expect(lines.contains("spec.a.metadata.\(line)"), "\(lines)") }
        }
    }

    @Test(
        arguments: [
            ("kind: {type: string}", "kind: {type: string}", ["kind"], .same),
            ("kind: {type: string, default: A}", "kind: {type: string}", ["kind"], .rejected),
            ("kind: {type: string, default: A}", "kind: {type: string}", [], .rejected),
            ("b: {type: string}", "b: {type: string}, kind: {type: string}", ["kind"], .same),
            ("metadata: {type: object}", "metadata: {type: object}", ["metadata"], .rejected),
            (
                "b: {type: string}", "b: {type: string}, metadata: {type: object}", ["metadata"],
                .rejected
            ),
        ] as [(String, String, [String], ChangeGrade.Manifests)]
    )
    func `the server requires apiVersion and kind of embedded resources`(
        _ old: String,
        _ new: String,
        _ required: [String],
        _ effect: ChangeGrade.Manifests
    ) {
        for more in ["", ", \(Self.open)"] {
            let start =
                "a: {type: object, x-kubernetes-embedded-resource: true\(more), properties: "
            let comparison = CatalogComparison(
                "\(start){\(old)}}",
                "\(start){\(new)}, required: [\(required.joined(separator: ", "))]}"
            )
            let grades = comparison.changes.map(\.grade.manifests)
            #expect(grades.max() ?? .same == effect, "\(comparison.lines)")
        }
    }
}
