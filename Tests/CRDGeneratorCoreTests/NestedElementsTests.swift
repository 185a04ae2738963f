import CRDYAML
import Testing

@testable import CRDGeneratorCore

/// Lists and maps nested so deep that Swift's compiler would not come to an end.
struct NestedElementsTests {
    @Test(arguments: [16, 17])
    func `lists deeper than 16 hold any JSON value, with a warning`(depth: Int) throws {
        let opening = String(repeating: "{type: array, items: ", count: depth)
        let closing = String(repeating: "}", count: depth)
        let crd = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              names: {kind: Widget, plural: widgets}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, properties: {spec: \
            \(opening){type: string}\(closing)}}}
            """
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "widget.yaml", bytes: Array(crd.utf8))
        let output = Generator().generate(input, &diagnostics)
        let spec = try #require(output.swift.resources.first?.root.attributes.first)
        if depth == 16 {
            #expect(spec.typeText(.qualified).contains("String"))
            #expect(diagnostics.isEmpty)
        } else {
            #expect(spec.typeText(.qualified).contains("JSONValue"))
            #expect(
                diagnostics.map(\.description) == [
                    "widget.yaml:9:5: warning: lists and maps are nested deeper than 16 levels, "
                        + "using any JSON value for deeper elements"
                ]
            )
        }
    }
}
