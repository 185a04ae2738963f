import CRDFoundation
import CRDRuntime
import Foundation
import Testing

struct ManifestWritingTests {
    private var widget: Widget {
        var spec = Spec(name: "yes", count: .max, part: Part())
        spec.ratio = 1e300
        spec.labels = ["b": "~", "a": "line\nline\n", "1_000": "0x1F", "é": "\u{85}"]
        spec.tags = []
        spec.unknown["more"] = ["z": 0.1, "a": [.null, true]]
        return Widget(spec: spec)
    }

    @Test func `JSON has the keys in the order of YAML and loses nothing`() throws {
        #expect(
            try widget.json == #"{"apiVersion":"example.com/v1","kind":"Widget","#
                + #""metadata":{"name":"w"},"spec":{"name":"yes","count":9223372036854775807,"#
                + #""ratio":1e+300,"tags":[],"labels":{"1_000":"0x1F","a":"line\nline\n","#
                + #""b":"~","é":"\#u{85}"},"part":{},"more":{"z":0.1,"a":[null,true]}}}"#
        )
    }

    @Test func `keys of maps are sorted and quoted as values are`() throws {
        #expect(
            try widget.yaml.contains(
                """
                  labels:
                    '1_000': '0x1F'
                    a: |
                      line
                      line
                    b: '~'
                    é: "\\x85"
                  part: {}
                """
            )
        )
    }

    @Test func `several objects are a stream, or a list`() throws {
        let widgets = [Widget(metadata: .init(name: "a")), Widget(metadata: .init(name: "b"))]
        let list = ManifestList(widgets)
        #expect(
            try list.yaml == """
                apiVersion: example.com/v1
                kind: Widget
                metadata:
                  name: a
                ---
                apiVersion: example.com/v1
                kind: Widget
                metadata:
                  name: b

                """
        )
        #expect(
            try list.yamlList == """
                apiVersion: v1
                kind: List
                items:
                - apiVersion: example.com/v1
                  kind: Widget
                  metadata:
                    name: a
                - apiVersion: example.com/v1
                  kind: Widget
                  metadata:
                    name: b

                """
        )
        #expect(
            try widgets.map { try $0.json }.joined(separator: ",").asItems == list.json
        )
        #expect(try ManifestList([Widget]()).yaml == "")
        #expect(try ManifestList([Widget]()).json == "".asItems)
    }

    @Test func `objects of several types are written together`() throws {
        let secret = UntypedResource(
            api_version: "v1",
            kind: "Secret",
            metadata: .init(name: "s"),
            unknown_fields: JSONValue.object(of: ["data": ["key": "aGVsbG8="]])
        )
        let objects: [any KubernetesObject] = [Widget(), secret]
        #expect(try ManifestList(objects).yaml == Widget().yaml + "---\n" + secret.yaml)
        let resources: [any Resource] = [Widget(), Widget()]
        #expect(try ManifestList(resources).yaml == ManifestList([Widget(), Widget()]).yaml)
        #expect(
            try secret.json == #"{"apiVersion":"v1","kind":"Secret","#
                + #""metadata":{"name":"s"},"data":{"key":"aGVsbG8="}}"#
        )
    }

    @Test func `pieces make up the text`() throws {
        let widgets = (0..<2000).map(numbered)
        let list = ManifestList(widgets)
        var pieces: [[UInt8]] = []
        try list.writeYAML { pieces.append($0) }
        #expect(pieces.count > 1)
        #expect(pieces.allSatisfy { $0.count < 80_000 })
        #expect(try text(of: pieces) == list.yaml)
        pieces = []
        try list.writeJSON { pieces.append($0) }
        #expect(pieces.count > 1)
        #expect(try text(of: pieces) == list.json + "\n")
        pieces = []
        try widgets[0].writeJSON { pieces.append($0) }
        #expect(try text(of: pieces) == widgets[0].json + "\n")
    }

    private func numbered(_ number: Int) -> Widget {
        Widget(spec: Spec(name: "widget \(number)", count: number))
    }

    private func text(of pieces: [[UInt8]]) -> String {
        String(decoding: Array(pieces.joined()), as: UTF8.self)
    }

    @Test func `a sink that fails gets nothing more`() throws {
        struct Full: Error {}
        let list = ManifestList((0..<5000).map(numbered))
        var calls = 0
        #expect(throws: Full.self) {
            try list.writeYAML { _ in
                calls += 1
                throw Full()
            }
        }
        #expect(calls == 1)
    }

    @Test func `a file handle gets the text`() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString)
        try Data().write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try FileHandle(forWritingTo: url)
        try file.write(yaml: widget)
        try file.write(json: widget)
        try file.write(json: ManifestList([widget, widget]))
        try file.close()
        let lines = try [widget.json, ManifestList([widget, widget]).json].map { $0 + "\n" }
        let text = try widget.yaml + lines.joined()
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
}

extension String {
    /// A list with these items.
    fileprivate var asItems: String {
        #"{"apiVersion":"v1","kind":"List","items":[\#(self)]}"#
    }
}

extension JSONValue {
    fileprivate static func object(of value: JSONValue) -> JSONObject {
        guard case .object(let object) = value else { return JSONObject() }
        return object
    }
}
