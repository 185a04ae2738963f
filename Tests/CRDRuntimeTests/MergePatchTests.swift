import CRDJSON
import CRDRuntime
import Testing

struct MergePatchTests {
    // The rules of RFC 7386, section 2: original, patch, result.
    @Test(
        arguments: [
            (["a": "b"], ["a": "c"], ["a": "c"]),
            (["a": "b"], ["b": "c"], ["a": "b", "b": "c"]),
            (["a": "b", "b": 1], ["a": .null], ["b": 1]),
            (["a": ["b"]], ["a": "c"], ["a": "c"]),
            (["a": "c"], ["a": ["b"]], ["a": ["b"]]),
            (["a": ["b": "c"]], ["a": ["b": "d", "c": .null]], ["a": ["b": "d"]]),
            ([1, 2], [3, .null], [3, .null]),
            (["a": 1], [2], [2]),
            (["a": 1], "x", "x"),
            (["a": 1], .null, .null),
            ([1], ["a": "b", "c": .null], ["a": "b"]),
            ([:], ["a": ["b": ["c": .null]]], ["a": ["b": [:]]]),
            (["e": .null], ["a": 1], ["e": .null, "a": 1]),
        ] as [(JSONValue, JSONValue, JSONValue)]
    )
    func `a patch changes a value`(original: JSONValue, patch: JSONValue, result: JSONValue) {
        #expect(original.applying(mergePatch: patch) == result)
    }

    private static let values: [JSONValue] = [
        [:], ["a": 1], ["a": ["b": 1, "c": [1, 2]]], ["a": ["b": ["d": "x"]], "e": "f"], ["a": []],
        ["a": [:]], ["a": "x", "e": ["g": true]], [1, 2], "text", 5,
    ]

    @Test(arguments: values, values)
    func `the patch between two values leads from one to the other`(
        original: JSONValue,
        result: JSONValue
    ) {
        let patch = result.mergePatch(from: original)
        #expect(original.applying(mergePatch: patch) == result)
    }

    @Test func `a patch has only what differs`() throws {
        let old = Widget(spec: .init(name: "n", count: 3, part: .init(size: 1, color: "red")))
        var new = old
        new.spec?.part?.color = nil
        new.spec?.tags = ["x"]
        let patch = try new.mergePatch(from: old)
        #expect(patch.jsonText == #"{"spec":{"tags":["x"],"part":{"color":null}}}"#)
        #expect(try old.applying(mergePatch: patch) == new)
        #expect(try old.mergePatch(from: old) == [:])
    }

    @Test func `a patch that does not fit the type is an error`() {
        #expect(throws: ManifestError.self) {
            try Widget().applying(mergePatch: ["spec": ["name": 7]])
        }
    }
}

struct JSONPointerTests {
    // The values of RFC 6901, section 5.
    private static let value: JSONValue = [
        "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6,
        " ": 7, "m~n": 8,
    ]

    @Test(
        arguments: [
            ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1), ("/c%d", 2), ("/e^f", 3), ("/g|h", 4),
            ("/i\\j", 5), ("/k\"l", 6), ("/ ", 7), ("/m~0n", 8), ("/foo", ["bar", "baz"]),
            ("", value),
        ] as [(String, JSONValue)]
    )
    func `a pointer finds a value`(text: String, value: JSONValue) throws {
        let pointer = try #require(JSONPointer(text))
        #expect(Self.value[at: pointer] == value)
        #expect(pointer.description == text)
    }

    @Test(arguments: [
        "/foo/2", "/foo/-", "/foo/00", "/foo/+1", "/foo/-1", "/foo/x", "/a", "//", "/foo/0/0",
    ])
    func `a pointer may find nothing`(text: String) throws {
        #expect(Self.value[at: try #require(JSONPointer(text))] == nil)
    }

    @Test(arguments: ["a", "a/b", "/~", "/~2", "/a~"])
    func `a text may be no pointer`(text: String) {
        #expect(JSONPointer(text) == nil)
    }

    @Test func `a pointer is built from keys`() {
        let pointer = JSONPointer(tokens: []).appending("a/b").appending("~").appending("0")
        #expect(pointer == "/a~1b/~0/0")
    }

    @Test func `setting creates members, appends elements, and removes`() {
        var value: JSONValue = ["a": [1]]
        value[at: "/b/c"] = "x"
        value[at: "/a/1"] = 2
        value[at: "/a/-"] = 3
        value[at: "/a/0"] = ["k": true]
        value[at: "/a/0/k"] = false
        value[at: "/a/9"] = "no such element"
        #expect(value == ["a": [["k": false], 2, 3], "b": ["c": "x"]])
        value[at: "/a/1"] = nil
        value[at: "/b/c"] = nil
        value[at: "/none/at/all"] = nil
        #expect(value == ["a": [["k": false], 3], "b": [:]])
        value[at: ""] = "whole"
        #expect(value == "whole")
    }
}
