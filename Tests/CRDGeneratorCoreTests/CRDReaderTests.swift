import CRDGeneratorCore
import CRDSchema
import CRDValues
import CRDYAML
import Testing

/// Which documents are read, and what they say besides their versions.
struct CRDReaderTests {
    @Test func `a CRD is read`() throws {
        let definition = try Reading.only(CRDText.v1)
        #expect(definition.file == "crd.yaml")
        #expect(definition.position == SourcePosition(line: 1, column: 1))
        #expect(definition.group == "example.com")
        #expect(definition.versions.map(\.name) == ["v1"])
        let version = try #require(definition.versions.first)
        #expect(
            version.definition
                == ResourceDefinition(
                    group: "example.com",
                    version: "v1",
                    names: definition.names,
                    scope: .namespaced
                )
        )
        #expect(version.schema.keywords.type == .object)
    }

    @Test func `several CRDs are read in the order of the file`() throws {
        let text = ["Widget", "Gadget"].map {
            CRDText.v1.replacing("Widget", with: $0)
                .replacing("widgets", with: $0.lowercased() + "s")
        }
        let reading = Reading(text.joined(separator: "---\n"))
        #expect(reading.definitions.map(\.names.kind) == ["Widget", "Gadget"])
        #expect(reading.diagnostics == [])
    }

    @Test func `JSON is read`() {
        let reading = Reading(
            """
            {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
             "metadata": {"name": "widgets.example.com"},
             "spec": {"group": "example.com", "scope": "Cluster",
              "names": {"kind": "Widget", "plural": "widgets"},
              "versions": [{"name": "v1", "served": true, "storage": true,
               "schema": {"openAPIV3Schema": {"type": "object"}}}]}}
            """
        )
        #expect(reading.definitions.map(\.names.kind) == ["Widget"])
        #expect(reading.diagnostics == [])
    }

    @Test(arguments: ["List", "CustomResourceDefinitionList"])
    func `a list is opened`(kind: String) {
        let item = CRDText.v1.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        let reading = Reading("kind: \(kind)\nitems:\n-\n\(item)\n- kind: 1️⃣Pod\n")
        #expect(reading.definitions.map(\.names.kind) == ["Widget"])
        #expect(reading.diagnostics == ["1️⃣ note: Pod is not a CustomResourceDefinition, skipped"])
    }

    @Test func `items of a list from the API need neither API version nor kind`() {
        let item = CRDText.v1.split(separator: "\n").dropFirst(2).map { "  \($0)" }
        let reading = Reading(
            """
            kind: CustomResourceDefinitionList
            apiVersion: apiextensions.k8s.io/v1
            items:
            -
            \(item.joined(separator: "\n"))
            - kind: 1️⃣Pod

            """
        )
        #expect(reading.definitions.map(\.names.kind) == ["Widget"])
        #expect(reading.diagnostics == ["1️⃣ note: Pod is not a CustomResourceDefinition, skipped"])
    }

    @Test(arguments: [
        "", "# comment\n", "---\n---\n# comment\n---\n", "null\n", "kind: List\nitems:\n",
    ])
    func `documents without content are ignored`(text: String) {
        let reading = Reading(text)
        #expect(reading.definitions.isEmpty)
        #expect(reading.diagnostics == [])
    }

    @Test(arguments: [
        ("kind: 1️⃣Pod", "1️⃣ note: Pod is not a CustomResourceDefinition, skipped"),
        (
            "kind: 1️⃣Pod\nmetadata: {name: web}",
            "1️⃣ note: Pod 'web' is not a CustomResourceDefinition, skipped"
        ),
        ("1️⃣a: 1", "1️⃣ note: document has no 'kind', skipped"),
        ("kind: 1️⃣5", "1️⃣ note: 'kind' is the number 5, expected a string, skipped"),
        (
            "1️⃣text",
            "1️⃣ note: found the string \"text\", expected a CustomResourceDefinition, skipped"
        ),
        ("1️⃣- a", "1️⃣ note: found a sequence, expected a CustomResourceDefinition, skipped"),
        (
            "1️⃣- {op: add, path: /spec/scope, value: Cluster}",
            "1️⃣ note: found a JSON patch for kustomize, expected a CustomResourceDefinition, skipped"
        ),
        ("1️⃣kind: List", "1️⃣ note: list has no 'items', skipped"),
        ("kind: List\nitems: 1️⃣x", "1️⃣ note: 'items' is the string \"x\", expected a list, skipped"),
        (
            "kind: 1️⃣\"Pod\\nx\"",
            #"1️⃣ note: Pod\nx is not a CustomResourceDefinition, skipped"#
        ),
    ])
    func `other documents are skipped with a note`(text: String, note: String) {
        let reading = Reading(text + "\n---\n" + CRDText.v1)
        #expect(reading.definitions.map(\.names.kind) == ["Widget"])
        #expect(reading.diagnostics == [note])
    }
}

// MARK: - Names and scope

extension CRDReaderTests {
    @Test func `names that are absent are made as the API server makes them`() throws {
        let names = try Reading.only(CRDText.v1).names
        #expect(
            names
                == ResourceDefinition.Names(
                    kind: "Widget",
                    plural: "widgets",
                    singular: "widget",
                    listKind: "WidgetList"
                )
        )
    }

    @Test func `names that are there are kept`() throws {
        let text = try CRDText.replacing(
            "plural: widgets",
            by:
                "plural: widgets\nsingular: one\nlistKind: Many\nshortNames: [w, wi]\ncategories: [all]"
        )
        #expect(
            try Reading.only(text).names
                == ResourceDefinition.Names(
                    kind: "Widget",
                    plural: "widgets",
                    singular: "one",
                    listKind: "Many",
                    shortNames: ["w", "wi"],
                    categories: ["all"]
                )
        )
    }

    @Test(arguments: [
        ("Namespaced", ResourceDefinition.Scope.namespaced), ("Cluster", .cluster),
    ])
    func `the scope is read`(word: String, scope: ResourceDefinition.Scope) throws {
        let text = try CRDText.replacing("scope: Namespaced", by: "scope: \(word)")
        #expect(try Reading.only(text).versions.first?.definition.scope == scope)
    }

    @Test(arguments: [
        "widget", "Widget", "HTTPRoute", "x-1", "A" + String(repeating: "b", count: 62),
    ])
    func `a kind that Kubernetes takes is taken`(kind: String) throws {
        let text = try CRDText.replacing("kind: Widget", by: "kind: \(kind)")
        #expect(try Reading.only(text).names.kind == kind)
    }
}
