import CRDJSON
import CRDRuntime
import CRDYAML
import Foundation
import Testing

struct JSONReadingTests {
    private static let text =
        #"{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},"spec":{"name":"é","count":2}}"#

    @Test func `a resource is read from bytes`() throws {
        let widget = try Widget(json: Array(Self.text.utf8))
        #expect(widget.spec?.count == 2)
        #expect(try widget == Widget(json: Data(Self.text.utf8)))
        #expect(try widget == Widget(json: Self.text))
        #expect(try widget.json == Self.text)
    }

    @Test func `an error of bytes has a location`() throws {
        let bytes = Array("{\n  \"apiVersion\": \"example.com/v1\", \"kind\": 7}".utf8)
        let error = try #require(throws: ManifestError.self) {
            try Widget(json: bytes, file: "w.json")
        }
        #expect(
            error.diagnostics.map(\.description) == [
                "w.json:1:1: error: required field 'metadata' is missing",
                "w.json:2:43: error: 'kind' is the number 7, expected 'Widget'",
            ]
        )
    }

    @Test(arguments: [
        (#""name":7"#, "47: error: spec.name: expected a string, found the number 7"),
        (#""name":null"#, "39: error: spec: required field 'name' is missing"),
        (#""count":1"#, "39: error: spec: required field 'name' is missing"),
        (
            #""name":"","count":"1""#,
            #"58: error: spec.count: expected an integer, found the string "1""#
        ),
        (
            #""name":"","count":1.5"#,
            "58: error: spec.count: expected an integer, found the number 1.5"
        ),
        (#""name":"","isOn":1"#, "57: error: spec.is_on: expected a Boolean, found the number 1"),
        (
            #""name":"","tags":"a""#,
            #"57: error: spec.tags: expected a sequence, found the string "a""#
        ),
        (
            #""name":"","tags":["a",1]"#,
            "62: error: spec.tags[1]: expected a string, found the number 1"
        ),
        (#""name":"","tags":["a",null]"#, "62: error: spec.tags[1]: expected a string, found null"),
        (#""name":"","labels":[]"#, "59: error: spec.labels: expected a mapping, found a sequence"),
        (
            #""name":"","labels":{"a":"","b":true}"#,
            "71: error: spec.labels.b: expected a string, found the Boolean true"
        ),
    ])
    func `a value of another type is an error at its location`(spec: String, problem: String) throws
    {
        let text =
            #"{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},"spec":"#
        let error = try #require(throws: ManifestError.self) {
            try Widget(json: "\(text)\n                                      {\(spec)}}", file: "w")
        }
        #expect(error.diagnostics.map(\.description) == ["w:2:\(problem)"])
    }

    @Test func `null and an empty value of an optional field are different`() throws {
        var spec = #""name":"n","tags":null,"labels":null,"count":null,"isOn":null"#
        let text =
            #"{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},"spec":{"#
        #expect(try Widget(json: "\(text)\(spec)}}").spec == Spec(name: "n"))
        spec = #""name":"n","tags":[],"labels":{"a":null}"#
        let widget = try Widget(json: "\(text)\(spec)}}")
        #expect(widget.spec?.tags == [] && widget.spec?.labels == [:])
    }

    @Test func `a value keeps its order and the text of its numbers`() throws {
        let text = #"{"z":1.50,"a":[9007199254740993,1e3,null,true],"é":"\n"}"#
        #expect(try JSONValue(json: text).jsonText == text)
        #expect(try JSONValue(json: Array(text.utf8)).jsonText == text)
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\":1}x", "01", "'a'", "[NaN]"])
    func `a text that is not JSON is an error`(text: String) {
        #expect(throws: ManifestError.self) { try JSONValue(json: text) }
    }

    @Test func `the last value of a duplicate key is used`() throws {
        #expect(try JSONValue(json: #"{"a":1,"a":2}"#) == ["a": 2])
    }

    @Test func `a resource is a value and back`() throws {
        let widget = Widget(spec: .init(name: "n", count: 3, part: .init(size: 1)))
        let value = try widget.jsonValue
        #expect(value["spec"]["part"]["size"] == 1)
        #expect(try Widget(jsonValue: value) == widget)
        #expect(try widget.spec?.part?.jsonValue == ["size": 1])
    }

    @Test func `an unknown field of a value is an error unless it is ignored`() throws {
        var value = try Widget().jsonValue
        value["sepc"] = [:]
        #expect(throws: ManifestError.self) { try Widget(jsonValue: value) }
        #expect(try Widget(jsonValue: value, fieldValidation: .ignore) == Widget())
    }
}

struct JSONEncodingTests {
    private struct Limits: Encodable {
        enum Level: String, Encodable { case low, high }
        var cpu: Float = 0.1
        var count: UInt64 = .max
        var level = Level.high
        var missing: Int?
        var ports: [Int8] = [-1, 2]
        var byName: [String: [Bool]] = ["a": [true]]
        var raw: JSONValue = ["x": 1.50]
        var spec = Spec(name: "n")
    }

    @Test func `any encodable value is JSON`() throws {
        #expect(
            try JSONValue(encoding: Limits()) == [
                "cpu": 0.1, "count": .number(#require(JSONNumber("18446744073709551615"))),
                "level": "high", "ports": [-1, 2], "byName": ["a": [true]], "raw": ["x": 1.5],
                "spec": ["name": "n"],
            ]
        )
        #expect(try JSONValue(encoding: [1: "a"]) == ["1": "a"])
        #expect(try JSONValue(encoding: [Int?.none, 1]) == [.null, 1] as JSONValue)
        #expect(try JSONValue(encoding: "text") == "text")
    }

    @Test func `a generated value encodes as a manifest contains it`() throws {
        let widget = Widget(spec: .init(name: "n", count: 3))
        #expect(try JSONValue(encoding: widget) == widget.jsonValue)
    }

    private class Base: Encodable {
        var id = 1
    }

    private final class Derived: Base {
        enum CodingKeys: CodingKey { case own, list }

        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("x", forKey: .own)
            try super.encode(to: container.superEncoder())
            var list = container.nestedUnkeyedContainer(forKey: .list)
            try super.encode(to: list.superEncoder())
            var inner = list.nestedContainer(keyedBy: CodingKeys.self)
            try inner.encodeNil(forKey: .own)
            #expect(list.count == 2)
        }
    }

    @Test func `a type with a superclass and nested containers is JSON`() throws {
        #expect(
            try JSONValue(encoding: Derived())
                == ["own": "x", "super": ["id": 1], "list": [["id": 1], ["own": .null]]]
        )
    }

    @Test func `Foundation's encoder gives the same`() throws {
        let value = try JSONValue(encoding: Limits())
        #expect(try JSONValue.decoded(from: Limits().encodedJSON()) == value)
    }

    @Test(arguments: [Double.nan, .infinity])
    func `a number that JSON does not have is an error`(number: Double) throws {
        let error = try #require(throws: EncodingError.self) {
            try JSONValue(encoding: ["a": [Float(number)]])
        }
        guard case .invalidValue(_, let context) = error else { return #expect(Bool(false)) }
        #expect(context.codingPath.map(\.stringValue) == ["a", "Index 0"])
    }
}
