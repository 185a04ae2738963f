import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDYAML
import TestSupport
import Testing

/// `crdgen validate` without files and processes.
struct ManifestCheckTests {
    private static let properties = """
        spec:
          type: object
          required: [size]
          properties:
            size: {type: integer, maximum: 5}
        """

    /// Checks texts, of which one has places marked.
    private static func check(
        _ text: MarkedText,
        more: [String] = [],
        crd: String = InspectedText.widget(properties),
        _ fieldValidation: FieldValidation = .strict
    ) -> ManifestCheck {
        var check = ManifestCheck(kinds(("crd.yaml", crd)), fieldValidation: fieldValidation)
        check.check([input("a.yaml", text.text)] + more.map { input("b.yaml", $0) })
        return check
    }

    /// The kinds of files with CRDs.
    private static func kinds(_ files: (path: String, text: String)...) -> KnownKinds {
        var kinds = KnownKinds()
        for file in files {
            let hasCRDs = kinds.add(input(file.path, file.text))
            #expect(hasCRDs)
        }
        return kinds
    }

    private static func input(_ path: String, _ text: String) -> Generator.Input {
        Generator.Input(path: path, bytes: Array(text.utf8))
    }

    private static let valid = """
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: a}
        spec: {size: 5}

        """

    @Test(
        arguments: [
            (valid, []),
            ("# nothing\n---\n", []),
            (
                "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: 1️⃣6}",
                [
                    "1️⃣ error: spec.size: Invalid value: 6: spec.size in body should be less than "
                        + "or equal to 5"
                ]
            ),
            (
                valid + "---\n1️⃣apiVersion: apps/v1\nkind: Deployment\n",
                ["1️⃣ note: no CRD found for 'apps/v1, Kind=Deployment', so it is not validated"]
            ),
            (
                valid + "---\n1️⃣apiVersion: example.com/v1\nkind: Wigdet\n",
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
        let check = Self.check(text)
        #expect(text.show(check.diagnostics(requiresKinds: false)) == expected)
    }

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
            _ = kinds.add(Self.input("\(kind).yaml", crd))
        }
        var check = ManifestCheck(kinds)
        let objects = ["Widget", "Gadget"].flatMap { kind in
            ["v1", "v2"].map {
                "{apiVersion: example.com/\($0), kind: \(kind), metadata: {name: a}}"
            }
        }
        check.check([Self.input("a.yaml", objects.joined(separator: "\n---\n"))])
        #expect(check.summary(requiresKinds: false) == "4 objects: 4 valid")
        let errors = check.diagnostics(requiresKinds: false).filter { $0.severity == .error }
        #expect(errors == [])
    }

