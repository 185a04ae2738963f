import CRDGeneratorCore
import CRDValues
import CRDYAML
import TestSupport
import Testing

@testable import CRDCatalog

/// The scan that finds the CRDs of a file without parsing it.
@Suite struct DefinitionScanTests {
    private static let crd = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          names:
            kind: Widget
            listKind: WidgetList
            plural: widgets
            shortNames:
            - wd
            - wdg
            singular: widget
          scope: Namespaced
          versions:
          - name: v1
            schema:
              openAPIV3Schema:
                description: |
                  group: other.com
                  kind: Other

        """

    private static let widget = ScannedDefinition(
        group: "example.com",
        kind: "Widget",
        listKind: "WidgetList",
        plural: "widgets",
        singular: "widget",
        shortNames: ["wd", "wdg"]
    )

    private static func scan(_ text: String) -> [ScannedDefinition]? {
        let bytes = Array(text.utf8)
        return DefinitionScan.definitions(in: bytes, count: bytes.count)
    }

    @Test(arguments: [
        ("", ""), ("\n", "\r\n"), ("group: example.com", "group: 'example.com'  # The group."),
        ("kind: Widget\n", "kind: \"Widget\"\n"), ("\n    - wd\n    - wdg", " [wd, 'wdg']"),
        ("    - wd\n    - wdg", "      - wd\n\n  # Comment.\n      - wdg"),
        ("apiVersion", "# Comment.\n---\napiVersion"), ("spec:", "spec: # Comment."),
        ("metadata:", "metadata: {annotations: {a: é}}\nother:"),
    ])
    func `usual forms are understood`(old: String, new: String) {
        let text = old.isEmpty ? Self.crd : Self.crd.replacing(old, with: new)
        #expect(Self.scan(text) == [Self.widget])
    }

    @Test(arguments: [
        "", "# Nothing.\n", "---\n---\n", "apiVersion: v1\nkind: Pod\nspec:\n  a: b\n", "a: 1\n",
        "kind: Role\nrules:\n- verbs: [get]\n  resources: []\n",
    ])
    func `documents without CRDs are understood`(text: String) {
        #expect(Self.scan(text) == [])
        #expect(
            Self.scan(text + "\n---\n" + Self.crd + "---\n" + Self.crd) == [
                Self.widget, Self.widget,
            ]
        )
    }

    @Test(arguments: [
        ("apiVersion", "\u{FEFF}apiVersion"), ("kind: Cus", "\"kind\": Cus"),
        ("kind: Cus", "kind : Cus"),
        ("kind: Cus", "? kind\n: Cus"), ("kind: Cus", "kind: &a Cus"),
        ("kind: Cus", "kind: !!str Cus"),
        ("kind: Cus", "kind:\n  Cus"), ("spec:", "spec: &spec"), ("spec:", "spec: {}\nspec:"),
        ("spec:", "spec:\n  <<: *other"), ("group: ", "'group': "), ("group: ", "group: *g # "),
        ("group: example.com", "group: >-\n    example.com"),
        ("group: example.com", "group: example.com\n    x"),
        ("names:", "names: {kind: Gadget}\n  other:"), ("names:", "names: &names"), ("\n", "\r"),
        ("names:", "names:\n    <<: *other"), ("kind: Widget\n", "kind: \"\\x57idget\"\n"),
        ("kind: Widget\n", "kind: Widget\n    kind: Gadget\n"), ("spec:", "spec: \"\nspec:\""),
        ("singular", "unknown"), ("apiVersion", "%YAML 1.1\n---\napiVersion"), ("---", "--- !!map"),
        ("Namespaced", "a\u{2028}kind: b"), ("Namespaced", "a\u{85}kind: b"),
        ("Namespaced", "\u{0}"),
        ("  scope", " scope"), ("apiVersion", "{{- if x }}\napiVersion"),
        ("apiVersion", "[]\n---\napiVersion"),
        ("kind: CustomResourceDefinition", "kind: List\nitems: []"), ("group: example.com\n", ""),
        ("apiVersion: ", "- apiVersion: "), ("kind: Cus", "kind: Pod\nkind: Cus"),
    ])
    func `other forms are unclear`(old: String, new: String) throws {
        let text = "---\n" + Self.crd
        try #require(text.contains(old))
        #expect(
            Self.scan(text.replacing(old, with: new, maxReplacements: old == "\n" ? .max : 1))
                == nil
        )
    }

    @Test func `JSON and UTF-16 are unclear`() {
        #expect(Self.scan(#"{"kind": "CustomResourceDefinition"}"#) == nil)
        let units: [UInt16] = [0xFEFF] + Array(Self.crd.utf16)
        let bytes = units.flatMap { unit in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        #expect(DefinitionScan.definitions(in: bytes, count: bytes.count) == nil)
    }

    @Test(arguments: 1...40)
    func `no CRD is missed in a changed text`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "\n", " ", "  ", "\"", "'", ":", "- ", "#", "---\n", "kind: Gadget\n", "spec:\n", "{",
            "}",
            "|\n", "&a ", "*a", "  group: other.com\n", "  names:\n    kind: Gadget\n", "\t", "\r",
            Self.crd.replacing("Widget", with: "Gadget"),
        ]
        for _ in 0..<50 {
            var bytes = Array((Self.crd + "---\n" + Self.crd).utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let start = Int.random(in: 0..<bytes.count, using: &generator)
                let end = min(start + Int.random(in: 0...12, using: &generator), bytes.count)
                bytes.replaceSubrange(
                    start..<end,
                    with: pieces.randomElement(using: &generator)?.utf8 ?? "".utf8
                )
            }
            Self.expectNoneMissed(Generator.Input(path: "seed \(seed)", bytes: bytes))
        }
    }

    /// Checks that a scan is unclear, or finds all CRDs of a file with the same names.
    private static func expectNoneMissed(_ input: Generator.Input) {
        guard let scanned = DefinitionScan.definitions(in: input.bytes, count: input.bytes.count)
        else { return }
        for (definition, _) in DefinitionFile(input).documents.flatMap(\.definitions) {
            let names = definition.names
            let expected = ScannedDefinition(
                group: definition.group,
                kind: names.kind,
                listKind: names.listKind,
                plural: names.plural,
                singular: names.singular,
                shortNames: names.shortNames
            )
            #expect(
                scanned.contains(expected),
                "\(input.path): \(String(decoding: input.bytes, as: UTF8.self))"
            )
        }
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/catalog", "corpus/openshift", "corpus/provider/crds")
    )
    func `published CRDs are understood`(_ part: CorpusPart) throws {
        for file in part.files {
            let input = Generator.Input(path: file, bytes: try SharedFolder.bytes(file))
            #expect(Self.scan(String(decoding: input.bytes, as: UTF8.self)) != nil, "\(file)")
            Self.expectNoneMissed(input)
        }
    }
}
