import CRDEditing
import Testing

@Suite struct ScalarEditingTests {
    @Test(
        arguments: [
            ("a: 1 # one\nb: 2\n", 3, "a: 3 # one\nb: 2\n"),
            ("a: \"1\"\n", "2", "a: \"2\"\n"),
            ("a: '1'\n", "it's", "a: 'it''s'\n"),
            ("a: x\n", "yes", "a: 'yes'\n"),
            ("a: 'x'\n", 5, "a: 5\n"),
            ("a:   x   # wide\n", "z", "a:   z   # wide\n"),
            ("a: # empty\nb: 1\n", 1, "a: 1 # empty\nb: 1\n"),
            ("a:\n  x\nb: 1\n", "z", "a:\n  z\nb: 1\n"),
            ("a: &x 1\n", 2, "a: &x 2\n"),
            ("a: !!str 1\n", "2", "a: '2'\n"),
            ("a: one\n  two\nb: 1\n", "x", "a: x\nb: 1\n"),
            ("{a: 1, b: [x, y]}\n", "p, q", "{a: 'p, q', b: [x, y]}\n"),
            ("{\"a\": 1, \"b\": 2}", "\u{1F600}", "{\"a\": \"\u{1F600}\", \"b\": 2}"),
            ("a: 1\r\nb: 2\r\n", 3, "a: 3\r\nb: 2\r\n"),
            ("\u{FEFF}a: 1\nb: é\n", 3, "\u{FEFF}a: 3\nb: é\n"),
            ("# é\na: 1", 3, "# é\na: 3"),
            ("? a\n: 1\n", 2, "? a\n: 2\n"),
            ("a: 1\n...\n", 2, "a: 2\n...\n"),
        ] as [(String, JSONValue, String)]
    )
    func `a scalar is replaced in its style`(text: String, value: JSONValue, result: String) throws
    {
        #expect(try setting("a", to: value, in: text) == result)
    }

    @Test(
        arguments: [
            ("a: |\n  one\n  two\nb: 1\n", "x", "a: x\nb: 1\n"),
            ("a: |- # code\n  one\n  two\nb: 1\n", "x\ny\n", "a: | # code\n  x\n  y\nb: 1\n"),
            ("a: >\n    one\n    two\n\n\nb: 1\n", "x\ny", "a: |-\n  x\n  y\n\n\nb: 1\n"),
            ("a: |+\n  one\n\nb: 1\n", "x\n\n", "a: |+\n  x\n\nb: 1\n"),
            ("a: x # why\nb: 1\n", "x\ny\n", "a: | # why\n  x\n  y\nb: 1\n"),
            ("a: \"x\"\nb: 1\n", "x\ny\n", "a: \"x\\ny\\n\"\nb: 1\n"),
            ("a: |\n  one\n\n  # two\n", "x", "a: x\n"),
            ("a: |\n  one", "x", "a: x"),
            ("a: |\r\n  one\r\nb: 1\r\n", "x\ny\n", "a: |\r\n  x\r\n  y\r\nb: 1\r\n"),
            ("a: [1, 2]\n", "x\ny\n", "a: |\n  x\n  y\n"),
        ] as [(String, JSONValue, String)]
    )
    func `a scalar of several lines is replaced`(
        text: String,
        value: JSONValue,
        result: String
    ) throws {
        #expect(try setting("a", to: value, in: text) == result)
    }

    @Test(
        arguments: [
            ("a:\n  # note\nb: 1\n", "x\ny\n", "a: \"x\\ny\\n\"\n  # note\nb: 1\n"),
            ("a: 1\n\n  # note\nb: 1\n", "x\ny", "a: \"x\\ny\"\n\n  # note\nb: 1\n"),
            ("a: 1\n    ", "x\ny\n", "a: \"x\\ny\\n\"\n    "),
            ("a:\n  # note\n", ["k", "x\ny"], "a:\n- k\n- \"x\\ny\"\n  # note\n"),
            ("a: 1\n # note\nb: 1\n", "x\ny", "a: |-\n  x\n  y\n # note\nb: 1\n"),
        ] as [(String, JSONValue, String)]
    )
    func `a string does not continue with the comments and spaces below it`(
        text: String,
        value: JSONValue,
        result: String
    ) throws {
        #expect(try setting("a", to: value, in: text) == result)
    }

    @Test(
        arguments: [
            ("a: {}\nb: 1\n", ["x": 1], "a:\n  x: 1\nb: 1\n"),
            ("a: {} # none\nb: 1\n", ["x": 1], "a: # none\n  x: 1\nb: 1\n"),
            ("a: null\n", ["x": ["z"]], "a:\n  x:\n  - z\n"),
            ("a: # list\n  # first\n  - 1\n  - 2 # two\nb: 1\n", 5, "a: 5 # list\nb: 1\n"),
            ("a:\n- 1\n- 2\nb: 1\n", ["x": 1], "a:\n  x: 1\nb: 1\n"),
            ("a:\n    b:\n        c: 1\n", ["x": ["z": 1]], "a:\n    x:\n        z: 1\n"),
            ("- a: 1\n  b: 2\n- 3\n", 1, "- a: 1\n  b: 2\n- 3\n"),
            ("{\"a\": {}}", ["x": 1], "{\"a\": {\"x\": 1}}"),
            (
                "{\n  \"a\": {}\n}\n", ["x": [1]],
                "{\n  \"a\": {\n    \"x\": [\n      1\n    ]\n  }\n}\n"
            ),
            ("{\"a\":1,\"b\":2}", ["x": [1, 2]], "{\"a\":{\"x\":[1,2]},\"b\":2}"),
        ] as [(String, JSONValue, String)]
    )
    func `a value of another kind is written in the style of the text`(
        text: String,
        value: JSONValue,
        result: String
    ) throws {
        if text.hasPrefix("-") {
            #expect(try setting("[0].a", to: value, in: text) == result)
        } else {
            #expect(try setting("a", to: value, in: text) == result)
        }
    }
}