    @Test func `a kind without a CRD is an error where that is asked for`() {
        let text = MarkedText("1️⃣apiVersion: apps/v1\nkind: Deployment\n")
        let check = Self.check(text)
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
        let text = MarkedText("1️⃣" + Self.valid)
        let check = Self.check(text, crd: InspectedText.widget(Self.properties, more: rule))
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: <nil>: Invalid value: failed rule: self.metadata.name > 'b'"
            ]
        )
    }

    @Test func `CRDs among the files are checked and define kinds`() {
        let crd = InspectedText.widget(Self.properties)
            .replacingOnce("Widget", by: "Gadget").replacingOnce("widgets.ex", by: "gadgets.ex")
            .replacingOnce("plural: widgets", by: "plural: gadgets")
        let object = "apiVersion: example.com/v1\nkind: Gadget\nmetadata: {name: a}\nspec: {}\n"
        let check = Self.check(MarkedText(object), more: [crd])
        #expect(
            check.diagnostics(requiresKinds: false).map(\.description)
                == ["a.yaml:4:7: error: spec.size: Required value"]
        )
        #expect(check.summary(requiresKinds: false) == "2 objects: 1 valid, 1 invalid")
    }

    @Test func `a key that stands twice in a CRD is an error`() {
        let text = MarkedText(
            InspectedText.widget(Self.properties)
                .replacingOnce("  scope: ", by: "  scope: Cluster\n  1️⃣scope: ")
        )
        let check = Self.check(text)
        #expect(
            text.show(check.diagnostics(requiresKinds: false))
                == ["1️⃣ error: duplicate key 'scope', first defined on line 11"]
        )
        #expect(check.objects[0].status()?["code"] == 400)
    }

    /// A CRD of Widget with one version.
    private static func version(_ name: String, isStored: Bool = true) -> String {
        InspectedText.widget(properties).replacingOnce("name: v1", by: "name: \(name)")
            .replacingOnce("storage: true", by: "storage: \(isStored)")
    }

    @Test(arguments: [true, false])
    func `the versions of a CRD can be in several files`(isStored: Bool) {
        let kinds = Self.kinds(
            ("v1.yaml", Self.version("v1")),
            ("v2.yaml", Self.version("v2", isStored: isStored))
        )
        var check = ManifestCheck(kinds)
        let texts = ["v1", "v2", "v3"].map { Self.valid.replacing("com/v1", with: "com/\($0)") }
        check.check([Self.input("a.yaml", texts.joined(separator: "---\n"))])
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
        let kinds = Self.kinds(("a.yaml", Self.version("v1")), ("b.yaml", Self.version("v1")))
        var check = ManifestCheck(kinds)
        check.check([Self.input("m.yaml", Self.valid)])
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
        let check = Self.check(
            MarkedText(Self.valid),
            more: [Self.version("v2")],
            crd: Self.version("v1")
        )
        #expect(check.summary(requiresKinds: false) == "2 objects: 1 valid, 1 invalid")
        #expect(check.definitionDiagnostics(checksAll: true) == [])
    }

    @Test(arguments: [false, true])
    func `errors in a CRD that is replaced are notes`(isStored: Bool) {
        let kinds = Self.kinds(
            ("a.yaml", Self.version("v1", isStored: isStored)),
            ("b.yaml", Self.version("v2", isStored: false))
        )
        var check = ManifestCheck(kinds)
        let texts = [Self.version("v1"), Self.valid]
        check.check([Self.input("m.yaml", texts.joined(separator: "---\n"))])
        #expect(check.summary(requiresKinds: false) == "2 objects: 2 valid")
        let found = check.definitionDiagnostics(checksAll: false)
        #expect(found.map(\.severity) == (isStored ? [] : [.note, .note]))
    }

    @Test func `errors in a CRD count if an object has its kind`() {
        let invalid = InspectedText.widget(Self.properties)
            .replacingOnce("scope: Namespaced", by: "scope: Somewhere")
        let other = "apiVersion: example.com/v1\nkind: Gadget\n"
        for (text, checksAll, severity) in [
            (Self.valid, false, Diagnostic.Severity.error), (other, false, .note),
            (other, true, .error),
        ] {
            let check = Self.check(MarkedText(text), crd: invalid)
            let found = check.definitionDiagnostics(checksAll: checksAll)
            #expect(found.map(\.severity) == [severity])
            #expect(found.allSatisfy { $0.message.contains("Unsupported value: \"Somewhere\"") })
        }
    }

    @Test(arguments: [(valid, Diagnostic.Severity.note), ("apiVersion: v1\nkind: Pod\n", .error)])
    func `a file that cannot be read counts if the CRD of an object is missing`(
        text: String,
        severity: Diagnostic.Severity
    ) {
        let kinds = Self.kinds(
            ("crd.yaml", InspectedText.widget(Self.properties)),
            ("broken.yaml", "a: [")
        )
        var check = ManifestCheck(kinds)
        check.check([Self.input("a.yaml", text)])
        #expect(check.definitionDiagnostics(checksAll: false).map(\.severity) == [severity])
    }

    @Test func `what is not checked is counted`() {
        let check = Self.check(
            MarkedText(Self.valid + "---\n" + Self.valid),
            more: ["apiVersion: v1\nkind: Pod\n"]
        )
        #expect(check.summary(requiresKinds: false) == "3 objects: 2 valid, 1 not checked")
        #expect(check.uncheckedParts == "1 object")
        #expect(Self.check(MarkedText(Self.valid)).uncheckedParts == nil)
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
        let check = Self.check(MarkedText(list), more: [gadget])
        #expect(check.summary(requiresKinds: false) == "2 objects: 1 valid, 1 invalid")
        #expect(check.objects.map(\.kind) == ["CustomResourceDefinition", "Gadget"])
        #expect(check.objects[0].name == "gadgets.example.com")
    }

    @Test func `a key that is not a string is a warning`() {
        let text = MarkedText(Self.valid.replacing("size: 5", with: "size: 5, 1️⃣on: 1"))
        #expect(
            text.show(Self.check(text, .ignore).diagnostics(requiresKinds: false)) == [
                "1️⃣ warning: the key 'on' is not a string in YAML 1.1, so it is read as 'true'; quote it"
            ]
        )
    }

    @Test
    func `what the server would refuse in a CRD is said, and that it is checked all the same`() {
        let crd = InspectedText.widget(Self.properties).replacingOnce(
            "storage: true",
            by: "storage: no"
        )
        let check = Self.check(MarkedText(Self.valid), crd: crd)
        #expect(
            check.definitionDiagnostics(checksAll: false).contains {
                $0.message.hasSuffix("must have exactly one version marked as storage version")
            }
        )
        #expect(
            check.diagnostics(requiresKinds: false).map(\.description) == [
                "a.yaml:1:1: note: Widget: the CRD in 'crd.yaml' is invalid, so the server's response "
                    + "can differ"
            ]
        )
    }
}

