import CRDLibYAML
import CRDManifests
import CRDRuntime
import CRDYAML
import Testing

struct JSONValueTests {
    @Test func `literals are values`() throws {
        let value: JSONValue = [
            "null": .null, "boolean": true, "integer": 1, "float": 1.5, "string": "x",
            "array": [1, [:]],
        ]
        #expect(value["null"] == .null)
        #expect(value["boolean"] == .boolean(true))
        #expect(value["integer"] == .number(JSONNumber(1)))
        #expect(value["float"] == .number(try #require(JSONNumber(1.5))))
        #expect(value["string"] == .string("x"))
        #expect(value["array"]?[1] == .object(JSONObject()))
        #expect(value["array"]?[2] == nil)
        #expect(value["other"] == nil)
        #expect(value[0] == nil)
    }

    @Test func `the later of two equal keys wins in the place of the earlier`() {
        let value: JSONValue = ["a": 1, "b": 2, "a": 3]
        guard case .object(let object) = value else { return #expect(Bool(false)) }
        #expect(object.keys == ["a", "b"])
        #expect(object.values == [3, 2])
    }

    private static let values: [JSONValue] = [
        .null, false, 0, -1, 1.5, "", "yes", "1", [], [:], [.null, [.null]], ["a": .null],
        ["b": 1, "a": ["d": [1, "x", .null], "c": [:]], "é": "\u{1F600}\n", "": 0],
        9_007_199_254_740_993, 9_223_372_036_854_775_807, -9_223_372_036_854_775_808,
    ]

    @Test(arguments: values)
    func `a value survives Foundation's coders`(value: JSONValue) throws {
        #expect(try JSONValue.decoded(from: value.encodedJSON()) == value)
    }

    @Test(arguments: values)
    func `a value survives a manifest with its order`(value: JSONValue) throws {
        var spec = Spec(name: "s")
        spec.extra = value
        let widget = Widget(spec: spec)
        let back = try Widget(yaml: widget.yaml)
        // An attribute that is null is absent.
        #expect(back.spec?.extra == (value == .null ? Optional.none : value))
        #expect(try back.yaml == Widget(yaml: back.yaml).yaml)
        guard case .object(let object) = value, case .object(let found) = back.spec?.extra else {
            return
        }
        #expect(found.keys == object.keys)
    }

    @Test(arguments: [
        ("017", "15"), ("1_000", "1000"), ("0x1F", "31"), ("1.50", "1.50"), ("1e3", "1e3"),
        (".5", "0.5"),
        ("+1", "1"), ("1.", "1.0"), ("18446744073709551615", "18446744073709551615"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
    func `a number of a manifest keeps its text if JSON writes it alike`(
        yaml: String,
        text: String
    ) throws {
        let node = try #require(try Node.parse(yaml, file: "a.yaml").first)
        guard case .number(let number) = try JSONValue(node) else { return #expect(Bool(false)) }
        #expect(number.text == text)
    }
}

struct JSONObjectTests {
    private func object(_ keys: some Sequence<Int>) -> JSONObject {
        var object = JSONObject()
        for key in keys { object["k\(key)"] = .number(JSONNumber(key)) }
        return object
    }

    @Test(arguments: [3, 8, 9, 100])
    func `members keep their order, and equality does not mind it`(count: Int) {
        let forward = object(0..<count)
        let backward = object((0..<count).reversed())
        #expect(forward.keys == (0..<count).map { "k\($0)" })
        #expect(forward.count == count)
        #expect(forward == backward)
        #expect(forward.hashValue == backward.hashValue)
        #expect(forward != object(0..<count - 1))
        #expect(object(0..<count)["k\(count - 1)"] == .number(JSONNumber(count - 1)))
    }

    @Test(arguments: [3, 8, 9, 10, 100])
    func `a member is changed in place and removed`(count: Int) {
        var members = object(0..<count)
        members["k1"] = "x"
        #expect(members.keys == (0..<count).map { "k\($0)" })
        members["k1"] = nil
        #expect(members["k1"] == nil)
        #expect(members.keys == [0].map { "k\($0)" } + (2..<count).map { "k\($0)" })
        for key in 2..<count { #expect(members["k\(key)"] == .number(JSONNumber(key))) }
        members["other"] = nil
        #expect(members.count == count - 1)
        for key in 0..<count { members["k\(key)"] = nil }
        #expect(members.isEmpty)
        #expect(members == JSONObject())
    }

    @Test func `a member that is null is there`() {
        var object = JSONObject()
        object["a"] = .some(.null)
        #expect(object.count == 1)
        #expect(object["a"] == .some(.null))
    }
}

struct JSONNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("-12", -12), ("9007199254740993", 9_007_199_254_740_993),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("1.0", 1),
            ("1e3", 1000),
            ("1.5", nil), ("9223372036854775808", nil), ("1e400", nil),
        ] as [(String, Int?)]
    )
    func `a number may be an integer`(text: String, integer: Int?) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.text == text)
        #expect(number.integer == integer)
    }

    @Test(arguments: [
        "", "+1", ".5", "1.", "01", "0x1", "1e", "NaN", "Infinity", " 1", "1 ", "1_0", "-",
    ])
    func `a text that is no JSON number is none`(text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test(arguments: [
        (0.5, "0.5"), (1, "1"), (-0.0, "0"), (1e15, "1000000000000000"), (1e21, "1e+21"),
        (0.1, "0.1"),
    ])
    func `a double has a text`(value: Double, text: String) {
        #expect(JSONNumber(value)?.text == text)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `JSON cannot hold every double`(value: Double) {
        #expect(JSONNumber(value) == nil)
    }

    @Test(arguments: [
        ("1", "1.0", true), ("1e2", "100", true), ("1", "2", false),
        ("9007199254740992", "9007199254740993", false), ("0.1", "0.10", true), ("0", "-0", true),
    ])
    func `numbers are equal if their values are`(one: String, other: String, isEqual: Bool) throws {
        let numbers = (try #require(JSONNumber(one)), try #require(JSONNumber(other)))
        #expect((numbers.0 == numbers.1) == isEqual)
        if isEqual { #expect(numbers.0.hashValue == numbers.1.hashValue) }
    }
}
