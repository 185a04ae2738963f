import CRDJSON
import CRDRuntime
import Testing

@testable import CRDConventions

struct JSONPathTests {
    private static let value: JSONValue = [
        "name": "w", "spec": ["ports": [["port": 80, "on": true], ["port": 443, "on": false]]],
        "status": [
            "conditions": [
                ["type": "Ready", "status": "True", "age": 3],
                ["type": "Stalled", "status": "False", "age": 1.5],
            ]
        ],
        "labels": ["a.b/c": "x", "d": "y"], "list": [1, 2, 3, 4],
    ]

    @Test(
        arguments: [
            (".name", ["w"]), ("$.name", ["w"]), (".none", []), (".name.none", []),
            (".spec.ports[0].port", [80]), (".spec.ports[-1].port", [443]),
            (".spec.ports[*].port", [80, 443]), (".spec.ports[:1].port", [80]),
            (".list[1:3]", [2, 3]), (".list[::2]", [1, 3]), (".list[0,3]", [1, 4]),
            (".list[-2:]", [3, 4]), (".list[2:2]", []),
            (".labels['d']", ["y"]), (#".labels['a\.b/c']"#, ["x"]), (#".labels.a\.b/c"#, ["x"]),
            (".labels.*", ["x", "y"]), ("..port", [80, 443]),
            (#".status.conditions[?(@.type=="Ready")].status"#, ["True"]),
            (".status.conditions[?(@.type=='Stalled')].status", ["False"]),
            (".status.conditions[?(@.type!='Ready')].type", ["Stalled"]),
            (".status.conditions[?(@.none=='Ready')].type", []),
            (".spec.ports[?(@.port>80)].port", [443]), (".spec.ports[?(@.port<=80)].port", [80]),
            (".spec.ports[?(@.on)].port", [80, 443]), (".spec.ports[?(@.on==true)].port", [80]),
            (".spec['ports'][0]['port']", [80]),
        ] as [(String, [JSONValue])]
    )
    func `a path finds values`(path: String, values: [JSONValue]) {
        #expect(JSONPath(path)?.values(in: Self.value) == values)
    }

    @Test(arguments: [
        ".name[0]", ".list[9]", ".list[3:1]", ".spec.ports[?(@.port=='x')]", ".list[0:2:0]",
        ".spec[?(@.a==1)]", ".spec.ports[?(@.on>true)]", ".status.conditions[?(@.age==3.0)]",
    ])
    func `a path may not fit a value`(path: String) throws {
        #expect(try #require(JSONPath(path)).values(in: Self.value) == nil)
    }

    @Test(arguments: [
        ".a[", ".a[x]", ".a[?(@.b==1]", ".a[1:2:3:4]", "x", ".a['b", ".a[?(@.b==x)]", "....a",
    ])
    func `a text may be no path`(text: String) {
        #expect(JSONPath(text) == nil)
    }
}

/// A resource with printer columns.
private struct Job: Resource {
    private(set) var id = 0
    var metadata: ObjectMeta
    var status: JSONValue?

    init(metadata: ObjectMeta, status: JSONValue? = nil) {
        self.metadata = metadata
        self.status = status
    }

    init(_unread unread: _Unread) {
        self.init(metadata: .init(_unread: unread))
    }

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.constants(Self.definition)
        fields.metadata(&metadata)
        fields.optional("status", &status)
    }

    static let definition = ResourceDefinition(
        group: "example.com",
        version: "v1",
        names: .init(kind: "Job", plural: "jobs", singular: "job", listKind: "JobList"),
        scope: .namespaced,
        printerColumns: [
            .init(name: "Ready", type: "string", jsonPath: ".status.ready"),
            .init(name: "Count", type: "integer", jsonPath: ".status.count"),
            .init(name: "Ratio", type: "number", jsonPath: ".status.ratio"),
            .init(name: "On", type: "boolean", jsonPath: ".status.on"),
            .init(name: "Since", type: "date", jsonPath: ".status.since"),
            .init(name: "Detail", type: "string", priority: 1, jsonPath: ".status.detail"),
        ]
    )
    static let _embeddedSchema = _EmbeddedSchema(json: #"{"type":"object"}"#)
}

struct PrinterColumnTests {
    private func texts(_ status: JSONValue, wide: Bool = false) throws -> [String] {
        let job = Job(metadata: .init(name: "j"), status: status)
        return try job.printerColumns(now: "2026-01-01T00:10:00Z", wide: wide).map(\.text)
    }

    @Test func `a resource has the cells of its columns`() throws {
        let status: JSONValue = [
            "ready": "yes", "count": 3, "ratio": 1.5, "on": true, "since": "2026-01-01T00:00:00Z",
            "detail": ["b": 1, "a": "<"],
        ]
        #expect(try texts(status) == ["j", "yes", "3", "1.5", "true", "10m"])
        #expect(try texts(status, wide: true).last == #"{"a":"\u003c","b":1}"#)
        let job = Job(metadata: .init(name: "j"))
        #expect(
            try job.printerColumns().map(\.header)
                == ["NAME", "READY", "COUNT", "RATIO", "ON", "SINCE"]
        )
        #expect(try texts([:]) == ["j", "", "", "", "", ""])
    }

    @Test(
        arguments: [
            ("ready", 7, "7"), ("ready", 1_000_000.5, "1.0000005e+06"), ("ready", false, "false"),
            ("ready", [1, "x"], #"[1,"x"]"#), ("ready", "a\nb", "a..."), ("count", 2.9, "2"),
            ("count", "2", ""), ("ratio", 3, "3"), ("ratio", 1e6, "1000000"), ("ratio", "1", ""),
            ("on", "true", ""), ("since", "2025-12-30T00:00:00Z", "2d"),
            ("since", "x", "<invalid>"),
            ("since", "", "<unknown>"), ("since", 5, ""),
            ("since", "2026-02-01T00:00:00Z", "<invalid>"),
        ] as [(String, JSONValue, String)]
    )
    func `a cell depends on the type of its column`(
        key: String,
        value: JSONValue,
        text: String
    ) throws {
        var status: JSONValue = [:]
        status[key] = value
        let cells = try texts(status)
        let position = try #require(["ready", "count", "ratio", "on", "since"].firstIndex(of: key))
        #expect(cells[position + 1] == text)
    }

    @Test func `a resource without columns shows its age`() throws {
        let widget = Widget(
            metadata: .init(name: "w", creation_timestamp: "2026-01-01T00:00:00Z")
        )
        let cells = try widget.printerColumns(now: "2026-01-03T01:00:00Z")
        #expect(cells.map(\.description) == ["w", "2d1h"])
        #expect(cells.map(\.header) == ["NAME", "AGE"])
    }
}

struct QuantityFieldTests {
    private struct Limits: FieldStruct {
        var memory: Quantity
        var timeout: GoDuration?

        init(memory: Quantity, timeout: GoDuration? = nil) {
            self.memory = memory
            self.timeout = timeout
        }

        init(_unread unread: _Unread) {
            self.init(memory: .init(_unread: unread))
        }

        mutating func _visit(_ fields: _FieldVisitor) {
            fields.required("memory", &memory)
            fields.optional("timeout", &timeout)
        }
    }

    @Test(arguments: [
        (#"{"memory":"1.5Gi","timeout":"90s"}"#, #"{"memory":"1536Mi","timeout":"1m30s"}"#),
        (#"{"memory":2}"#, #"{"memory":"2"}"#), (#"{"memory":0.5}"#, #"{"memory":"500m"}"#),
    ])
    func `a quantity and a duration are fields`(text: String, written: String) throws {
        let limits = try Limits.decoded(from: text)
        #expect(try limits.jsonValue.jsonText == written)
        #expect(try limits.encodedJSON() == written)
    }
}
