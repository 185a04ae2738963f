import CRDYAML
import TestSupport
import Testing

@testable import CRDGeneratorCore

/// What a configuration selects, and what is said where it speaks of nothing.
struct ConfigurationUseTests {
    /// What is said of a folder of two CRDs.
    private func make(_ marked: String) throws -> (text: String, diagnostics: [String]) {
        let marked = MarkedText(marked)
        let widget = try CRDText.replacing(
            "type: object",
            by: "{type: object, properties: {spec: {properties: {size: {type: integer}}}}}"
        )
        .replacing("- name: v1", with: "- name: v1alpha1\n    served: true\n  - name: v1")
        let gadget = CRDText.v1.replacing("Widget", with: "Gadget")
            .replacing("example.com", with: "other.example.org")
        var diagnostics: [Diagnostic] = []
        let file = Generator.Input(path: "crdgen.yaml", bytes: Array(marked.text.utf8))
        let configuration = Configuration(file, &diagnostics)
        #expect(diagnostics == [])
        var module = ModuleGenerator(module: "M", configuration: configuration)
        for (path, text) in [("a.yaml", widget), ("b.yaml", gadget)] {
            module.add(Generator.Input(path: path, bytes: Array(text.utf8)), &diagnostics)
        }
        diagnostics = []
        let text = module.namespacesText(&diagnostics)
        return (text, marked.show(diagnostics))
    }

    @Test(arguments: [
        ("", ["Gadget", "Widget", "Widget"]),
        ("include: [{kind: Widget}]", ["Widget", "Widget"]),
        ("include: [{kind: [Gadget, Other]}, {version: v1alpha1}]", ["Gadget", "Widget"]),
        ("include: [{kind: Widget, version: v1}]", ["Widget"]),
        ("exclude: [{group: '*.org'}]", ["Widget", "Widget"]),
        ("exclude: [{version: v1a*1, kind: W*d*t}]", ["Gadget", "Widget"]),
        ("include: [{kind: Widget}]\nexclude: [{version: v1}]", ["Widget"]),
        ("exclude: [{kind: '*'}]", []),
    ])
    func `kinds and versions are those that are selected`(
        configuration: String,
        kinds: [String]
    ) throws {
        let text = try make(configuration).text
        let names = text.matches(of: /[A-Za-z0-9.]+\.(\w+)\.self,/).map { String($0.1) }
        #expect(names.sorted() == kinds)
    }

    @Test(arguments: [
        ("groups: {example.com: A, 1️⃣none.example.com: B}", "the group 'none.example.com'"),
        ("exclude: [1️⃣{kind: Gizmo}]", "a matching resource"),
        ("include: [{kind: Widget}, 1️⃣{group: other, kind: Gadget}]", "a matching resource"),
        ("types: {spec.size: A, 1️⃣spec.sise: A}", "the path 'spec.sise'"),
        ("types: {1️⃣Gadget.spec.size: A}", "the path 'Gadget.spec.size'"),
        ("types: {spec: A, 1️⃣spec.size: A}", "the path 'spec.size'"),
        ("renames: {attributes: {1️⃣size: a}}", "the path 'size'"),
        ("renames: {types: {1️⃣spec.size: A}}", "a struct or an enumeration at 'spec.size'"),
        ("renames: {types: {Widget: A, 1️⃣Wodget: A}}", "the kind 'Wodget'"),
        ("renames: {versions: {v1alpha1: A, 1️⃣v3: B}}", "the version 'v3'"),
        ("groups: {none: A}\nexclude: [1️⃣{kind: A}]\nallowUnused: [groups]", "a matching resource"),
        ("shapes: [1️⃣{schema: Condition, type: A}]", "a matching schema"),
        ("shapes: [1️⃣{schema: {type: integer, format: int32}, type: A}]", "a matching schema"),
        ("exclude: [{kind: Widget}]\ntypes: {1️⃣spec.size: A}", "the path 'spec.size'"),
    ])
    func `what speaks of nothing is a warning`(configuration: String, subject: String) throws {
        #expect(
            try make(configuration).diagnostics == [
                "1️⃣ warning: unused entry: no CRD in this folder has \(subject)"
            ]
        )
    }

    @Test(arguments: [
        "exclude: [1️⃣{kind: '*'}]", "include: [{kind: Gadget}]\nexclude: [1️⃣{group: '*.org'}]",
        "exclude: [1️⃣{kind: Gadget}, {kind: Widget}]",
    ])
    func `leaving out all kinds is a warning`(configuration: String) throws {
        #expect(
            try make(configuration).diagnostics == [
                "1️⃣ warning: 'exclude' leaves out all kinds of this folder, so no types are generated"
            ]
        )
    }

    @Test(arguments: [
        "groups: {none.example.com: B}\nallowUnused: [exclude, groups]",
        "allowUnused: [include, exclude]\nexclude: [{kind: Gizmo}]\ninclude: [{kind: '*'}, {kind: Other}]",
        "types: {spec.sise: A}\nallowUnused: [types]",
        "shapes: [{schema: Condition, type: A}]\nallowUnused: [shapes]",
        "renames: {types: {Wodget: A}, versions: {v3: B}, attributes: {a: b}}\nallowUnused: [renames]",
    ])
    func `nothing is said of unused entries that are allowed`(configuration: String) throws {
        #expect(try make(configuration).diagnostics == [])
    }

    @Test func `nothing is said of a folder with a file that is at fault`() {
        var diagnostics: [Diagnostic] = []
        let file = Generator.Input(path: "crdgen.yaml", bytes: Array("types: {spec: A}".utf8))
        var namespace = NamespaceFile(
            module: "M",
            configuration: Configuration(file, &diagnostics)
        )
        namespace.add(Generator.Input(path: "a.yaml", bytes: Array("a: [".utf8)))
        _ = namespace.text(&diagnostics)
        #expect(diagnostics == [])
    }

    @Test func `a version has the name that the file gives it`() throws {
        let text = try make("renames: {versions: {v1: Stable, v1alpha1: V1_A}}").text
        #expect(text.contains("public typealias Widget = ExampleCom.Stable.Widget\n"))
        #expect(text.contains("ExampleCom.V1_A.Widget.self,"))
    }

    @Test func `a kind has the name that the file gives it at the top of the module, too`() throws {
        let text = try make("renames: {types: {Widget: Thing}}").text
        #expect(text.contains("public typealias Thing = ExampleCom.V1.Thing\n"))
    }
}
