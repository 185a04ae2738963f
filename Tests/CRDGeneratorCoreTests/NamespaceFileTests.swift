import CRDGeneratorCore
import CRDYAML
import TestSupport
import Testing

struct NamespaceFileTests {
    /// The text over some files, and what is said, each with the file's name.
    private func make(
        _ files: KeyValuePairs<String, String>,
        module: String = "Widgets",
        groups: [String: String] = [:]
    ) -> (text: String, diagnostics: [String]) {
        var configuration = Configuration()
        configuration.groups = groups
        var namespace = NamespaceFile(module: module, configuration: configuration)
        for (path, text) in files {
            namespace.add(Generator.Input(path: path, bytes: Array(text.utf8)))
        }
        var diagnostics: [Diagnostic] = []
        let text = namespace.text(&diagnostics)
        return (text, diagnostics.map(\.description))
    }

    private func crd(kind: String = "Widget", group: String = "example.com") -> String {
        CRDText.v1.replacing("Widget", with: kind).replacing("example.com", with: group)
    }

    @Test func `the stored version has a short name`() throws {
        let text = try CRDText.replacing(
            "- name: v1",
            by: "- {name: v1beta1, schema: {openAPIV3Schema: {}}}\n- name: v1"
        )
        let (file, diagnostics) = make(["a.yaml": text])
        #expect(diagnostics == [])
        #expect(file.contains("public typealias Widget = ExampleCom.V1.Widget\n"))
        #expect(file.contains("`Widgets.customResourceKinds`"))
    }

    @Test func `the list of kinds of an unknown module has a comment with a placeholder`() {
        let text = make(["a.yaml": crd()], module: "").text
        #expect(text.contains("`Module.customResourceKinds`"))
    }

    @Test func `the order of the files does not matter`() {
        let one = make([
            "a.yaml": crd(kind: "One"), "b.yaml": crd(kind: "Two", group: "b.example.com"),
        ])
        let other = make([
            "b.yaml": crd(kind: "Two", group: "b.example.com"), "a.yaml": crd(kind: "One"),
        ])
        #expect(one.text == other.text)
        #expect(one.diagnostics == [])
    }

    @Test func `a CRD defined in two files is an error that names both`() {
        #expect(
            make(["a.yaml": crd(), "b.yaml": crd()]).diagnostics == [
                "b.yaml:12:5: error: duplicate definition of Widget of 'example.com/v1', first in a.yaml:12"
            ]
        )
    }

    @Test func `versions that differ only in dashes are different types`() {
        let one = crd().replacing("name: v1", with: "name: v1-x")
        let other = crd().replacing("name: v1", with: "name: v1x")
        let (file, diagnostics) = make(["a.yaml": one, "b.yaml": other])
        #expect(diagnostics == [])
        #expect(file.contains("ExampleCom.V1_X.Widget.self,"))
        #expect(file.contains("ExampleCom.V1X.Widget.self,"))
    }

    @Test func `kinds that would be one type are an error that names both`() {
        #expect(
            make(["a.yaml": crd(kind: "WidGet"), "b.yaml": crd(kind: "Wid-Get")]).diagnostics == [
                "b.yaml:12:5: error: WidGet of 'example.com/v1' and Wid-Get of 'example.com/v1' "
                    + "would both be ExampleCom.V1.WidGet, first in a.yaml:12; name one under 'renames' "
                    + "in 'crdgen.yaml'"
            ]
        )
    }

    @Test func `a kind of two groups has no short name`() {
        let (file, diagnostics) = make(["a.yaml": crd(), "b.yaml": crd(group: "b.example.com")])
        #expect(
            diagnostics == [
                "a.yaml:12:5: note: Widget has no short name, because 'b.example.com' and "
                    + "'example.com' both have this kind; use ExampleCom.V1.Widget"
            ]
        )
        #expect(!file.contains("typealias"))
    }

    @Test func `a kind of three groups has no short name`() {
        let files = make([
            "a.yaml": crd(), "b.yaml": crd(group: "b.com"), "c.yaml": crd(group: "c.com"),
        ])
        #expect(
            files.diagnostics == [
                "a.yaml:12:5: note: Widget has no short name, because 'b.com', 'c.com', "
                    + "'example.com' all have this kind; use ExampleCom.V1.Widget"
            ]
        )
    }

    @Test func `a group named like its module is an error`() {
        #expect(
            make(["a.yaml": crd()], module: "ExampleCom").diagnostics == [
                "a.yaml:12:5: error: group 'example.com' would be named 'ExampleCom' like its module, "
                    + "which hides the module; name it under 'groups' in 'crdgen.yaml'"
            ]
        )
        #expect(
            make(["a.yaml": crd()], module: "ExampleCom", groups: ["example.com": "Example"])
                .diagnostics == []
        )
    }

    @Test func `two groups of one name are an error`() {
        #expect(
            make([
                "a.yaml": crd(kind: "One", group: "a.b.example"),
                "b.yaml": crd(kind: "Two", group: "a-b.example"),
            ]).diagnostics == [
                "b.yaml:12:5: error: groups 'a.b.example' and 'a-b.example' would both be named "
                    + "'ABExample'; name one under 'groups' in 'crdgen.yaml'"
            ]
        )
    }

    @Test(arguments: ["ExampleCom", "Widgets"])
    func `a kind named like a group or the module has no short name`(kind: String) {
        let (file, diagnostics) = make(["a.yaml": crd(kind: kind)])
        #expect(
            diagnostics == [
                "a.yaml:12:5: note: \(kind) has no short name, because '\(kind)' names a group "
                    + "or the module; use ExampleCom.V1.\(kind)"
            ]
        )
        #expect(!file.contains("typealias"))
    }

    @Test(arguments: ["Data", "Task", "Condition"])
    func `a kind named like a type of Swift, Foundation or the runtime has no short name`(
        kind: String
    ) {
        let (file, diagnostics) = make(["a.yaml": crd(kind: kind)])
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.hasSuffix("; use ExampleCom.V1.\(kind)") == true)
        #expect(!file.contains("typealias"))
    }

    @Test(arguments: ["Foundation", "CRDManifests", "Testing"])
    func `a kind named like a module has no short name`(kind: String) {
        let (file, diagnostics) = make(["a.yaml": crd(kind: kind)])
        #expect(
            diagnostics == [
                "a.yaml:12:5: note: \(kind) has no short name, because '\(kind)' is a module, which "
                    + "it would hide; use ExampleCom.V1.\(kind)"
            ]
        )
        #expect(!file.contains("typealias"))
    }

    @Test func `two kinds whose CRDs have one name are a warning`() {
        let (file, diagnostics) = make(["a.yaml": crd(), "b.yaml": crd(kind: "Gadget")])
        #expect(
            diagnostics == [
                "b.yaml:12:5: warning: the CRDs of Widget and Gadget are both named "
                    + "'widgets.example.com', so that a cluster can have only one of them, first in "
                    + "a.yaml:12"
            ]
        )
        #expect(file.contains("typealias Gadget"))
    }

    @Test func `a CRD with faults is left to the generator`() throws {
        let (file, diagnostics) = make([
            "a.yaml": try CRDText.replacing("scope: Namespaced", by: "scope: x"), "b.yaml": "a: [",
        ])
        #expect(diagnostics == [])
        #expect(!file.contains("enum"))
    }
}
