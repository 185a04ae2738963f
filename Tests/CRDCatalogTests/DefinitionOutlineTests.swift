import CRDGeneratorCore
import CRDLibYAML
import CRDValues
import CRDYAML
import TestSupport
import Testing

@testable import CRDCatalog

/// The text of CRDs without schemas, which `crdgen list` reads.
@Suite struct DefinitionOutlineTests {
    private static let crd = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          names:
            kind: Widget
            plural: widgets
          scope: Namespaced
          versions:
          - name: v1alpha1
            schema:
              openAPIV3Schema:
                description: |
                  name: v7

                  served: false
                # Comment.
                properties:
                  openAPIV3Schema:
                    type: object
                type: object
            served: true
            storage: false
          - name: v1
            schema:
              openAPIV3Schema: # The schema.
                type: object
            served: true
            storage: true

        """

    /// The definitions that a whole reading finds.
    private static func all(_ text: String) -> [ResourceDefinition] {
        var reader = CRDReader(readsSchemas: false)
        for document in Node.parseUntilError(Array(text.utf8), file: "a").documents {
            reader.read(document)
        }
        return reader.definitions.flatMap { $0.versions.map(\.definition) }
    }

    private static func outlined(_ text: String) -> [ResourceDefinition]? {
        DefinitionOutline(Array(text.utf8))?.contents(file: "a")?.definitions
            .flatMap { $0.versions.map(\.definition) }
    }

    @Test(arguments: [
        ("", ""), ("\n", "\r\n"), ("apiVersion", "---\napiVersion"),
        ("metadata:", "# {}\nmetadata:"),
        ("group: example.com", "\"group\": 'example.com'"),
        ("names:\n    kind: Widget\n    plural: widgets", "names: {kind: Widget, plural: widgets}"),
        ("served: true", "served: true\n    additionalPrinterColumns: []"),
        ("\n          type: object\n    served", "\n          type: [}\n    served"),
        ("- name: v1\n    schema:\n", "- schema:\n"), ("# The schema.", "{}\n      # The schema."),
        ("            - name: v1alpha1\n              schema", "other"),
    ])
    func `versions are those of the whole text`(old: String, new: String) {
        let text = old.isEmpty ? Self.crd : Self.crd.replacing(old, with: new)
        if let outlined = Self.outlined(text) { #expect(outlined == Self.all(text)) }
    }

    @Test func `schemas are not read`() throws {
        let broken = Self.crd.replacing("# Comment.", with: "a: [}")
        let definitions = try #require(Self.outlined(broken + "---\n" + broken))
        #expect(definitions.map(\.version) == ["v1alpha1", "v1", "v1alpha1", "v1"])
        #expect(definitions.map(\.isStorage) == [false, true, false, true])
    }

    @Test func `items of a list are outlined`() {
        let item = Self.crd.split(separator: "\n", omittingEmptySubsequences: false)
        let list = "apiVersion: v1\nkind: List\nitems:\n- " + item.joined(separator: "\n  ")
        #expect(Self.outlined(list)?.map(\.version) == ["v1alpha1", "v1"])
    }

    @Test(arguments: [
        ("name: widgets", "name: \"a\n      openAPIV3Schema:\n        b\"\n  other: widgets"),
        ("name: widgets", "a: |\n    openAPIV3Schema:\n      b\n  name: widgets"),
        ("metadata:", "openAPIV3Schema:\n  a: b\nmetadata:"),
        ("served: true", "served: *a"), ("  scope: Namespaced\n", ""),
        ("scope: Na", "scope: a\u{2028}"),
        ("type: object\n    served", "type: \"a\nb\"\n    served"),
        ("served: true", "served: 'true'"), ("storage: true", "storage: false"),
    ])
    func `a text that needs a whole reading is not outlined`(old: String, new: String) throws {
        try #require(Self.crd.contains(old))
        #expect(Self.outlined(Self.crd.replacing(old, with: new)) == nil)
    }

    /// Several bytes are read at a time, so that the length of a line must not matter.
    @Test(arguments: 0...20)
    func `lines end at line breaks at any offset`(length: Int) throws {
        let text = String(repeating: "a~", count: length / 2) + (length % 2 == 0 ? "" : "z")
        for indentation in 0...18 {
            let start = String(repeating: " ", count: indentation) + "x" + text
            for end in ["\n", "\r\n", "\tb\n", "é\u{86}b\n", "語\u{2027}b\n", ""] {
                let bytes = Array((start + end + "next").utf8)
                var lines = ScannedLines(bytes, count: bytes.count)
                let line = try #require(try lines.next())
                let lineBreak = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
                #expect(line.end == lineBreak)
                #expect(line.indentation == indentation)
                #expect(try lines.next().map { bytes[$0.start...].count } == (end == "" ? nil : 4))
            }
            for end in ["\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{7F}", "\u{1}", "\u{0}"] {
                let bytes = Array((start + end + "next").utf8)
                var lines = ScannedLines(bytes, count: bytes.count)
                #expect(throws: ScannedLines.Unclear.self) { try lines.next() }
                var part = ScannedLines(bytes, count: start.utf8.count)
                #expect(try part.next()?.end == start.utf8.count)
            }
        }
    }

    @Test(arguments: 1...40)
    func `an outline of a changed text has the same versions`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "\n", " ", "  ", "'", ":", "- ", "#", "---\n", "{", "}", "|\n", "&a ", "*a", "\t",
            "openAPIV3Schema:\n", "      openAPIV3Schema:\n        a: b\n", "  - name: v2\n",
            "    served: false\n", "    storage: true\n", "  scope: Cluster\n",
        ]
        for _ in 0..<100 {
            var bytes = Array(Self.crd.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let start = Int.random(in: 0..<bytes.count, using: &generator)
                let end = min(start + Int.random(in: 0...12, using: &generator), bytes.count)
                bytes.replaceSubrange(
                    start..<end,
                    with: pieces.randomElement(using: &generator)?.utf8 ?? "".utf8
                )
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let outlined = Self.outlined(text) else { continue }
            let whole = Self.all(text)
            // What is invalid only in a schema is not found.
            if whole.isEmpty { continue }
            #expect(outlined == whole, "\(text)")
        }
    }
}
