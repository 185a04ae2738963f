import CRDManifests
import CRDRuntime
import CRDYAML
import Foundation
import TestSupport
import Testing

struct FieldValidationTests {
    private static let text = """
        apiVersion: example.com/v1
        kind: Part
        metadata: {name: w, labels: {a: x, 1️⃣a: z}}
        part:
          size: 1
          2️⃣size: 2
          3️⃣colour: red
          4️⃣SIZE_: 3
          5️⃣unlike: 4
        6️⃣parts: []
        """

    private static let problems = [
        "1️⃣ S: metadata.labels: duplicate key 'a', first defined on line 3",
        "2️⃣ S: part: duplicate key 'size', first defined on line 5",
        "3️⃣ S: part: unknown field 'colour', did you mean 'color'?",
        "4️⃣ S: part: unknown field 'SIZE_', did you mean 'size'?",
        "5️⃣ S: part: unknown field 'unlike'",
        "6️⃣ S: unknown field 'parts', did you mean 'part'?",
    ]

    private func problems(_ severity: String) -> [String] {
        Self.problems.map { $0.replacing(" S:", with: " \(severity):") }
    }

    @Test func `strict takes unknown fields and keys given twice for errors`() {
        let marked = MarkedText(Self.text)
        let error = #expect(throws: ManifestError.self) { try PartHolder(yaml: marked.text) }
        #expect(error.map { marked.show($0.diagnostics) } == problems("error"))
    }

    @Test func `warn tells of them, and of two values takes the last`() throws {
        let marked = MarkedText(Self.text)
        var warnings: [Diagnostic] = []
        let holder = try PartHolder(yaml: marked.text, fieldValidation: .warn) {
            warnings.append($0)
        }
        #expect(marked.show(warnings) == problems("warning"))
        #expect(holder.part == Part(size: 2))
        #expect(holder.metadata.labels == ["a": "z"])
    }

    @Test func `ignore says nothing`() throws {
        let text = MarkedText(Self.text).text
        let holder = try PartHolder(yaml: text, fieldValidation: .ignore) { _ in
            Issue.record("a warning")
        }
        #expect(holder.part == Part(size: 2))
    }

    @Test(arguments: [FieldValidation.strict, .warn])
    func `a namespace of a cluster-scoped resource is dropped with a warning`(
        fieldValidation: FieldValidation
    ) throws {
        let marked = MarkedText(
            "apiVersion: example.com/v1\nkind: Ruled\nmetadata: {name: a, namespace: 1️⃣b}\n"
        )
        var warnings: [Diagnostic] = []
        let ruled = try Ruled(yaml: marked.text, fieldValidation: fieldValidation) {
            warnings.append($0)
        }
        let warning =
            "1️⃣ warning: metadata.namespace: a cluster-scoped resource has no namespace, dropped"
        #expect(marked.show(warnings) == [warning])
        #expect(ruled.metadata == ObjectMeta(name: "a"))
        #expect(try ruled.yaml == "apiVersion: example.com/v1\nkind: Ruled\nmetadata:\n  name: a\n")
    }

    @Test func `a namespace of a cluster-scoped resource is dropped silently by other readers`()
        throws
    {
        let text =
            #"{"apiVersion":"example.com/v1","kind":"Ruled","metadata":"#
            + #"{"name":"a","namespace":"b"}}"#
        let ruled = try Ruled(json: text, fieldValidation: .ignore) { _ in
            Issue.record("a warning")
        }
        #expect(ruled.metadata.namespace == nil)
        let decoded = try JSONDecoder().decode(Ruled.self, from: Data(text.utf8))
        #expect(decoded == ruled)
    }

    @Test(arguments: FieldValidation.allCases)
    func `a key that is not a string is a warning`(_ validation: FieldValidation) throws {
        let marked = MarkedText(
            """
            apiVersion: example.com/v1
            kind: Part
            metadata: {name: w, labels: {1️⃣on: x, 2️⃣010: z, "no": w}}
            part: {size: 1}
            """
        )
        var warnings: [Diagnostic] = []
        let holder = try PartHolder(yaml: marked.text, fieldValidation: validation) {
            warnings.append($0)
        }
        #expect(holder.metadata.labels == ["true": "x", "8": "z", "no": "w"])
        #expect(
            marked.show(warnings) == [
                "1️⃣ warning: the key 'on' is not a string in YAML 1.1, so it is read as 'true'; quote it",
                "2️⃣ warning: the key '010' is not a string in YAML 1.1, so it is read as '8'; quote it",
            ]
        )
    }

    @Test func `what does not fit is an error in every mode`() {
        for validation in FieldValidation.allCases {
            #expect(throws: ManifestError.self) {
                try PartHolder(
                    yaml: manifest(part: "size: x\nother: 1"),
                    fieldValidation: validation
                )
            }
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 200])
    func `of many fields each unknown one is told`(count: Int) {
        let fields = (0..<count).map { "u\($0): 1" }.joined(separator: "\n")
        let text = manifest(part: "size: 1\n\(fields)")
        var warnings = 0
        let holder = try? PartHolder(yaml: text, fieldValidation: .warn) { _ in warnings += 1 }
        #expect(holder?.part == Part(size: 1))
        #expect(warnings == count)
    }

    private func manifest(part: String) -> String {
        let lines = part.split(separator: "\n").map { "  \($0)\n" }.joined()
        return "apiVersion: example.com/v1\nkind: Part\nmetadata: {name: w}\npart:\n\(lines)"
    }
}

