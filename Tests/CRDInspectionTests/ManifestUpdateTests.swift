import CRDInspection
import CRDRuntime
import CRDValidation
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// `crdgen validate` with old objects, without files and processes.
struct ManifestUpdateTests {
    private static let properties = """
        spec:
          type: object
          properties:
            class: {type: string, x-kubernetes-validations: [{rule: self == oldSelf, message: fixed}]}
            size: {type: integer, x-kubernetes-validations: [{rule: self > 5}]}
        status:
          type: object
          properties:
            count: {type: integer, maximum: 3}
        """

    private static func crd(scope: String = "Namespaced", hasStatus: Bool = true) -> String {
        let crd = InspectedText.widget(properties, scope: scope)
        let word = "    storage: true\n"
        return hasStatus
            ? crd.replacingOnce(word, by: word + "    subresources: {status: {}}\n") : crd
    }

    /// Validates a text with marked locations as an update of another one.
    private static func check(
        _ text: MarkedText,
        replacing old: String,
        crd: String = crd(),
        _ subresource: Subresource? = nil
    ) -> ManifestCheck {
        var check = ManifestCheck(ManifestText.kinds(("crd.yaml", crd)), subresource: subresource)
        check.check(
            [ManifestText.input("new.yaml", text.text)],
            replacing: [ManifestText.input("old.yaml", old)]
        )
        return check
    }

    private static func widget(_ lines: String, metadata: String = "name: a") -> String {
        "apiVersion: example.com/v1\nkind: Widget\nmetadata: {\(metadata)}\n\(lines)\n"
    }

    @Test(
        arguments: [
            (
                "spec: {class: 1️⃣b}", "spec: {class: a}",
                ["1️⃣ error: spec.class: Invalid value: \"b\": fixed"]
            ),
            ("spec: {class: b}", "spec: {}", []),
            (
                "spec: {size: 1️⃣1, class: a}", "spec: {size: 1}",
                ["1️⃣ warning: spec.size: Invalid value: 1: failed rule: self > 5"]
            ),
            (
                "spec: {size: 1️⃣1}", "spec: {size: 2}",
                ["1️⃣ error: spec.size: Invalid value: 1: failed rule: self > 5"]
            ),
            // The API server ignores the status of such a request.
            ("status: {count: 9}", "status: {count: 1}", []),
        ] as [(String, String, [String])]
    )
    func `an object is validated as an update of the old one`(
        new: String,
        old: String,
        expected: [String]
    ) {
        let text = MarkedText(Self.widget(new))
        let check = Self.check(text, replacing: Self.widget(old))
        #expect(text.show(check.diagnostics(requiresKinds: false)) == expected)
        #expect(check.storedDiagnostics == [])
    }

    private static let created = "so it is validated as a new one"

    @Test(
        arguments: [
            ("name: a", "name: a, namespace: prod", nil),
            ("name: a, namespace: prod", "name: a", nil),
            ("name: a, namespace: default", "name: a", nil),
            (
                "name: a, namespace: test", "name: a, namespace: prod",
                "Widget 'a' is not among the old objects (only in namespace 'prod'), \(created)"
            ),
            ("name: a", "name: b", "Widget 'a' is not among the old objects, \(created)"),
            ("generateName: a", "name: a", "Widget 'a' is not among the old objects, \(created)"),
        ] as [(String, String, String?)]
    )
    func `objects are paired by namespace and name`(new: String, old: String, note: String?) {
        let text = MarkedText("1️⃣" + Self.widget("spec: {class: 2️⃣b}", metadata: new))
        let check = Self.check(text, replacing: Self.widget("spec: {class: a}", metadata: old))
        let expected =
            note.map { "1️⃣ note: \($0)" } ?? "2️⃣ error: spec.class: Invalid value: \"b\": fixed"
        #expect(text.show(check.diagnostics(requiresKinds: false)) == [expected])
        #expect(check.objects.map(\.operation) == [note == nil ? .update : .create])
    }

    @Test func `an object with the same name in its namespace is preferred`() {
        let old = ["prod", "default"].map {
            Self.widget("spec: {class: \($0)}", metadata: "name: a, namespace: \($0)")
        }
        let new = MarkedText(Self.widget("spec: {class: default}"))
        let check = Self.check(new, replacing: old.joined(separator: "---\n"))
        #expect(check.diagnostics(requiresKinds: false) == [])
        #expect(check.storedDiagnostics == [])
    }

