import CRDGeneratorCore
import CRDLibYAML
import CRDPages
import CRDRuntime
import CRDSchema
import CRDYAML
import Testing

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