struct FieldPathTests {
    @Test func `paths are spelled as in the manifest or as in Swift`() {
        let text = """
            apiVersion: example.com/v1
            kind: Part
            metadata: {name: w, ownerReferences: [{apiVersion: 1, kind: a, name: b, uid: c}]}
            onePart: {x.y/z: {size: x}}
            """
        let error = #expect(throws: ManifestError.self) {
            try PartHolder(yaml: text, file: "a.yaml")
        }
        #expect(
            error?.description == """
                a.yaml:3:52: error: metadata.owner_references[0].api_version: \
                expected a string, found the number 1
                a.yaml:4:25: error: one_part[x.y/z].size: \
                expected an integer, found the string "x"
                """
        )
        #expect(
            error?.description(.wire) == """
                a.yaml:3:52: error: metadata.ownerReferences[0].apiVersion: \
                expected a string, found the number 1
                a.yaml:4:25: error: onePart[x.y/z].size: \
                expected an integer, found the string "x"
                """
        )
        #expect(
            error?.diagnostics.first?.fieldPath?.wire == "metadata.ownerReferences[0].apiVersion"
        )
    }

    @Test func `keys that would have one name are told apart as in generated code`() {
        let text = """
            apiVersion: example.com/v1
            kind: Part
            metadata: {name: w}
            twins: {hostPath: 1, host_path: 2}
            """
        let error = #expect(throws: ManifestError.self) {
            try PartHolder(yaml: text, file: "a.yaml")
        }
        let paths = error?.diagnostics.compactMap(\.fieldPath?.swift)
        #expect(paths == ["twins.host_path", "twins.host_path_2"])
    }
}

struct JSONManifestTests {
    @Test func `JSON is read as it is written`() throws {
        let widget = Widget(spec: Spec(name: "s", count: 1, part: Part(size: 2)))
        #expect(try Widget(json: widget.json) == widget)
    }

    @Test func `a lone surrogate is no character`() throws {
        let json = try Widget(spec: Spec(name: "s")).json.replacing(#""s""#, with: #""a\ud83d""#)
        #expect(try Widget(json: json).spec?.name == "a\u{FFFD}")
    }

    @Test(arguments: ["", "1️⃣a: 1", "{}\n1️⃣{}", "{1️⃣'a': 1}"])
    func `what is not one JSON value is refused`(text: String) {
        let marked = MarkedText(text)
        let error = #expect(throws: ManifestError.self) { try Widget(json: marked.text) }
        #expect(error?.diagnostics.count == 1)
        #expect(
            error?.diagnostics.first?.position.map(marked.place) == (text.isEmpty ? "1:1" : "1️⃣")
        )
    }

    @Test func `what does not fit is told where it stands`() {
        let text = #"{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":1}}"#
        let error = #expect(throws: ManifestError.self) { try Widget(json: text) }
        #expect(
            error?.description
                == "manifest.json:1:67: error: metadata.name: expected a string, found the number 1"
        )
    }
}

/// A resource without fields for what its schema does not name.
private struct PartHolder: Resource {
    let id = 0
    var metadata: ObjectMeta
    var part: Part?
    var onePart: [String: Part]?
    var twins: Twins?

    init(_unread unread: _Unread) { metadata = .init(_unread: unread) }

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.constants(Self.definition)
        fields.metadata(&metadata)
        fields.optional("part", &part)
        fields.map("onePart", &onePart)
        fields.optional("twins", &twins)
    }

    static let definition = ResourceDefinition(
        group: "example.com",
        version: "v1",
        names: .init(kind: "Part", plural: "parts", singular: "part", listKind: "PartList"),
        scope: .namespaced
    )
    static let _embeddedSchema = _EmbeddedSchema(json: #"{"type":"object"}"#)
}

private struct Twins: FieldStruct {
    var one: String?
    var other: String?

    init(_unread: _Unread) {}

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.string("hostPath", &one)
        fields.string("host_path", &other)
    }
}
