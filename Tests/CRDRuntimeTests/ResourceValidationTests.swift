import CRDRuntime
import Testing

/// A resource with a default and limits.
private struct Gauge: Resource {
    private(set) var id = Self.timeOfChange()
    var metadata = ObjectMeta(name: "g")
    var spec: Part?
    var parts: [Part]?
    var labels: [String: String]?
    var port: IntOrString?
    var extra: JSONValue?

    init(spec: Part? = nil) {
        self.spec = spec
    }

    init(_ unread: Unread) {
        self.init()
        metadata = .init(unread)
    }

    mutating func visit(_ fields: FieldVisitor) {
        fields.constants(Self.definition)
        fields.metadata(&metadata)
        fields.optional("spec", &spec)
        fields.list("parts", &parts)
        fields.map("labels", &labels)
        fields.optional("port", &port)
        fields.optional("extra", &extra)
    }

    static let definition = ResourceDefinition(
        group: "example.com",
        version: "v1",
        names: .init(kind: "Gauge", plural: "gauges", singular: "gauge", listKind: "GaugeList"),
        scope: .namespaced
    )
    static let schema = Schema(json: schemaJSON)
    static let schemaJSON = #"""
        {"type":"object","properties":{
        "spec":{"type":"object","properties":{
        "size":{"type":"integer","maximum":5},"color":{"type":"string","default":"red"}}},
        "parts":{"type":"array","maxItems":1,"items":{"type":"object","required":["size"],
        "properties":{"size":{"type":"integer"},"color":{"type":"string"}}}},
        "labels":{"type":"object","additionalProperties":{"type":"string","maxLength":1}},
        "port":{"x-kubernetes-int-or-string":true,"minimum":2},
        "extra":{"x-kubernetes-preserve-unknown-fields":true,"type":"object"}}}
        """#
}

struct ResourceValidationTests {
    @Test func `a valid resource has no violations`() throws {
        var gauge = Gauge(spec: Part(size: 5))
        gauge.labels = ["a": "b"]
        gauge.port = "http"
        gauge.extra = ["x": [1, nil]]
        try gauge.validate()
        #expect(gauge.violations().isEmpty)
    }

    @Test func `every violation is thrown at once, with field, reason and message`() {
        var gauge = Gauge(spec: Part(size: 6))
        gauge.metadata.labels = ["a b": "c"]
        gauge.parts = [Part(size: 1), Part(color: "red")]
        gauge.labels = ["a": "xy"]
        gauge.port = 1
        gauge.extra = [1]
        let error = #expect(throws: InvalidResource.self) { try gauge.validate() }
        #expect(
            error?.violations.map { "\($0.reason.rawValue) \($0.path)" } == [
                "FieldValueTypeInvalid extra", "FieldValueTooLong labels.a",
                "FieldValueInvalid metadata.labels", "FieldValueTooMany parts",
                "FieldValueRequired parts[1].size", "FieldValueInvalid port",
                "FieldValueInvalid spec.size",
            ]
        )
        #expect(
            error?.violations.last?.message
                == "Invalid value: 6: spec.size in body should be less than or equal to 5"
        )
    }

    @Test func `defaults are filled in where the parent is there`() throws {
        let filled = try Gauge(spec: Part(size: 1)).withDefaults()
        #expect(filled.spec?.color == "red")
        #expect(filled.spec?.size == 1)
        #expect(filled.metadata.name == "g")
        #expect(try Gauge().withDefaults().spec == nil)
    }

    @Test func `a resource needs a name`() {
        var gauge = Gauge()
        gauge.metadata.name = ""
        #expect(
            gauge.violations().map(\.description)
                == ["metadata.name: Required value: name or generateName is required"]
        )
    }
}
