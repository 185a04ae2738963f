import CRDLibYAML
import CRDYAML
import Testing

struct JSONTests {
    @Test(arguments: [
        ("{}", "{}"),
        ("[]", "[]"),
        (" \t\r\n[ 1 , 2 ] \n", "[1, 2]"),
        (#"{"a": {"b": [true, false, null, "x"]}}"#, #"{"a": {"b": [true, false, null, "x"]}}"#),
        (
            #"["\ud83d\ude00", "\/", "\u00e9", "\b\f\n\r\t\"\\"]"#,
            #"["😀", "/", "é", "\b\f\n\r\t\"\\"]"#
        ),
        (#"["a\u0000b"]"#, "[\"a\\0b\"]"),
        (
            #"["\ud83d", "\ud83dx", "\ude00", "\ud83d\u0041"]"#,
            "[\"\u{FFFD}\", \"\u{FFFD}x\", \"\u{FFFD}\", \"\u{FFFD}A\"]"
        ),
        (
            "[0, -0, -1, 1.5, 1e3, 1E-2, 9007199254740993]",
            "[0, 0, -1, 1.5, 1000.0, 0.01, 9007199254740993]"
        ),
        (
            #"{"yes": "yes", "010": "010", "<<": {"a": 1}, "": 1}"#,
            #"{"yes": "yes", "010": "010", "<<": {"a": 1}, "": 1}"#
        ),
    ])
    func `JSON is read with its own escapes`(text: String, meaning: String) throws {
        let documents = try outlines(text)
        #expect(documents.count == 1)
        #expect(Self.unescaped(documents[0]) == Self.unescaped(meaning))
    }

    /// Outlines escape control characters in Swift's way, JSON in its own.
    private static func unescaped(_ text: String) -> String {
        text.replacing(#"\u{08}"#, with: #"\b"#).replacing(#"\u{0C}"#, with: #"\f"#)
            .replacing(#"\'"#, with: "'")
    }

    @Test func `a key of JSON may be longer than a line of YAML allows`() throws {
        let key = String(repeating: "k", count: 5000)
        #expect(try Node.parse("{\"\(key)\": 1}", file: "a.json").first?.pairs.first?.key == key)
    }

    @Test(arguments: [
        ("{a: 1}", #"{"a": 1}"#),
        ("[a, 'b', ]", #"["a", "b"]"#),
        (#"{"a": 0x1F, "b": yes}"#, #"{"a": 31, "b": true}"#),
        (#"{"a": 1} # comment"#, #"{"a": 1}"#),
        ("[1,\n 2,]", "[1, 2]"),
        ("{\"a\": \"b\n  c\"}", #"{"a": "b c"}"#),
        (#"["\x41"]"#, #"["A"]"#),
        ("[01, 1., .5, +1]", "[1, 1.0, 0.5, 1]"),
    ])
    func `what only looks like JSON is read as YAML`(text: String, meaning: String) throws {
        #expect(try outlines(text) == [meaning])
    }

    @Test func `JSON documents may follow each other in a stream of YAML`() throws {
        #expect(try outlines(#"{"a": 1}\#n---\#n{"a": 2}"#) == [#"{"a": 1}"#, #"{"a": 2}"#])
    }
}
