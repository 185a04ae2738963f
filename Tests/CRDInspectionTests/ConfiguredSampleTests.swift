import CRDCatalog
import CRDGeneratorCore
import CRDPages
import CRDYAML
import TestSupport
import Testing

@testable import CRDInspection

/// Samples of kinds for which `crdgen.yaml` has types.
@Suite struct ConfiguredSampleTests {
    private static let configuration = """
        imports: [CRDConventions]
        shapes:
        - {schema: Quantity, type: CRDConventions.Quantity}
        - {schema: GoDuration, type: CRDConventions.GoDuration}
        types:
          spec.labels: Labels
          spec.role: RoleARN
          spec.route: Route
          spec.text: String
          spec.rates: "[Percentage]"
        """

    private static let quantity = #"""
        ^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$
        """#

    private static let widget = InspectedText.widget(
        """
        spec:
          type: object
          required: [cpu, memory, timeout, role, route, text, rates]
          properties:
            cpu:
              anyOf: [{type: integer}, {type: string}]
              pattern: '\(quantity)'
              x-kubernetes-int-or-string: true
            memory: {type: string, pattern: '\(quantity)'}
            timeout: {type: string, format: duration}
            labels: {type: object, additionalProperties: {type: string}}
            role: {type: string, pattern: '^arn:[0-9]{3}$'}
            rates: {type: array, minItems: 1, items: {type: string, pattern: '^[0-9]+%$'}}
            text: {type: string}
            route:
              type: object
              properties:
                port: {x-kubernetes-int-or-string: true}
                host: {type: string}
              oneOf: [{required: [port]}, {required: [host]}]
        """
    )

    private func entry(
        _ configuration: String = ConfiguredSampleTests.configuration
    ) throws -> ResourceCatalog.Entry {
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "crdgen.yaml", bytes: Array(configuration.utf8))
        let catalog = ResourceCatalog(
            Self.widget,
            configuration: Configuration(input, &diagnostics)
        )
        #expect(diagnostics == [])
        return try catalog.entry(at: AttributePath("Widget"), apiVersion: nil)
    }

    @Test(arguments: [Example.Extent.minimal, .full])
    func `values of own types are those of the schema`(extent: Example.Extent) throws {
        let sample = Sample(of: try entry(), extent: extent)
        let plain = Sample(of: try entry("{}"), extent: extent)
        #expect(sample.manifest == plain.manifest)
        #expect(sample.commentedManifest.contains("\n  cpu: 1\n"))
        #expect(sample.warnings == [])
    }

    @Test func `code has literals of known types, and placeholders for others`() throws {
        #expect(
            Sample(of: try entry()).swift == """
                let widget = Widget(
                    metadata: .init(name: "example", namespace: "default"),
                    spec: .init(
                        cpu: 1,
                        memory: "1",
                        rates: [<#Percentage#>],
                        role: <#RoleARN#>,
                        route: <#Route#>,
                        text: "text",
                        timeout: "1h"
                    )
                )

                """
        )
    }
}
