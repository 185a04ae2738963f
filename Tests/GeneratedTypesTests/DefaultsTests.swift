import CRDManifests
import CRDRuntime
import CRDValidation
import Foundation
import RoundTrip
import TestResources
import Testing

/// Required attributes with defaults, which a manifest does not need.
struct DefaultsTests {
    private static let head = """
        {"apiVersion": "defaults.example.com/v1", "kind": "Defaults", "metadata": {"name": "a"}
        """

    /// The same resource for the API server, which fills in the defaults.
    private static let sparse = [
        "",
        #", "spec": {}"#,
        #", "spec": null, "title": null, "nothing": null"#,
        #", "spec": {"text": null, "deep": null, "parts": null, "list": null, "map": null}"#,
        #", "spec": {"deep": {"inner": null}, "embedded": null, "selector": null}"#,
        #", "spec": {"left": {}, "right": {"side": null}, "mode": null, "time": null}"#,
    ].map { head + $0 + "}" }

    @Test(arguments: sparse, FieldValidation.allCases)
    func `missing and null fields are read as their defaults`(
        text: String,
        fieldValidation: FieldValidation
    ) throws {
        let expected = Defaults(metadata: .init(name: "a"))
        #expect(try Defaults(yaml: text, fieldValidation: fieldValidation) == expected)
        #expect(try Defaults(json: text, fieldValidation: fieldValidation) == expected)
        #expect(try JSONDecoder().decode(Defaults.self, from: Data(text.utf8)) == expected)
        let stream = try ManifestStream(yaml: text, kinds: [Defaults.self])
        #expect(stream.objects.first as? Defaults == expected)
    }

    @Test(arguments: sparse)
    func `what is read agrees with the object of the API server`(text: String) throws {
        let manifest = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        guard case .success(let stored) = Defaults.validator.create(manifest).result else {
            Issue.record("the manifest is rejected")
            return
        }
        let read = try Defaults(yaml: text)
        let written = try JSONDecoder().decode(JSONValue.self, from: Data(read.json.utf8))
        #expect(written.conflict(with: stored) == nil)
        #expect(read.violations().isEmpty)
        let complete = try JSONEncoder().encode(read.withDefaults())
        let completed = try JSONDecoder().decode(JSONValue.self, from: complete)
        #expect(completed["spec"] == stored["spec"])
    }

    @Test func `a default is the default argument of its type`() {
        let spec = Defaults.Spec()
        #expect(spec.anything == ["a": [1, .null, ["b": 0.5]], "c": [:]])
        #expect(spec.bytes == "aGk=")
        #expect(spec.count == -3)
        #expect(spec.deep == .init(inner: .init(name: "x")))
        #expect(spec.flag)
        #expect(spec.inout == "both")
        #expect(spec.large == .init(a: "1", b: "b", j: "10"))
        #expect(spec.left.side == "left")
        #expect(spec.right.side == "right")
        #expect(spec.list == [])
        #expect(spec.map == ["a": ["b": 1], "c": [:]])
        #expect(spec.mode == .manual)
        #expect(spec.names == ["a", ""])
        #expect(spec.nested == .init(in: "x", nullable: nil))
        #expect(spec.nullable == "\"quoted\" \\(text)\n")
        #expect(spec.number == ._2)
        #expect(spec.parts == [.init(protocol: "TCP"), .init(port: 1, protocol: "UDP")])
        #expect(spec.percent == "25%")
        #expect(spec.port == 80)
        #expect(spec.ratio == 2)
        #expect(spec.selector == LabelSelector())
        #expect(spec.small == .max)
        #expect(spec.text == "auto")
        #expect(spec.time == "1970-01-01T00:00:00Z")
        // No expression: the API server fills in what is not written.
        #expect(spec.embedded == nil)
        #expect(spec.rules == nil)
    }

    @Test func `null is kept where it is a value`() throws {
        let text = Self.head + #", "level": null, "spec": {"nullable": null}}"#
        for read in [
            try Defaults(yaml: text),
            try JSONDecoder().decode(Defaults.self, from: Data(text.utf8)),
        ] {
            #expect(read.level == nil)
            #expect(read.spec.nullable == nil)
            #expect(try Defaults(yaml: read.yaml) == read)
        }
    }

    @Test func `null elements with a default are left to the API server`() throws {
        let text = Self.head + #", "spec": {"elements": ["a", null], "values": {"a": null}}}"#
        let read = try Defaults(yaml: text)
        #expect(read.spec.elements == ["a", nil])
        #expect(read.spec.values == ["a": nil])
        #expect(try JSONDecoder().decode(Defaults.self, from: Data(text.utf8)) == read)
        let complete = try read.withDefaults()
        #expect(complete.spec.elements == ["a", "x"])
        #expect(complete.spec.values == ["a": 5])
    }

    @Test func `values replace defaults`() throws {
        let text =
            Self.head
            + #", "title": "t", "nothing": {"a": 1}, "spec": {"list": [1], "names": [],"#
            + #" "map": {"d": {}}, "parts": [{"port": 2}], "large": {"b": "2"}, "flag": false}}"#
        let read = try Defaults(yaml: text)
        #expect(try JSONDecoder().decode(Defaults.self, from: Data(text.utf8)) == read)
        #expect(read.title == "t")
        #expect(read.nothing == ["a": 1])
        #expect(read.spec.list == [1])
        #expect(read.spec.names.isEmpty)
        #expect(read.spec.map == ["d": [:]])
        #expect(read.spec.parts == [.init(port: 2)])
        #expect(read.spec.large == .init(b: "2"))
        #expect(!read.spec.flag)
    }

    @Test func `a wrong value is an error, not the default`() {
        let text = Self.head + #", "spec": {"count": "many", "parts": {}}}"#
        #expect(throws: ManifestError.self) { try Defaults(yaml: text) }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Defaults.self, from: Data(text.utf8))
        }
    }
}
