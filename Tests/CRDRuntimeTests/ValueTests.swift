import CRDManifests
import CRDRuntime
import CRDYAML
import Testing

struct IntOrStringTests {
    @Test(arguments: [
        ("8080", IntOrString.integer(8080)), ("\"25%\"", .string("25%")), ("\"1\"", .string("1")),
        ("-1", .integer(-1)), ("\"\"", .string("")), ("9223372036854775807", .integer(.max)),
    ])
    func `an integer and a string stay what they are`(json: String, value: IntOrString) throws {
        #expect(try IntOrString.decoded(from: json) == value)
        #expect(try value.encodedJSON() == json)
        let text = manifest(spec: "name: a\nport: \(json)")
        let widget = try Widget(yaml: text)
        #expect(widget.spec?.port == value)
        #expect(try Widget(yaml: widget.yaml) == widget)
    }

    @Test func `literals of both kinds are values`() {
        let values: [IntOrString] = [80, "http"]
        #expect(values == [.integer(80), .string("http")])
        #expect(IntOrString.integer(80) != .string("80"))
    }

    @Test(arguments: ["true", "[]", "{}", "1.5", "null"])
    func `anything else is neither`(json: String) {
        #expect(throws: DecodingError.self) { try IntOrString.decoded(from: json) }
    }
}

struct DateTimeTests {
    @Test(arguments: [
        "2026-11-23T08:30:00Z", "2026-11-23T08:30:00.123456789+02:00", "2016-12-31T23:59:60Z",
        "not a time",
    ])
    func `the text survives exactly`(text: String) throws {
        let value = DateTime(text)
        #expect(try DateTime.decoded(from: "\"\(text)\"") == value)
        #expect(try value.encodedJSON() == "\"\(text)\"")
        #expect(value.description == text)
    }

    @Test func `values are equal if their texts are`() {
        let time: DateTime = "2026-11-23T08:30:00Z"
        #expect(time == DateTime("2026-11-23T08:30:00Z"))
        #expect(time != "2026-11-23T09:30:00+01:00")
    }

    @Test func `a number is no time`() {
        #expect(throws: DecodingError.self) { try DateTime.decoded(from: "5") }
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", Duration.zero),
        ("1970-01-01T00:00:01.5Z", .milliseconds(1500)),
        ("1969-12-31T23:59:59Z", .seconds(-1)),
        ("1970-01-01T01:00:00+01:00", .zero),
        ("2000-02-29T00:00:00Z", .seconds(951_782_400)),
        ("2026-11-23T08:30:00z", .seconds(1_795_422_600)),
        ("9999-12-31T23:59:59Z", .seconds(253_402_300_799)),
        ("0000-01-01T00:00:00Z", .seconds(-62_167_219_200)),
        ("0000-02-29T00:00:00Z", .seconds(-62_162_121_600)),
        ("2016-12-31T23:59:60Z", .seconds(1_483_228_800)),
        ("1970-01-01t00:00:00.0000000019Z", .nanoseconds(1)),
    ])
    func `a moment is a time since 1970`(text: String, time: Duration) {
        #expect(DateTime(text).timeSince1970 == time)
    }

    @Test(arguments: [
        "", "2026-11-23", "2026-11-23T08:30:00", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "2026-11-23T24:00:00Z", "2026-11-23T08:30:00.Z", "2026-11-23T08:30:00+2:00",
        "2026-11-23T08:30:00Z ", "٢٠٢٦-11-23T08:30:00Z",
    ])
    func `a text that is no moment is no time`(text: String) {
        #expect(DateTime(text).timeSince1970 == nil)
    }
}

struct ObjectMetaTests {
    @Test func `a name is made by the server where only its beginning is given`() throws {
        let widget = Widget(metadata: .init(name: "", generate_name: "w-"))
        #expect(
            try widget.yaml
                == "apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  generateName: w-\n"
        )
        #expect(try Widget(yaml: widget.yaml) == widget)
        #expect(try Widget.decoded(from: widget.encodedJSON()) == widget)
    }

    @Test func `fields that are not listed are kept`() throws {
        let text = """
            apiVersion: example.com/v1
            kind: Widget
            metadata:
              name: w
              addedLater:
                b: 1.50
                a:
                - null
              z: '1'

            """
        let widget = try Widget(yaml: text)
        #expect(widget.metadata.unknown_fields.keys == ["addedLater", "z"])
        #expect(try widget.yaml == text)
        #expect(try Widget.decoded(from: widget.encodedJSON()) == widget)
    }

    @Test func `a resource without a name has no manifest and cannot be read`() throws {
        #expect(throws: InvalidResource.self) { try Widget(metadata: .init(name: "")).yaml }
        #expect(throws: DecodingError.self) {
            try Widget.decoded(
                from: #"{"apiVersion": "example.com/v1", "kind": "Widget", "metadata": {}}"#
            )
        }
    }

    @Test func `everything the cluster keeps survives`() throws {
        let metadata = ObjectMeta(
            name: "w",
            namespace: "n",
            labels: ["a": "1", "b": "yes"],
            annotations: ["c": "x: y\nz"],
            uid: "0f6c",
            resource_version: "12",
            generation: .max,
            creation_timestamp: "2026-01-02T03:04:05Z",
            deletion_timestamp: "2026-01-02T03:04:06Z",
            deletion_grace_period_seconds: 30,
            finalizers: ["example.com/f"],
            owner_references: [
                .init(api_version: "v1", controller: true, kind: "Pod", name: "p", uid: "1")
            ],
            managed_fields: [["manager": "kubectl", "fieldsV1": ["f:spec": [:]]]],
            self_link: "/a"
        )
        let widget = Widget(metadata: metadata)
        #expect(try Widget(yaml: widget.yaml) == widget)
        #expect(try Widget.decoded(from: widget.encodedJSON()) == widget)
    }
}
