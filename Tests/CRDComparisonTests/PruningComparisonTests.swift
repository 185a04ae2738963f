import TestSupport
import Testing

@testable import CRDComparison

/// Changes of `spec.preserveUnknownFields`, which is true by default in `v1beta1`.
@Suite struct PruningComparisonTests {
    private static let schema =
        "{type: object, properties: {spec: {type: object, properties: {a: {type: object, "
        + "properties: {b: {type: string}}}, l: {type: array, items: {type: object}}}}}}"

    private static func v1beta1(_ more: String = "", schema: String = schema) -> [String: String] {
        let text = """
            apiVersion: apiextensions.k8s.io/v1beta1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Widget, plural: widgets}
              version: v1\(more)
              validation: {openAPIV3Schema: \(schema)}

            """
        return ["old.yaml": text]
    }

    private static func v1(_ schema: String = schema) -> [String: String] {
        let version =
            "  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: \(schema)}}"
        return ["new.yaml": InspectedText.widget(versions: [version])]
    }

    private static let begins =
        "new.yaml:5:3: breaking (source, manifests): example.com/v1/Widget: "
        + "'preserveUnknownFields' is no longer true, unknown fields are only kept where the schema "
        + "preserves them; 'unknown_fields' removed elsewhere"

    @Test func `if the server begins to drop unknown fields, manifests break`() {
        #expect(CatalogComparison(Self.v1beta1(), Self.v1()).lines == [Self.begins])
        let no = "\n  preserveUnknownFields: false"
        #expect(CatalogComparison(Self.v1beta1(no), Self.v1()).lines == [])
    }

    @Test func `new fields are part of that, removed ones are not`() {
        let new = Self.v1(Self.schema.replacing("b: {", with: "c: {"))
        let comparison = CatalogComparison(Self.v1beta1(), new)
        #expect(
            comparison.changes.map(\.rule) == [.unknownFieldsDropped, .fieldRemoved, .fieldAdded]
        )
        #expect(comparison.changes.map(\.grade) == [.both, .both, .compatible])
    }

    @Test func `nothing changes if the schema preserves all fields`() {
        let schema = "{type: object, properties: {spec: {type: object}}}"
        let new = schema.replacing(
            "type: object",
            with: "type: object, x-kubernetes-preserve-unknown-fields: true"
        )
        let comparison = CatalogComparison(Self.v1beta1(schema: schema), Self.v1(new))
        #expect(comparison.changes.filter { $0.grade.manifests != .same } == [])
    }

    @Test func `a field that is removed where the server keeps all fields breaks no manifests`() {
        let new = Self.schema.replacing("b: {", with: "c: {")
        let comparison = CatalogComparison(Self.v1beta1(), Self.v1beta1(schema: new))
        let removed = comparison.changes.filter { $0.rule == .fieldRemoved }
        #expect(removed.map(\.grade) == [.source])
    }
}
