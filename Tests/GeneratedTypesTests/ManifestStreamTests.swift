import CRDManifests
import CRDRuntime
import CRDYAML
import TestResources
import Testing

struct ManifestStreamTests {
    private let text = """
        # nothing
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c}
        data: {a: b}
        ---
        apiVersion: shapes.example.com/v1
        kind: Shapes
        metadata: {name: s}
        mode: read-only
        ---
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: shapes.example.com/v1, kind: Shapes, metadata: {name: t}, mode: x}
        - apiVersion: shapes.example.com/v1
          kind: ShapesList
          items:
          - {metadata: {name: u}, mode: x}

        """

    @Test func `each document becomes its type, or an untyped resource`() throws {
        let stream = try ManifestStream(yaml: text, kinds: customResourceKinds)
        #expect(stream.objects.map(\.metadata.name) == ["c", "s", "t", "u"])
        #expect(stream.objects.map { $0 is Shapes } == [false, true, true, true])
        let map = try #require(stream.objects[0] as? UntypedResource)
        #expect(map.unknown_fields["data"] == ["a": "b"])
        #expect(stream.warnings.isEmpty)
    }

    @Test func `what is written is read back`() throws {
        let objects = try ManifestStream(yaml: text, kinds: customResourceKinds).objects
        let list = ManifestList(objects)
        for text in [try list.yaml, try list.yamlList] {
            let back = try ManifestStream(yaml: text, kinds: customResourceKinds).objects
            #expect(try ManifestList(back).yaml == list.yaml)
        }
        let back = try ManifestStream(json: list.json, kinds: customResourceKinds).objects
        #expect(try ManifestList(back).yaml == list.yaml)
    }

    @Test func `everything that does not fit in any document is told`() {
        let text = """
            kind: A
            ---
            apiVersion: shapes.example.com/v1
            kind: Shapes
            metadata: {name: s}
            mode: read-only
            spec: {numbr: 1, requiredNullable: null}
            ---
            apiVersion: v1
            kind: List
            items:
            - apiVersion: shapes.example.com/v1
              kind: Shapes
              metadata: {name: s}
              mode: read-only
              spec: {requiredNullable: null, moment: 1}
            - x
            ---
            apiVersion: v1
            kind: [x]
            """
        let error = #expect(throws: ManifestError.self) {
            try ManifestStream(yaml: text, file: "a.yaml", kinds: customResourceKinds)
        }
        #expect(
            error?.description == """
                a.yaml:1:1: error: required field 'apiVersion' is missing
                a.yaml:7:8: error: spec: unknown field 'numbr', did you mean 'number'?
                a.yaml:16:42: error: items[0].spec.moment: expected a string, found the number 1
                a.yaml:17:3: error: items[1]: expected a mapping, found the string "x"
                a.yaml:20:7: error: kind: expected a string, found a sequence
                """
        )
    }

    @Test func `unknown fields are warnings where that is asked for`() throws {
        let stream = try ManifestStream(
            yaml: """
                apiVersion: shapes.example.com/v1
                kind: Shapes
                metadata: {name: s}
                mode: read-only
                spec: {numbr: 1, requiredNullable: null}
                """,
            kinds: customResourceKinds,
            fieldValidation: .warn
        )
        #expect(
            stream.warnings.map(\.description) == [
                "manifest.yaml:5:8: warning: spec: unknown field 'numbr', did you mean 'number'?"
            ]
        )
    }

    @Test func `of very many problems a thousand are told, and the others counted`() throws {
        let head = "apiVersion: shapes.example.com/v1\nkind: Shapes\nmetadata: {name: s}\n"
        let unknown = (0..<600).map { "unknown\($0): 1\n" }.joined()
        let twins = String(repeating: "unknown1: 1\n", count: 600)
        let text = head + "mode: read-only\n" + unknown + twins
        let error = #expect(throws: ManifestError.self) {
            try ManifestStream(yaml: text, file: "a.yaml", kinds: customResourceKinds)
        }
        let lines = try #require(error?.description.split(separator: "\n"))
        #expect(lines.count == 1001)
        #expect(lines[0] == "a.yaml:5:1: error: unknown field 'unknown0'")
        #expect(
            lines.last == "a.yaml: error: 200 more problems; only the first 1000 are reported"
        )
        let stream = try ManifestStream(
            yaml: text,
            file: "a.yaml",
            kinds: customResourceKinds,
            fieldValidation: .warn
        )
        #expect(stream.warnings.count == 1001)
        #expect(throws: ManifestError.self, "an error behind a thousand warnings") {
            try ManifestStream(
                yaml: text + "mode: 1\n",
                kinds: customResourceKinds,
                fieldValidation: .warn
            )
        }
    }

    @Test func `the list of kinds has every version, deprecated ones too`() {
        let names = customResourceKinds.map { "\($0.definition.apiVersion) \($0.kind)" }
        #expect(Set(names).count == names.count)
        #expect(customResourceKinds.contains { $0.definition.isDeprecated })
        #expect(names.contains("shapes.example.com/v1 Shapes"))
    }

    @Test func `each object has its source location`() throws {
        let stream = try ManifestStream(yaml: text, file: "all.yaml", kinds: customResourceKinds)
        let lines = stream.items.map { "\($0.object.metadata.name) \($0.location)" }
        #expect(
            lines == ["c all.yaml:3:1", "s all.yaml:8:1", "t all.yaml:16:3", "u all.yaml:20:5"]
        )
    }

    @Test func `an invalid object does not hide the others`() {
        let text = text.replacing("mode: read-only", with: "mode: [1]")
        let stream = ManifestStream(partial: text, file: "all.yaml", kinds: customResourceKinds)
        #expect(stream.objects.map(\.metadata.name) == ["c", "t", "u"])
        #expect(
            stream.errors.map(\.description)
                == ["all.yaml:11:7: error: mode: expected a string, found a sequence"]
        )
        #expect(stream.warnings == [])
    }

    @Test(arguments: [
        ("data: {a: b}", "data: {a: b", "c"),
        ("data: {a: b}", "data: \"a", "c"),
        ("data: {a: b}", "data: a: b", "c"),
        ("mode: read-only", "mode: read-only\n  x: y", "s"),
        ("metadata: {name: s}", "metadata: {name: s}}", "s"),
        ("metadata: {name: s}", "metadata: {name: *s}", "s"),
    ])
    func `a syntax error does not hide the other documents`(
        line: String,
        replacement: String,
        name: String
    ) throws {
        let broken = text.replacing(line, with: replacement)
        let stream = ManifestStream(partial: broken, file: "all.yaml", kinds: customResourceKinds)
        #expect(stream.objects.map(\.metadata.name) == ["c", "s", "t", "u"].filter { $0 != name })
        let error = try #require(stream.errors.first?.location)
        #expect(stream.errors.count == 1)
        #expect(name == "c" ? 6...7 ~= error.line : 10...12 ~= error.line, "\(error)")
        let added = replacement.count { $0 == "\n" }
        #expect(stream.items.last?.location.line == 20 + added)
    }

    @Test func `each of many documents is read or has its error`() {
        let documents = (0..<50).map { number in
            number % 7 == 3 ? "a: [\n" : "apiVersion: v1\nkind: A\nmetadata: {name: n\(number)}\n"
        }
        let stream = ManifestStream(partial: documents.joined(separator: "---\n"), kinds: [])
        #expect(
            stream.objects.map(\.metadata.name) == (0..<50).filter { $0 % 7 != 3 }.map { "n\($0)" }
        )
        #expect(stream.errors.count == 7)
    }
}
