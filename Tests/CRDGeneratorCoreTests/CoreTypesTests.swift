import CRDYAML
import Foundation
import Testing

@testable import CRDGeneratorCore

/// The names of structs of the Kubernetes API.
struct CoreTypesTests {
    /// The shared file of a module with a CRD that has properties in flow style.
    private static func namespaces(
        _ properties: String,
        configuration: String = "",
        line: String = "served: true"
    ) throws -> String {
        let text = try CRDText.replacing(
            "type: object",
            by: "{type: object, properties: \(properties)}",
            in: CRDText.replacing("served: true", by: line)
        )
        var diagnostics: [Diagnostic] = []
        let file = Generator.Input(path: "crdgen.yaml", bytes: Array(configuration.utf8))
        let configuration = Configuration(file, &diagnostics)
        var module = ModuleGenerator(module: "M", configuration: configuration)
        module.add(Generator.Input(path: "crd.yaml", bytes: Array(text.utf8)), &diagnostics)
        let swift = module.namespacesText(&diagnostics)
        #expect(diagnostics.isEmpty)
        return swift
    }

    private static let toleration = """
        {tolerations: {type: array, items: {type: object, properties: {effect: {type: string}, \
        key: {type: string}, operator: {type: string}, value: {type: string}, \
        tolerationSeconds: {type: integer, format: int64}}}}}
        """

    private static let selector = """
        {type: object, properties: {matchLabels: {type: object, additionalProperties: \
        {type: string}}, matchExpressions: {type: array, items: {type: object, \
        required: [key, operator], properties: {key: {type: string}, \
        operator: {type: string}, values: {type: array, items: {type: string}}}}}}}
        """

    private static let section = """
        /// Types of the Kubernetes API `v1` that kinds of this module contain.
        public enum CoreV1 {
            public typealias Toleration = ExampleCom.V1.Widget.Toleration
        }

        """

    @Test func `a struct with all properties of a Kubernetes type has its name`() throws {
        #expect(try Self.namespaces(Self.toleration).hasSuffix(Self.section))
    }

    @Test(arguments: [
        ("effect: {type: string}, ", ""),
        ("effect: {type: string}", "effect: {type: string, enum: [NoSchedule]}"),
        ("integer, format: int64", "integer, format: int32"),
        ("type: object, properties", "type: object, required: [key], properties"),
    ])
    func `a struct that is different has none`(old: String, new: String) throws {
        let schema = Self.toleration.replacing(old, with: new)
        #expect(schema != Self.toleration)
        #expect(try !Self.namespaces(schema).contains("CoreV1"))
    }

    @Test(arguments: ["shareTypes: false", "groups: {example.com: CoreV1}"])
    func `there are no such names if nothing is shared or a group has the name`(
        configuration: String
    ) throws {
        let swift = try Self.namespaces(Self.toleration, configuration: configuration)
        #expect(!swift.contains("typealias Toleration"))
    }

    @Test func `a deprecated version gives no names`() throws {
        let line = "served: true\ndeprecated: true"
        #expect(try !Self.namespaces(Self.toleration, line: line).contains("CoreV1"))
    }

    @Test func `a selector is the runtime's, or a generated one`() throws {
        let strings = "{type: array, items: {type: string}}"
        let term = """
            {term: {type: object, required: [topologyKey], properties: \
            {labelSelector: \(Self.selector), matchLabelKeys: \(strings), \
            mismatchLabelKeys: \(strings), namespaceSelector: \(Self.selector), \
            namespaces: \(strings), topologyKey: {type: string}}}}
            """
        for configuration in ["", "wellKnownTypes: false"] {
            #expect(
                try Self.namespaces(term, configuration: configuration)
                    .contains("typealias PodAffinityTerm = ExampleCom.V1.Widget.Term")
            )
        }
    }

    @Test(arguments: [
        ("metadata: {type: object}", true),
        ("metadata: {type: object, properties: {name: {type: string}}}", false),
    ])
    func `a template has the name if its metadata has no properties`(
        metadata: String,
        isNamed: Bool
    ) throws {
        let reference = "apiGroup: {type: string}, kind: {type: string}, name: {type: string}"
        let quantities = """
            {type: object, additionalProperties: {x-kubernetes-int-or-string: true}}
            """
        let claim = """
            {type: object, properties: {\
            accessModes: {type: array, items: {type: string}}, \
            dataSource: {type: object, required: [kind, name], properties: {\(reference)}}, \
            dataSourceRef: {type: object, required: [kind, name], properties: \
            {\(reference), namespace: {type: string}}}, \
            resources: {type: object, properties: {limits: \(quantities), \
            requests: \(quantities)}}, selector: \(Self.selector), \
            storageClassName: {type: string}, volumeAttributesClassName: {type: string}, \
            volumeMode: {type: string}, volumeName: {type: string}}}
            """
        let swift = try Self.namespaces(
            """
            {template: {type: object, required: [spec], \
            properties: {\(metadata), spec: \(claim)}}}
            """
        )
        let names = ["PersistentVolumeClaimSpec", "TypedObjectReference"]
        for name in names { #expect(swift.contains("typealias \(name) =")) }
        #expect(swift.contains("typealias PersistentVolumeClaimTemplate =") == isNamed)
    }

    @Test func `the article lists the names`() throws {
        var builder = ModelBuilder(file: "")
        let names = builder.coreTypes().map(\.name)
        #expect(Set(names).count == names.count)
        let file = URL(filePath: #filePath).appending(path: "../../../Sources/CRDRuntime")
            .appending(path: "CRDRuntime.docc/SharedTypes.md").standardizedFileURL
        let article = try String(contentsOf: file, encoding: .utf8)
        let list = try #require(article.split(separator: "The names are ").last)
            .prefix { $0 != "." }
        #expect(list.matches(of: /`(\w+)`/).map { String($0.1) } == names.sorted())
    }
}