    @Test func `the namespace of a cluster-scoped object does not matter`() {
        let new = MarkedText(Self.widget("spec: {class: 1️⃣b}", metadata: "name: a, namespace: x"))
        let old = Self.widget("spec: {class: a}", metadata: "name: a, namespace: y")
        let check = Self.check(new, replacing: old, crd: Self.crd(scope: "Cluster"))
        #expect(
            new.show(check.diagnostics(requiresKinds: false))
                == ["1️⃣ error: spec.class: Invalid value: \"b\": fixed"]
        )
    }

    @Test func `old objects can be items of a list, and CRDs among them do not count`() {
        let item = "{metadata: {name: a}, spec: {class: a}}"
        let old =
            "apiVersion: example.com/v1\nkind: WidgetList\nitems: [\(item)]\n---\n"
            + InspectedText.widget("spec: {type: string}")
        let new = MarkedText(Self.widget("spec: {class: 1️⃣b}"))
        let check = Self.check(new, replacing: old)
        #expect(
            new.show(check.diagnostics(requiresKinds: false))
                == ["1️⃣ error: spec.class: Invalid value: \"b\": fixed"]
        )
    }

    @Test func `problems in old objects are reported`() {
        let old = MarkedText(
            Self.widget("spec: {class: a}") + "---\n1️⃣" + Self.widget("spec: {class: b}")
                + "---\n2️⃣metadata: {name: c}\n"
        )
        let check = Self.check(MarkedText(Self.widget("spec: {class: b}")), replacing: old.text)
        #expect(
            old.show(check.storedDiagnostics) == [
                "1️⃣ warning: duplicate object Widget 'a', first in old.yaml:1:1; using this one",
                "2️⃣ error: Object 'Kind' is missing",
            ]
        )
        #expect(check.diagnostics(requiresKinds: false) == [])
        let unreadable = Self.check(MarkedText(Self.widget("")), replacing: "a: [")
        #expect(unreadable.storedDiagnostics.map(\.severity) == [.error])
        #expect(unreadable.storedFiles == ["old.yaml"])
    }

    @Test func `an old object of another version is used without conversion`() {
        let old = Self.widget("spec: {class: a}").replacing("com/v1", with: "com/v1beta1")
        let new = MarkedText("1️⃣" + Self.widget("spec: {class: 2️⃣b}"))
        let check = Self.check(new, replacing: old)
        #expect(
            new.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ note: the old object has version 'v1beta1'; it is used as 'v1' without conversion",
                "2️⃣ error: spec.class: Invalid value: \"b\": fixed",
            ]
        )
    }

    @Test func `notes about several objects of a kind are one`() {
        let texts = ["a", "b", "c"].map { Self.widget("spec: {class: x}", metadata: "name: \($0)") }
        let old = texts[0].replacing("com/v1", with: "com/v1beta1")
        let new = MarkedText("1️⃣\(texts[0])---\n2️⃣\(texts[1])---\n\(texts[2])")
        let check = Self.check(new, replacing: old)
        #expect(
            new.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ note: the old object has version 'v1beta1'; it is used as 'v1' without conversion",
                "2️⃣ note: Widget 'b' and 1 more are not among the old objects, so they are validated "
                    + "as new ones",
            ]
        )
        let both = texts.map { $0.replacing("com/v1", with: "com/v1beta1") }
        let others = Self.check(new, replacing: both.joined(separator: "---\n"))
        #expect(
            new.show(others.diagnostics(requiresKinds: false)) == [
                "1️⃣ note: 3 old objects of kind Widget have version 'v1beta1'; they are used as 'v1' "
                    + "without conversion"
            ]
        )
    }

    // MARK: - Status

    @Test func `an update of the status uses the other fields of the old object`() {
        let new = MarkedText(Self.widget("spec: {class: b}\nstatus: {count: 1️⃣4}"))
        let old = Self.widget("spec: {class: a}\nstatus: {count: 1}")
        let check = Self.check(new, replacing: old, .status)
        #expect(
            new.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: status.count: Invalid value: 4: count in body should be less than or "
                    + "equal to 3"
            ]
        )
    }

    @Test(
        arguments: [
            (true, #"widgets.example.com "a" not found"#, "it is not among the old objects"),
            (
                false, "the server could not find the requested resource",
                "Widget has no subresource 'status'"
            ),
        ]
    )
    func `a status that does not exist cannot be updated`(
        hasStatus: Bool,
        message: String,
        reason: String
    ) {
        let new = MarkedText("1️⃣" + Self.widget("status: {}"))
        let old = Self.widget("", metadata: "name: b")
        let check = Self.check(new, replacing: old, crd: Self.crd(hasStatus: hasStatus), .status)
        #expect(
            new.show(check.diagnostics(requiresKinds: false)) == ["1️⃣ error: \(message), \(reason)"]
        )
        let status = check.objects[0].status()
        #expect(status?["message"] == .string(message))
        #expect(status?["code"] == 404)
        #expect(check.summary(requiresKinds: false) == "1 object: 1 invalid")
    }

    @Test func `a response tells an update from a creation`() {
        let new = MarkedText(Self.widget("") + "---\n" + Self.widget("", metadata: "name: b"))
        let objects = Self.check(new, replacing: Self.widget("")).objects
        #expect(objects.map { $0.status()?["operation"] } == ["update", "create"])
        #expect(objects.map { $0.status()?["code"] } == [200, 201])
    }
}
