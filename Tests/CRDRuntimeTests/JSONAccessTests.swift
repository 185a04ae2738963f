import CRDRuntime
import Testing

struct JSONAccessTests {
    private static let value: JSONValue = [
        "b": true, "i": 7, "d": 1.5, "s": "x", "a": [1, 2], "o": ["k": "v"], "n": .null,
    ]

    @Test func `each accessor has the values of its kind`() {
        let value = Self.value
        #expect(value.object?.keys.filter { value[$0]?.bool != nil } == ["b"])
        #expect(value.object?.keys.filter { value[$0]?.int != nil } == ["i"])
        #expect(value.object?.keys.filter { value[$0]?.double != nil } == ["i", "d"])
        #expect(value.object?.keys.filter { value[$0]?.string != nil } == ["s"])
        #expect(value.object?.keys.filter { value[$0]?.array != nil } == ["a"])
        #expect(value.object?.keys.filter { value[$0]?.object != nil } == ["o"])
        #expect(value["i"]?.int == 7)
        #expect(value["o"]["k"]?.string == "v")
        #expect(value["a"][1]?.int == 2)
        #expect(value["a"][2] == nil)
        #expect(value["a"][-1] == nil)
    }

    @Test func `setting a value creates what is missing`() {
        var value: JSONValue = .null
        value["spec"]["ports"][0]["port"] = 8080
        value["spec"]["ports"][2] = "x"
        value["spec"]["name"] = "n"
        #expect(value.jsonText == #"{"spec":{"ports":[{"port":8080},null,"x"],"name":"n"}}"#)
        value["spec"]["ports"][0]["port"] = 80
        value["spec"]["name"] = ["is": "an object"]
        #expect(value["spec"]["ports"][0]["port"] == 80)
        value["spec"]["name"][0] = true
        #expect(value["spec"]["name"] == [true])
    }

    @Test func `setting no value removes, and creates nothing`() {
        var value = Self.value
        value["a"][0] = nil
        value["o"]["k"] = nil
        value["n"] = nil
        value["x"]["y"][0] = nil
        value["s"]["y"] = nil
        value["a"][7] = nil
        #expect(value == ["b": true, "i": 7, "d": 1.5, "s": "x", "a": [2], "o": [:]])
        value["a"][0] = nil
        #expect(value["a"] == [])
        value["b"] = .some(.null)
        #expect(value["b"] == .some(.null))
    }

    @Test func `a value is changed in place`() {
        var value: JSONValue = ["o": ["a": .array((0..<100).map { .number(JSONNumber($0)) })]]
        value["o"]["a"][0] = 1
        let before = address(of: value)
        value["o"]["a"][1] = "changed"
        #expect(address(of: value) == before)
    }

    private func address(of value: JSONValue) -> Int? {
        value["o"]["a"]?.array.map { elements in
            unsafe elements.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
        }
    }

    @Test(arguments: [(true, ["a": 2]), (false, [:])] as [(Bool, JSONValue)])
    func `nil is no value and not null`(isOn: Bool, result: JSONValue) {
        var value: JSONValue = ["a": 1]
        value["a"] = isOn ? 2 : nil
        #expect(value == result)
    }

    @Test func `the members of an object are in order`() {
        let object: JSONObject = ["b": 1, "a": 2, "b": 3]
        #expect(object.map(\.key) == ["b", "a"])
        var pairs: [String] = []
        for (key, value) in object { pairs.append("\(key)=\(value)") }
        #expect(pairs == ["b=3", "a=2"])
        #expect(object == JSONObject([("a", 2), ("b", 3)]))
        #expect("\(object)" == #"{"b":3,"a":2}"#)
    }

    @Test(arguments: [
        ("1", "2", true), ("1.5", "1", false), ("1", "1.0", false), ("-1", "0.5", true),
        ("9223372036854775807", "9223372036854775808", true),
        ("9007199254740992", "9007199254740993", true),
        ("18446744073709551614", "18446744073709551615", true), ("1e300", "1e301", true),
    ])
    func `numbers are compared by value`(left: String, right: String, isLess: Bool) throws {
        let numbers = (try #require(JSONNumber(left)), try #require(JSONNumber(right)))
        #expect((numbers.0 < numbers.1) == isLess)
        #expect(!(numbers.0 == numbers.1 && numbers.0 < numbers.1))
    }

    @Test func `a value prints as JSON`() {
        let value: JSONValue = ["b": [1.50, "é\n"], "a": .null]
        #expect("\(value)" == #"{"b":[1.5,"é\n"],"a":null}"#)
    }
}
