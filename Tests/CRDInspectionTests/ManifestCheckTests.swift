import CRDGeneratorCore
import CRDInspection
import CRDReports
import CRDRuntime
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// `crdgen validate` without files and processes.
struct ManifestCheckTests {
    @Test(
        arguments: [
            (ManifestText.valid, []),
            ("# nothing\n---\n", []),
            (
                "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: 1️⃣6}",
                [
                    "1️⃣ error: spec.size: Invalid value: 6: spec.size in body should be less than "
                        + "or equal to 5"
                ]
            ),
            (
                ManifestText.valid + "---\n1️⃣apiVersion: apps/v1\nkind: Deployment\n",
                ["1️⃣ note: no CRD found for 'apps/v1, Kind=Deployment', so it is not validated"]
            ),
            (
                "1️⃣apiVersion: v1\nkind: Pod\n---\n2️⃣apiVersion: v2\nkind: Pod\n---\n"
                    + "apiVersion: v1\nkind: Pod\n",
                [
                    "1️⃣ note: no CRD found for 'v1, Kind=Pod', so 2 objects are not validated",
                    "2️⃣ note: no CRD found for 'v2, Kind=Pod', so it is not validated",
                ]
            ),
            (
                ManifestText.valid + "---\n1️⃣apiVersion: example.com/v1\nkind: Wigdet\n",
                [
                    "1️⃣ note: no CRD found for 'example.com/v1, Kind=Wigdet', so it is not validated, did you mean "
                        + "'Widget'?"
                ]
            ),
            (
                "1️⃣apiVersion: exmaple.com/v1\nkind: Widget\n",
                [
                    "1️⃣ note: no CRD found for 'exmaple.com/v1, Kind=Widget', so it is not validated, did you mean "
                        + "'example.com'?"
                ]
            ),
            (
                "1️⃣apiVersion: example.com/v2\nkind: Widget\n",
                [
                    #"1️⃣ error: no matches for kind "Widget" in version "example.com/v2", "#
                        + "'crd.yaml' serves v1"
                ]
            ),
            ("1️⃣kind: Widget\n", ["1️⃣ error: Object 'apiVersion' is missing"]),
            ("apiVersion: v1\nkind: 1️⃣5\n", ["1️⃣ error: Object 'Kind' is missing"]),
            (
                "1️⃣[1]\n",
                ["1️⃣ error: expected an object with 'apiVersion' and 'kind', found a sequence"]
            ),
            ("a: [\n1️⃣", ["1️⃣ error: did not find expected node content"]),
            (
                ManifestText.valid + "---\na: [\n1️⃣",
                ["1️⃣ error: did not find expected node content"]
            ),
            (
                """
                apiVersion: v1
                kind: List
                items:
                - 1️⃣{apiVersion: v1, kind: Pod}
                - {apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, 2️⃣spec: 3️⃣{}}
                """,
                [
                    "1️⃣ note: no CRD found for 'v1, Kind=Pod', so it is not validated",
                    "3️⃣ error: spec.size: Required value",
                ]
            ),
            (
                """
                apiVersion: example.com/v1
                kind: WidgetList
                items:
                - {metadata: {name: a}, spec: {size: 1}}
                - {metadata: {name: a}, spec: 1️⃣{}}
                - {2️⃣kind: 3️⃣Widget}
                """,
                [
                    "1️⃣ error: spec.size: Required value",
                    "6:3 error: Object 'apiVersion' is missing",
                ]
            ),
            (
                "apiVersion: v1\nkind: List\nitems: 1️⃣{a: b}\n",
                ["1️⃣ error: expected a list of objects under 'items', found a mapping"]
            ),
        ] as [(String, [String])]
    )
    func `each object is told about where it stands`(text: String, expected: [String]) {
        let text = MarkedText(text)
        let check = ManifestText.check(text)
        #expect(text.show(check.diagnostics(requiresKinds: false)) == expected)
    }

    @Test func `a kind without a CRD is an error where that is asked for`() {
        let text = MarkedText("1️⃣apiVersion: apps/v1\nkind: Deployment\n")
        let check = ManifestText.check(text)
        #expect(
            text.show(check.diagnostics(requiresKinds: true))
                == [#"1️⃣ error: no matches for kind "Deployment" in version "apps/v1""#]
        )
        #expect(check.summary(requiresKinds: true) == "1 object: 1 invalid")
        #expect(check.summary(requiresKinds: false) == "1 object: 1 not checked")
        #expect(check.objects[0].status() == nil)
        #expect(check.objects[0].status(requiresKinds: true)?["reason"] == "NotFound")
    }

    @Test func `rules are evaluated`() {
        let rule = "x-kubernetes-validations: [{rule: self.metadata.name > 'b'}]"
        let text = MarkedText("1️⃣" + ManifestText.valid)
        let check = ManifestText.check(
            text,
            crd: InspectedText.widget(ManifestText.properties, more: rule)
        )
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: <nil>: Invalid value: failed rule: self.metadata.name > 'b'"
            ]
        )
    }

    @Test func `what is not checked is counted`() {
        let check = ManifestText.check(
            MarkedText(ManifestText.valid + "---\n" + ManifestText.valid),
            more: ["apiVersion: v1\nkind: Pod\n"]
        )
        #expect(check.summary(requiresKinds: false) == "3 objects: 2 valid, 1 not checked")
        let message = "1 object not checked by a schema, which '--fail-on-unchecked' does not allow"
        #expect(check.uncheckedError?.diagnostic.message == message)
        #expect(ManifestText.check(MarkedText(ManifestText.valid)).uncheckedError == nil)
    }

    @Test(arguments: [
        ("n", "; 'n' is a Boolean in YAML 1.1, quote it"),
        ("Yes", "; 'Yes' is a Boolean in YAML 1.1, quote it"), ("true", ""),
    ])
    func `a word that is a Boolean in YAML 1_1 is reported as one`(word: String, hint: String) {
        let text = MarkedText(
            ManifestText.valid.replacing("spec: {size: 5}", with: "name: 1️⃣\(word)")
        )
        let check = ManifestText.check(text, crd: InspectedText.widget("name: {type: string}"))
        let message =
            "name: Invalid value: \"boolean\": name in body must be of type string: \"boolean\""
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == ["1️⃣ error: \(message)\(hint)"]
        )
        #expect(check.objects[0].status()?.object?["message"]?.string?.contains("YAML") == false)
    }

    @Test func `a key that is not a string is a warning`() {
        let text = MarkedText(ManifestText.valid.replacing("size: 5", with: "size: 5, 1️⃣on: 1"))
        #expect(
            text.show(ManifestText.check(text, .ignore).diagnostics(requiresKinds: false)) == [
                "1️⃣ warning: the key 'on' is not a string in YAML 1.1, so it is read as 'true'; quote it"
            ]
        )
    }
}
