import CRDLibYAML
import CRDManifests
import CRDRuntime
import CRDYAML
import Foundation
import Testing

/// A resource as the generator writes them, with one attribute of each kind.
struct Widget: Resource {
    private(set) var id = Self._timeOfChange()
    var metadata: ObjectMeta
    var spec: Spec?

    init(metadata: ObjectMeta = .init(name: "w"), spec: Spec? = nil) {
        self.metadata = metadata
        self.spec = spec
    }

    init(_unread unread: _Unread) {
        self.init(metadata: .init(_unread: unread))
    }

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.constants(Self.definition)
        fields.metadata(&metadata)
        fields.optional("spec", &spec)
    }

    static let definition = ResourceDefinition(
        group: "example.com",
        version: "v1",
        names: .init(kind: "Widget", plural: "widgets", singular: "widget", listKind: "WidgetList"),
        scope: .namespaced
    )
    static let _embeddedSchema = _EmbeddedSchema(json: #"{"type":"object"}"#)
}

struct Spec: FieldStruct {
    var name: String
    var count: Int?
    var ratio: Double?
    var isOn: Bool?
    var port: IntOrString?
    var tags: [String]?
    var labels: [String: String]?
    var part: Part? {
        get { boxOfPart.value }
        _modify { yield &boxOfPart.value }
    }
    var extra: JSONValue?
    var unknown = JSONObject()
    private var boxOfPart: _Box<Part>

    init(name: String, count: Int? = nil, part: Part? = nil) {
        self.name = name
        self.count = count
        boxOfPart = _Box(holding: part)
    }

    init(_unread unread: _Unread) {
        self.init(name: "")
    }

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.required("name", &name)
        fields.integer("count", &count)
        fields.number("ratio", &ratio)
        fields.boolean("isOn", &isOn)
        fields.optional("port", &port)
        fields.list("tags", &tags)
        fields.map("labels", &labels)
        fields.boxed("part", &boxOfPart)
        fields.optional("extra", &extra)
        fields.unknown(
            &unknown,
            besides: [
                "name", "count", "ratio", "isOn", "port", "tags", "labels", "part", "extra",
            ]
        )
    }
}

/// A struct whose attributes are all optional.
struct Part: FieldStruct {
    var size: Int?
    var color: String?

    init(size: Int? = nil, color: String? = nil) {
        self.size = size
        self.color = color
    }

    init(_unread: _Unread) {}

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.integer("size", &size)
        fields.string("color", &color)
    }
}

extension Decodable {
    /// A value from JSON through Foundation.
    static func decoded(from json: String) throws -> Self {
        try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }
}

extension Encodable {
    /// JSON through Foundation, with sorted keys.
    func encodedJSON() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

/// A manifest of a `Widget` with these lines in its spec.
func manifest(spec: String) -> String {
    let lines = spec.split(separator: "\n").map { "  \($0)\n" }.joined()
    return "apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\nspec:\n\(lines)"
}
