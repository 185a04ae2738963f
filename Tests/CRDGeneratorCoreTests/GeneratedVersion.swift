import CRDYAML
import Testing

@testable import CRDGeneratorCore

/// What a CRD becomes that has one version.
struct GeneratedVersion {
    let type: ResourceType
    let swift: String
    /// As `crd.yaml:1:2: note: message`.
    let diagnostics: [String]

    /// Generates a CRD with properties at its root, in flow style: `{spec: {type: string}}`.
    init(properties: String, kind: String = "Widget", configuration: String = "") throws {
        try self.init(
            schema: "{type: object, properties: \(properties)}",
            kind: kind,
            configuration: configuration
        )
    }

    /// Generates a CRD with a schema in flow style, by what `crdgen.yaml` says.
    init(schema: String, kind: String = "Widget", configuration: String = "") throws {
        let text = try CRDText.replacing("type: object", by: schema)
            .replacing("Widget", with: kind)
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "crd.yaml", bytes: Array(text.utf8))
        let file = Generator.Input(path: "crdgen.yaml", bytes: Array(configuration.utf8))
        let generator = Generator(Configuration(file, &diagnostics))
        let output = generator.generate(input, &diagnostics)
        type = try #require(output.resources.first?.type)
        swift = output.swift.text
        self.diagnostics = diagnostics.map(\.description)
    }
}
