import CRDGeneratorCore
import CRDLibYAML
import CRDPages
import CRDRuntime
import CRDSchema
import CRDYAML
import TestSupport
import Testing

@testable import CRDCatalog
@testable import CRDInspection

/// `crdgen sample`.
@Suite struct SampleTests {
    private let widget = InspectedText.widget(
        """
        spec:
          type: object
          required: [size, mode]
          properties:
            size: {type: integer, minimum: 3}
            mode: {type: string, enum: [fast, slow]}
            note: {type: string, default: "#1"}
            hosts:
              type: array
              items: {type: object, required: [name], properties: {name: {type: string}, port: {type: integer}}}
            labels: {type: object, additionalProperties: {type: string}}
            selector:
              type: object
              properties:
                matchExpressions:
                  type: array
                  items:
                    type: object
                    required: [key, operator]
                    properties:
                      key: {type: string}
                      operator: {type: string}
                      values: {type: array, items: {type: string}}
                matchLabels: {type: object, additionalProperties: {type: string}}
        """
    )

    private func entry(_ text: String, _ kind: String = "Widget") throws -> ResourceCatalog.Entry {
        try ResourceCatalog(text).entry(at: AttributePath(kind), apiVersion: nil)
    }

    @Test func `a version that is not served has a warning`() throws {
        let text = widget.replacing("served: true", with: "served: false")
        #expect(
            Sample(of: try entry(text)).warnings.map(\.description) == [
                "warning: the version 'v1' of Widget is not served, so the API server would reject "
                    + "the sample"
            ]
        )
    }

    @Test func `the minimal manifest has what must be there`() throws {
        #expect(
            Sample(of: try entry(widget)).manifest == """
                apiVersion: example.com/v1
                kind: Widget
                metadata:
                  name: example
                  namespace: default
                spec:
                  size: 3
                  mode: fast

                """
        )
    }

    @Test func `the full manifest has every attribute`() throws {
        #expect(
            Sample(of: try entry(widget), extent: .full).manifest == """
                apiVersion: example.com/v1
                kind: Widget
                metadata:
                  name: example
                  namespace: default
                spec:
                  size: 3
                  mode: fast
                  note: '#1'
                  hosts:
                  - name: name
                    port: 1
                  labels:
                    key: labels
                  selector:
                    matchExpressions:
                    - key: app
                      operator: Exists
                    matchLabels:
                      app: example

                """
        )
    }

    @Test func `the same in Swift`() throws {
        #expect(
            Sample(of: try entry(widget), extent: .full).swift == """
                let widget = Widget(
                    metadata: .init(name: "example", namespace: "default"),
                    spec: .init(
                        hosts: [
                            .init(
                                name: "name",
                                port: 1
                            ),
                        ],
                        labels: ["key": "labels"],
                        mode: .fast,
                        note: "#1",
                        selector: .init(
                            match_expressions: [.init(key: "app", operator: "Exists")],
                            match_labels: ["app": "example"]
                        ),
                        size: 3
                    )
                )

                """
        )
    }

    @Test func `the same in JSON`() throws {
        #expect(
            Sample(of: try entry(widget)).json.jsonText
                == #"{"apiVersion":"example.com/v1","kind":"Widget","#
                + #""metadata":{"name":"example","namespace":"default"},"#
                + #""spec":{"size":3,"mode":"fast"}}"#
        )
    }

    @Test(arguments: ["Widget", "widgets", "wd", "example.com/v1/widget", "widgets.example.com"])
    func `a kind has several names`(_ name: String) throws {
        #expect(try entry(widget, name).kind == "Widget")
    }

    @Test func `an attribute is no kind`() throws {
        #expect(
            throws: Diagnostic(
                .error,
                "found the field 'spec' of Widget, expected only a kind",
                file: nil
            )
        ) { try entry(widget, "Widget.spec") }
    }

    private static let mapOfTwoKeys = """
        {type: array, minItems: 3, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name, \
        protocol], items: {type: object, required: [name, protocol], properties: {name: NAME, \
        protocol: {type: string, enum: [TCP, UDP]}}}}
        """

    @Test(arguments: [
        mapOfTwoKeys.replacing("NAME", with: "{type: string, maxLength: 3}"),
        mapOfTwoKeys.replacing("NAME", with: "{type: string, enum: [a, b]}"),
        mapOfTwoKeys.replacing("NAME", with: "{type: integer, minimum: 0, maximum: 1}"),
        mapOfTwoKeys.replacing("NAME", with: "{type: boolean}"),
        """
        {type: array, minItems: 8, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a, b, c], \
        items: {type: object, required: [a, b, c], properties: {a: {type: boolean}, b: {type: boolean}, \
        c: {type: boolean}}}}
        """,
        "{type: array, minItems: 20, x-kubernetes-list-type: set, items: {type: string}}",
        "{type: array, minItems: 9, x-kubernetes-list-type: set, items: {type: string, maxLength: 2}}",
        "{type: array, minItems: 3, x-kubernetes-list-type: set, items: {type: string, format: ipv4}}",
        "{type: array, minItems: 3, x-kubernetes-list-type: set, items: {type: string, format: uuid}}",
        "{type: array, minItems: 3, x-kubernetes-list-type: set, items: {type: integer, maximum: 2, minimum: 0}}",
        "{type: array, minItems: 2, x-kubernetes-list-type: set, items: {type: boolean}}",
        "{type: array, minItems: 2, x-kubernetes-list-type: set, items: {x-kubernetes-int-or-string: true}}",
        "{type: array, minItems: 100, items: {type: integer}}",
        "{type: string, format: byte, minLength: 5, maxLength: 8}",
        "{type: string, format: byte, maxLength: 4}",
        "{type: string, format: byte, minLength: 101}",
        "{type: string, format: hostname, minLength: 100}",
        "{type: string, format: hostname, maxLength: 5}",
        "{type: string, format: uri, minLength: 60}",
        "{type: string, format: email, minLength: 30}",
        "{type: string, format: uri, maxLength: 12}",
        "{type: string, format: duration, maxLength: 1}",
        "{type: string, format: ipv6, maxLength: 4}", "{type: string, format: cidr, maxLength: 5}",
        "{type: object, minProperties: 2, x-kubernetes-preserve-unknown-fields: true}",
        "{type: object, minProperties: 12, additionalProperties: {type: string}}",
        "{type: integer, not: {enum: [1, 2]}}",
        "{type: integer, maximum: 1, not: {enum: [1, 0]}}",
        "{type: number, minimum: 0.5, not: {enum: [1, 2]}}",
        "{type: string, not: {enum: [a]}}", "{type: string, not: {pattern: '^a$'}}",
        "{type: string, enum: [a, b], not: {enum: [a]}}",
        "{type: array, minItems: 3, x-kubernetes-list-type: set, items: {type: integer, not: {enum: [2]}}}",
        "{type: string, allOf: [{minLength: 3}, {pattern: '^z'}]}",
        "{type: string, minLength: 4, pattern: 'z$'}",
        """
        {type: object, minProperties: 3, x-kubernetes-preserve-unknown-fields: true, \
        properties: {key: {type: string}}}
        """,
    ])
    func `a sample is valid`(schema: String) throws {
        let properties = "spec: {type: object, required: [a], properties: {a: \(schema)}}"
        let entry = try entry(InspectedText.widget(properties))
        for extent in [Example.Extent.minimal, .full] {
            let sample = Sample(of: entry, extent: extent)
            #expect(sample.warnings == [], "\(sample.manifest)")
        }
    }

    @Test(arguments: [
        (
            "{type: array, minItems: 3, x-kubernetes-list-type: set, items: {type: string, enum: [a, b]}}",
            "spec.a: Invalid value: 2: spec.a in body should have at least 3 items"
        ),
        (
            "{type: object, minProperties: 1}",
            "spec.a: Invalid value: 0: spec.a in body should have at least 1 properties"
        ),
        (
            "{type: string, format: uuid, maxLength: 10}",
            #"spec.a: Invalid value: "a": spec.a in body must be of type uuid: "a""#
        ),
    ])
    func `what no value satisfies is reported with the reason`(
        schema: String,
        reason: String
    ) throws {
        let properties = "spec: {type: object, required: [a], properties: {a: \(schema)}}"
        let warnings = Sample(of: try entry(InspectedText.widget(properties))).warnings
        #expect(warnings.map(\.severity) == [.warning])
        #expect(
            warnings.map(\.message) == [
                "no valid value found, so the API server would reject the sample: \(reason)"
            ]
        )
    }

    @Test func `a status that is written apart is left out`() throws {
        let text = widget.replacing(
            "    schema:",
            with: "    subresources: {status: {}}\n    schema:"
        ).replacing(
            "          spec:\n            type",
            with: "          status: {type: object}\n          spec:\n            type"
        )
        let entry = try entry(text)
        #expect(entry.version.schema.keywords.properties.map(\.name) == ["status", "spec"])
        #expect(!Sample(of: entry, extent: .full).manifest.contains("status"))
    }

    @Test(arguments: [
        ("oneOf: [{required: [a]}, {required: [b]}]", ["a", "c"]),
        ("oneOf: [{required: [b]}, {required: [c]}]", ["a", "b"]),
        ("maxProperties: 2", ["a", "b"]),
        ("anyOf: [{required: [a]}, {required: [b]}]", ["a", "b", "c"]),
    ])
    func `of attributes that exclude each other, the first is there`(
        _ keyword: String,
        _ keys: [String]
    ) throws {
        let text = InspectedText.widget(
            """
            spec:
              type: object
              properties: {a: {type: string}, b: {type: string}, c: {type: string}}
              \(keyword)
            """
        )
        let sample = Sample(of: try entry(text), extent: .full)
        guard case .object(let spec)? = sample.json["spec"] else {
            Issue.record("no spec")
            return
        }
        #expect(spec.keys == keys)
    }
}