extension String {
    /// The text with the first of some words replaced.
    fileprivate func replacingOnce(_ word: String, by other: String) -> String {
        guard let range = firstRange(of: word) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}

/// The answers as JSON.
struct StatusTests {
    private static func status(
        _ text: String,
        _ fieldValidation: FieldValidation = .strict
    ) -> String? {
        var kinds = KnownKinds()
        let crd = InspectedText.widget("size: {type: integer, maximum: 5}")
        _ = kinds.add(Generator.Input(path: "crd.yaml", bytes: Array(crd.utf8)))
        var check = ManifestCheck(kinds, fieldValidation: fieldValidation)
        check.check([Generator.Input(path: "a.yaml", bytes: Array(text.utf8))])
        return check.objects.first?.status()?.jsonText
    }

    private static let head = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n"

    @Test func `a valid object is a success`() {
        #expect(
            Self.status(Self.head + "size: 5")
                == #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","#
                + #""details":{"name":"a","group":"example.com","kind":"Widget"},"code":201,"#
                + #""source":{"file":"a.yaml","line":1,"column":1}}"#
        )
    }

    @Test func `a violation is a cause`() {
        #expect(
            Self.status(Self.head + "size: 6")
                == #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","#
                + #""message":"Widget.example.com \"a\" is invalid: size: Invalid value: 6: size in "#
                + #"body should be less than or equal to 5","reason":"Invalid","code":422,"#
                + #""details":{"name":"a","group":"example.com","kind":"Widget","causes":["#
                + #"{"reason":"FieldValueInvalid","message":"Invalid value: 6: size in body should "#
                + #"be less than or equal to 5","field":"size","line":4,"column":7}]},"#
                + #""source":{"file":"a.yaml","line":1,"column":1}}"#
        )
    }

    @Test func `strict decoding hides what else is wrong, as on the server`() {
        #expect(
            Self.status(Self.head + "size: 6\nsiez: 1\nsize: 7")
                == #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","#
                + #""message":"Widget in version \"v1\" cannot be handled as a Widget: strict "#
                + #"decoding error: duplicate field \"size\", unknown field \"siez\"","#
                + #""reason":"BadRequest","code":400,"#
                + #""source":{"file":"a.yaml","line":1,"column":1}}"#
        )
        #expect(Self.status(Self.head + "size: 5\nsiez: 1", .warn)?.contains("Success") == true)
    }
}
