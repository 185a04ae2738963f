import CRDLibYAML
import CRDYAML
import Testing

struct ParsingTests {
    @Test(arguments: [
        ("a: 1", [#"{"a": 1}"#]),
        ("a: 1\nb:\n- x\n- w: [1, 'z']\n", [#"{"a": 1, "b": ["x", {"w": [1, "z"]}]}"#]),
        ("- - 1\n  - 2\n- []\n- {}\n", ["[[1, 2], [], {}]"]),
        ("a:\n- 1\nb:\n  - 2\n", [#"{"a": [1], "b": [2]}"#]),
        ("a:\nb: ~\n", [#"{"a": null, "b": null}"#]),
        ("{a: 1, b}", [#"{"a": 1, "b": null}"#]),
        ("[a: 1]", [#"[{"a": 1}]"#]),
        ("? a\n: b\n", [#"{"a": "b"}"#]),
        ("text", [#""text""#]),
        ("a: # comment\n  b # comment\n", [#"{"a": "b"}"#]),
        ("a: b#c", [#"{"a": "b#c"}"#]),
        ("a:b: c", [#"{"a:b": "c"}"#]),
        ("a: http://b:c", [#"{"a": "http://b:c"}"#]),
        ("%YAML 1.1\n---\na: 1", [#"{"a": 1}"#]),
    ])
    func `a document is read`(text: String, documents: [String]) throws {
        #expect(try outlines(text) == documents)
    }

    @Test(arguments: [
        ("a\n---\nb\n---\nc", [#""a""#, #""b""#, #""c""#]),
        ("--- a\n--- b\n", [#""a""#, #""b""#]),
        ("a: 1\n...\n---\nb: 2\n...\n", [#"{"a": 1}"#, #"{"b": 2}"#]),
        ("---\n---\n", ["null", "null"]),
        ("---\n# nothing\n---\na", ["null", #""a""#]),
        ("{}\n--- |\n text\n", ["{}", #""text\n""#]),
        ("a: |\n  ---\n  b\n", [#"{"a": "---\nb\n"}"#]),
    ])
    func `documents are kept apart`(text: String, documents: [String]) throws {
        #expect(try outlines(text) == documents)
    }

    @Test(arguments: ["", "\n\n", "# only\n  # comments\n", "\u{FEFF}", "\u{FEFF}# a\n", " "])
    func `a text without documents gives none`(text: String) throws {
        #expect(try outlines(text).isEmpty)
    }

    @Test(arguments: [
        ("a b\n  c", "a b c", Node.Style.plain),
        ("'it''s'", "it's", .singleQuoted),
        ("'a\n\n  b'", "a\nb", .singleQuoted),
        (#""\x41\u00e9\U0001F600\t\"\\\/\n""#, "Aé😀\t\"\\/\n", .doubleQuoted),
        (
            #""\0\a\b\e\f\r\v\N\_\L\P""#,
            "\0\u{7}\u{8}\u{1B}\u{C}\r\u{B}\u{85}\u{A0}\u{2028}\u{2029}",
            .doubleQuoted
        ),
        ("\"a\\\n   b\"", "ab", .doubleQuoted),
        ("|\n a\n  b\n", "a\n b\n", .literal),
        ("|-\n a\n\n", "a", .literal),
        ("|+\n a\n\n", "a\n\n", .literal),
        ("|2\n   a\n", " a\n", .literal),
        (">\n a\n b\n\n c\n", "a b\nc\n", .folded),
    ])
    func `a scalar keeps its style and text`(source: String, text: String, style: Node.Style) throws
    {
        let node = try #require(try Node.parse("- " + source, file: "test.yaml").first?.items.first)
        #expect(node.text.hasSameBytes(as: text))
        #expect(node.style == style)
    }

    @Test(arguments: [
        ("!!str 5", Node.Tag.string, #""5""#),
        ("! 5", .other, #""5""#),
        ("!own 5", .other, #""5""#),
        ("!<tag:yaml.org,2002:int> '5'", .integer, "5"),
        ("!!float 5", .float, "5.0"),
        ("!!bool yes", .boolean, "true"),
        ("!!null ''", .null, "null"),
        ("!!binary aGk=", .binary, #""hi""#),
        ("!!timestamp 2024-01-01", .timestamp, #""2024-01-01""#),
    ])
    func `a tag says what a scalar is`(source: String, tag: Node.Tag, meaning: String) throws {
        let node = try #require(try Node.parse("- " + source, file: "test.yaml").first?.items.first)
        #expect(node.tag == tag)
        #expect(try node.outline() == meaning)
    }

    @Test func `a scalar of ten megabytes is one node`() throws {
        let long = String(repeating: "x", count: 10_000_000)
        for source in [long, "'\(long)'", "\"\(long)\"", "|\n \(long)\n"] {
            let node = try #require(try Node.parse("- " + source, file: "long.yaml").first)
            #expect(node.items.first?.text.utf8.count ?? 0 >= long.utf8.count)
        }
    }
}
