import CRDRuntime

// Attributes of resources are snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// A resource with a default and limits.
struct Gauge: Resource {
    private(set) var id = Self._timeOfChange()
    var metadata = ObjectMeta(name: "g")
    var spec: Part?
    var parts: [Part]?
    var labels: [String: String]?
    var port: IntOrString?
    var extra: JSONValue?
    var most_parts: Int?

    init(spec: Part? = nil) {
        self.spec = spec
    }

    init(_unread unread: _Unread) {
        self.init()
        metadata = .init(_unread: unread)
    }

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.constants(Self.definition)
        fields.metadata(&metadata)
        fields.optional("spec", &spec)
        fields.list("parts", &parts)
        fields.map("labels", &labels)
        fields.optional("port", &port)
        fields.optional("extra", &extra)
        fields.integer("mostParts", &most_parts)
    }

    static let definition = ResourceDefinition(
        group: "example.com",
        version: "v1",
        names: .init(kind: "Gauge", plural: "gauges", singular: "gauge", listKind: "GaugeList"),
        scope: .namespaced
    )
    static let _embeddedSchema = _EmbeddedSchema(
        json: #"""
            {"type":"object","properties":{
            "spec":{"type":"object","properties":{
            "size":{"type":"integer","maximum":5},"color":{"type":"string","default":"red"}}},
            "parts":{"type":"array","maxItems":1,"items":{"type":"object","required":["size"],
            "properties":{"size":{"type":"integer"},"color":{"type":"string"}}}},
            "labels":{"type":"object","additionalProperties":{"type":"string","maxLength":1}},
            "port":{"x-kubernetes-int-or-string":true,"minimum":2},
            "mostParts":{"type":"integer","maximum":5},
            "extra":{"x-kubernetes-preserve-unknown-fields":true,"type":"object"}}}
            """#
    )
}

/// A resource whose schema has a rule.
struct Ruled: Resource {
    private(set) var id = Self._timeOfChange()
    var metadata = ObjectMeta(name: "r")

    init() {}

    init(_unread unread: _Unread) { metadata = .init(_unread: unread) }

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.constants(Self.definition)
        fields.metadata(&metadata)
    }

    static let definition = ResourceDefinition(
        group: "example.com",
        version: "v1",
        names: .init(kind: "Ruled", plural: "ruleds", singular: "ruled", listKind: "RuledList"),
        scope: .cluster
    )
    static let _embeddedSchema = _EmbeddedSchema(
        json:
            #"{"type":"object","x-kubernetes-validations":[{"rule":"self.metadata.name != 'x'"}]}"#
    )
}
