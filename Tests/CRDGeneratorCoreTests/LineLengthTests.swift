import CRDGeneratorCore
import CRDYAML
import Foundation
import TestSupport
import Testing

/// The lines of generated code have at most 100 columns, but for what the schema makes longer.
struct LineLengthTests {
    /// The lines that are too long and could have been broken.
    private static func longLines(of text: String) -> [Substring] {
        text.split(separator: "\n").filter { $0.utf8.count > 100 && canBeBroken($0) }
    }

    /// Whether a line that is too long has neither the schema nor a word without blanks that no
    /// line holds beside the indentation and a few other words.
    private static func canBeBroken(_ line: Substring) -> Bool {
        if line.unicodeScalars.count <= 100 || line.drop(while: { $0 == " " }).hasPrefix("#\"") {
            return false
        }
        let longest = line.split(separator: " ").map(\.unicodeScalars.count).max() ?? 0
        return longest < 70
    }

    private static func swift(_ bytes: [UInt8], _ configuration: String = "") -> [String] {
        var diagnostics: [Diagnostic] = []
        let file = Generator.Input(path: "crdgen.yaml", bytes: Array(configuration.utf8))
        let settings = Configuration(file, &diagnostics)
        let input = Generator.Input(path: "crd.yaml", bytes: bytes)
        let output = Generator(settings).generate(input, &diagnostics)
        var namespaces = NamespaceFile(module: "Module", configuration: settings)
        namespaces.add(output)
        return [output.swift.text, namespaces.text(&diagnostics)]
    }

    @Test(arguments: [
        "crds/sagemaker.services.k8s.aws_trainingjobs.yaml", "Tests/TestResources/crds/faults.yaml",
        "Tests/TestResources/crds/names.yaml", "Tests/TestResources/crds/shapes.yaml",
    ])
    func `no line of the CRDs in this package is too long`(path: String) throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let bytes = Array(try Data(contentsOf: root.appending(path: path)))
        for text in Self.swift(bytes) { #expect(Self.longLines(of: text) == []) }
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus/provider/crds"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/provider/crds", "corpus/catalog")
    )
    func `no line of published CRDs is too long`(part: CorpusPart) throws {
        for path in part.files {
            let bytes = try SharedFolder.bytes(path)
            for text in Self.swift(bytes) { #expect(Self.longLines(of: text) == [], "\(path)") }
        }
    }

    /// A name of which no two fit into a line.
    private static let long = "aNameThatIsLongEnoughForHalfLine"
    private static let snakeLong = "a_name_that_is_long_enough_for_half_line"

    @Test(arguments: [
        ("{LONG: {type: string}, LONG2: {type: string}}", ""),
        ("{LONG: {properties: {LONG: {type: string}}}}", ""),
        ("{LONG: {nullable: true, type: string}}", ""),
        ("{LONG: {items: {properties: {LONG: {additionalProperties: {type: integer}}}}}}", ""),
        ("{LONG: {enum: [LONG, LONG2, LONG3], type: string}}", ""),
        ("{LONG: {enum: ['LONG LONG LONG'], type: string}}", ""),
        ("{LONG: {properties: {a: {}}}, b: {properties: {LONG2: {properties: {a: {}}}}}}", ""),
        ("{spec: {required: [LONG, LONG2], properties: {LONG: {}, LONG2: {}}}}", ""),
        (
            "{spec: {x-kubernetes-preserve-unknown-fields: true, properties: {LONG: {}, LONG2: {}}}}",
            ""
        ),
        ("{spec: {properties: {LONG: {}, LONG2: {}}}}", "naming: camelCase"),
        (
            "{spec: {properties: {a: {}, b: {}}}}",
            "renames: {attributes: {spec.a: LONG, spec.b: LONG2}}"
        ),
        ("{spec: {properties: {a: {}}}}", "conformances: {all: [LONG, LONG2, LONG3]}"),
    ])
    func `long names are broken between`(properties: String, configuration: String) throws {
        let schema = "{type: object, properties: \(properties)}"
            .replacing("LONG", with: Self.long)
        let crd = try CRDText.replacing("type: object", by: schema)
        let texts = Self.swift(
            Array(crd.utf8),
            configuration.replacing("LONG", with: Self.snakeLong)
        )
        #expect(texts[0].contains(Self.long) || texts[0].contains(Self.snakeLong))
        for text in texts { #expect(Self.longLines(of: text) == []) }
    }

    @Test func `what the CRD says besides the schema is broken at blanks`() throws {
        let words = Array(repeating: #"many "words""#, count: 30).joined(separator: " ")
        let crd = try CRDText.replacing(
            "served: true",
            by: """
                served: true
                deprecated: true
                deprecationWarning: '\(words)'
                selectableFields: [\((0..<9).map { "{jsonPath: .spec.field\($0)}" }.joined(separator: ", "))]
                additionalPrinterColumns:
                - {name: A, type: string, jsonPath: .spec, description: '\(words)'}
                """
        )
        let texts = Self.swift(Array(crd.utf8))
        for text in texts { #expect(Self.longLines(of: text) == []) }
        #expect(texts[0].contains("@available(*, deprecated, message: \"\"\"\n"))
        #expect(texts[0].contains("deprecationWarning: \"\"\"\n"))
        #expect(texts[0].contains("description: \"\"\"\n"))
        #expect(texts[0].contains("selectableFields: [\n"))
    }

    @Test func `the name of a long file stands by itself`() throws {
        let name = String(repeating: "long", count: 30) + ".yaml"
        let text = SwiftFile(
            path: name,
            resources: [],
            sharing: TypeSharing([], Configuration()),
            configuration: Configuration()
        ).text
        #expect(text.contains("do not edit. The source is\n// \(name)\n"))
    }
}
