import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// The CRDs by which manifests are validated.
struct ManifestDefinitionTests {
    @Test func `kinds and versions without a schema have validators of their own`() {
        var kinds = KnownKinds()
        for kind in ["Widget", "Gadget"] {
            let crd = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: \(kind.lowercased())s.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: \(kind), plural: \(kind.lowercased())s}
                  versions:
                  - {name: v1, served: true, storage: true}
                  - {name: v2, served: true, storage: false}

                """
            _ = kinds.add(DefinitionFile(ManifestText.input("\(kind).yaml", crd)))
        }
        var check = ManifestCheck(kinds)
        let objects = ["Widget", "Gadget"].flatMap { kind in
            ["v1", "v2"].map {
                "{apiVersion: example.com/\($0), kind: \(kind), metadata: {name: a}}"
            }
        }
        check.check([ManifestText.input("a.yaml", objects.joined(separator: "\n---\n"))])
        #expect(check.summary(requiresKinds: false) == "4 objects: 4 valid")
        let errors = check.diagnostics(requiresKinds: false).filter { $0.severity == .error }
        #expect(errors == [])
    }

    @Test func `CRDs among the files are checked and define kinds`() {
        let crd = InspectedText.widget(ManifestText.properties)
            .replacingOnce("Widget", by: "Gadget").replacingOnce("widgets.ex", by: "gadgets.ex")
            .replacingOnce("plural: widgets", by: "plural: gadgets")
        let object = "apiVersion: example.com/v1\nkind: Gadget\nmetadata: {name: a}\nspec: {}\n"
        let check = ManifestText.check(MarkedText(object), more: [crd])
        #expect(
            check.diagnostics(requiresKinds: false).map(\.description)
                == ["a.yaml:4:7: error: spec.size: Required value"]
        )
        #expect(check.summary(requiresKinds: false) == "2 objects: 1 valid, 1 invalid")
    }

    @Test func `a key that stands twice in a CRD is an error`() {
        let text = MarkedText(
            InspectedText.widget(ManifestText.properties)
                .replacingOnce("  scope: ", by: "  scope: Cluster\n  1️⃣scope: ")
        )
        let check = ManifestText.check(text)
        #expect(
            text.show(check.diagnostics(requiresKinds: false))
                == ["1️⃣ error: duplicate key 'scope', first defined on line 11"]
        )
        #expect(check.objects[0].status()?["code"] == 400)
    }

    @Test(arguments: [true, false])
    func `the versions of a CRD can be in several files`(isStored: Bool) {
        let kinds = ManifestText.kinds(
            ("v1.yaml", ManifestText.version("v1")),
            ("v2.yaml", ManifestText.version("v2", isStored: isStored))
        )
        var check = ManifestCheck(kinds)
        let texts = ["v1", "v2", "v3"].map {
            ManifestText.valid.replacing("com/v1", with: "com/\($0)")
        }
        check.check([ManifestText.input("a.yaml", texts.joined(separator: "---\n"))])
        #expect(
            check.diagnostics(requiresKinds: false).map(\.message) == [
                #"no matches for kind "Widget" in version "example.com/v3", 'v1.yaml' and "#
                    + "'v2.yaml' serve v1, v2"
            ]
        )
        #expect(check.summary(requiresKinds: false) == "3 objects: 2 valid, 1 invalid")
        #expect(check.definitionDiagnostics(checksAll: true) == [])
    }

    @Test func `a version in two CRDs is a warning that names both files`() {
        let kinds = ManifestText.kinds(
            ("a.yaml", ManifestText.version("v1")),
            ("b.yaml", ManifestText.version("v1"))
        )
        var check = ManifestCheck(kinds)
        check.check([ManifestText.input("m.yaml", ManifestText.valid)])
        let found = check.definitionDiagnostics(checksAll: false)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.map(\.file) == ["b.yaml"])
        #expect(
            found.map(\.message) == [
                "duplicate definition of Widget of 'example.com/v1', first in a.yaml:13; using this one"
            ]
        )
    }

    @Test func `a CRD among the manifests replaces that of the folder`() {
        let check = ManifestText.check(
            MarkedText(ManifestText.valid),
            more: [ManifestText.version("v2")],
            crd: ManifestText.version("v1")
        )
        #expect(check.summary(requiresKinds: false) == "2 objects: 1 valid, 1 invalid")
        #expect(check.definitionDiagnostics(checksAll: true) == [])
    }

    @Test(arguments: [false, true])
    func `errors in a CRD that is replaced do not count`(isStored: Bool) {
        let kinds = ManifestText.kinds(
            ("a.yaml", ManifestText.version("v1", isStored: isStored)),
            ("b.yaml", ManifestText.version("v2", isStored: false))
        )
        var check = ManifestCheck(kinds)
        let texts = [ManifestText.version("v1"), ManifestText.valid]
        check.check([ManifestText.input("m.yaml", texts.joined(separator: "---\n"))])
        #expect(check.summary(requiresKinds: false) == "2 objects: 2 valid")
        #expect(check.definitionDiagnostics(checksAll: false) == [])
    }

    @Test func `errors in a CRD count if an object has its kind`() {
        let invalid = InspectedText.widget(ManifestText.properties)
            .replacingOnce("scope: Namespaced", by: "scope: Somewhere")
        let other = "apiVersion: example.com/v1\nkind: Gadget\n"
        for (text, checksAll, count) in [
            (ManifestText.valid, false, 1), (other, false, 0), (other, true, 1),
        ] {
            let check = ManifestText.check(MarkedText(text), crd: invalid)
            let found = check.definitionDiagnostics(checksAll: checksAll)
            #expect(found.map(\.severity) == Array(repeating: .error, count: count))
            #expect(found.allSatisfy { $0.message.contains("Unsupported value: \"Somewhere\"") })
        }
    }

    @Test(arguments: [(ManifestText.valid, 0), ("apiVersion: v1\nkind: Pod\n", 1)])
    func `a file that cannot be read counts if the CRD of an object is missing`(
        text: String,
        count: Int
    ) {
        let kinds = ManifestText.kinds(
            ("crd.yaml", InspectedText.widget(ManifestText.properties)),
            ("broken.yaml", "a: [")
        )
        var check = ManifestCheck(kinds)
        check.check([ManifestText.input("a.yaml", text)])
        let found = check.definitionDiagnostics(checksAll: false)
        #expect(found.map(\.severity) == Array(repeating: .error, count: count))
    }

    @Test func `CRDs before a broken document define kinds`() {
        let broken = InspectedText.widget(ManifestText.properties) + "---\na: [\n"
        for isManifest in [false, true] {
            let kinds = isManifest ? KnownKinds() : ManifestText.kinds(("crds.yaml", broken))
            var check = ManifestCheck(kinds)
            let more = isManifest ? [ManifestText.input("crds.yaml", broken)] : []
            check.check([ManifestText.input("a.yaml", ManifestText.valid)] + more)
            let found = check.definitionDiagnostics(checksAll: false)
            let errors = (found + check.diagnostics(requiresKinds: true)).map(\.description)
            let line = broken.count { $0 == "\n" } + 1
            #expect(errors == ["crds.yaml:\(line):1: error: did not find expected node content"])
            #expect(check.objects.first?.verdict() == .valid)
        }
    }

    @Test func `items of a list of CRDs need no kind`() {
        let list = """
            kind: CustomResourceDefinitionList
            apiVersion: apiextensions.k8s.io/v1
            items:
            - metadata: {name: gadgets.example.com}
              spec:
                group: example.com
                names: {kind: Gadget, plural: gadgets}
                scope: Cluster
                versions:
                - name: v1
                  served: true
                  storage: true
                  schema: {openAPIV3Schema: {type: object, properties: {size: {type: integer}}}}

            """
        let gadget = "apiVersion: example.com/v1\nkind: Gadget\nmetadata: {name: a}\nsize: x\n"
        let check = ManifestText.check(MarkedText(list), more: [gadget])
        #expect(check.summary(requiresKinds: false) == "2 objects: 1 valid, 1 invalid")
        #expect(check.objects.map(\.kind) == ["CustomResourceDefinition", "Gadget"])
        #expect(check.objects[0].name == "gadgets.example.com")
    }

    @Test
    func `what the server would refuse in a CRD is said, and that it is checked all the same`() {
        let crd = InspectedText.widget(ManifestText.properties).replacingOnce(
            "storage: true",
            by: "storage: no"
        )
        let check = ManifestText.check(
            MarkedText(ManifestText.valid),
            more: [ManifestText.valid],
            crd: crd
        )
        #expect(
            check.definitionDiagnostics(checksAll: false).contains {
                $0.message.hasSuffix("must have exactly one version marked as storage version")
            }
        )
        #expect(
            check.diagnostics(requiresKinds: false).map(\.description) == [
                "a.yaml:1:1: note: Widget: the CRD in 'crd.yaml' is invalid, so the server's response "
                    + "can differ for 2 objects"
            ]
        )
    }
}
