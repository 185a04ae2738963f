import CRDLibYAML
import CRDYAML
import Testing

struct KeyTests {
    @Test(arguments: [
        ("yes", "true"), ("010", "8"), ("1.50", "1.5"), ("1e6", "1e+06"), (".INF", ".inf"),
        ("'yes'", "yes"), ("\"010\"", "010"), ("null_", "null_"), ("name", "name"),
        ("!!int \"5\"", "5"), ("!!int 010", "8"), ("!!int '0x1F'", "31"), ("!!float 5", "5"),
        ("!!float '1e6'", "1e+06"), ("!!bool 'yes'", "true"), ("!!bool off", "false"),
        ("!!str 010", "010"), ("!!str yes", "yes"), ("!!str ~", "~"), ("! 010", "010"),
        ("!own 010", "010"), ("!!binary aGk=", "hi"), ("!!timestamp 2024-01-01", "2024-01-01"),
    ])
    func `a key is what the API server makes of it`(source: String, key: String) throws {
        #expect(try outlines("\(source): v") == ["{\"\(key)\": \"v\"}"])
    }

    @Test(arguments: [
        ("?1️⃣\n: v", "1️⃣ error: an empty key is null, expected a string"),
        ("1️⃣~: v", "1️⃣ error: '~' cannot be a key, expected a string; quote it"),
        ("a: {1️⃣null: v}", "1️⃣ error: 'null' cannot be a key, expected a string; quote it"),
        (
            "1️⃣18446744073709551615: v",
            "1️⃣ error: '18446744073709551615' cannot be a key, expected a string; quote it"
        ),
        ("1️⃣!!null x: v", "1️⃣ error: cannot read the string 'x' as !!null"),
        ("1️⃣!!int 1.5: v", "1️⃣ error: cannot read the float '1.5' as !!int"),
        ("1️⃣!!binary a: v", "1️⃣ error: the text of a !!binary is not base64: 'a'"),
        ("1️⃣[a]: v", "1️⃣ error: a sequence cannot be a key, expected a scalar"),
        ("? 1️⃣a: b\n: v", "1️⃣ error: a mapping cannot be a key, expected a scalar"),
    ])
    func `a key that JSON cannot have is an error`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }

    @Test(arguments: [
        ("a: 1\nb: 2\n1️⃣a: 3", "1️⃣ error: duplicate key 'a', first defined on line 1"),
        ("x:\n  a: 1\n  1️⃣'a': 3", "1️⃣ error: duplicate key 'a', first defined on line 2"),
        ("{yes: 1, 1️⃣true: 2}", "1️⃣ error: duplicate key 'true', first defined on line 1"),
        ("8: 1\n1️⃣010: 2", "1️⃣ error: duplicate key '8', first defined on line 1"),
        ("8: 1\n1️⃣!!int '010': 2", "1️⃣ error: duplicate key '8', first defined on line 1"),
        ("é: 1\ne\u{301}: 2\n1️⃣é: 3", "1️⃣ error: duplicate key 'é', first defined on line 1"),
        ("\"a\\n\": 1\n1️⃣\"a\\n\": 2", #"1️⃣ error: duplicate key 'a\n', first defined on line 1"#),
        (#"{"a": 1, 1️⃣"\u0061": 2}"#, "1️⃣ error: duplicate key 'a', first defined on line 1"),
    ])
    func `a key given twice is an error at the second`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }

    @Test(arguments: [
        ("apiVersion: v1\nkind: A\n1️⃣apiVersion: v1\nkind: B", true),
        ("kind: A\napiVersion: v1\n1️⃣kind: B\napiVersion: v1", true),
        ("a: {apiVersion: v1, 1️⃣apiVersion: v1}", false),
        (#"{"apiVersion": "v1", 1️⃣"apiVersion": "v1"}"#, false),
        ("apiVersion: v1\nspec: 1\n1️⃣spec: 2", false),
    ])
    func `a second object in a document asks for a separator`(text: String, asks: Bool) throws {
        let message = try #require(fault(text))
        #expect(message.hasPrefix("1️⃣ error: duplicate key '"))
        #expect(message.hasSuffix("; is a line '---' missing before it?") == asks)
    }

    @Test func `the last of many keys may be a duplicate`() {
        let keys = (0..<5000).map { "key\($0)" }
        let text = keys.map { "\($0): 1\n" }.joined()
        #expect(fault(text) == nil)
        #expect(
            fault(text + "1️⃣key4711: 2")
                == "1️⃣ error: duplicate key 'key4711', first defined on line 4712"
        )
    }

    @Test(arguments: [
        ("é", "e\u{301}"), ("a\u{301}\u{323}", "a\u{323}\u{301}"), ("K", "\u{212A}"),
        ("Ω", "\u{2126}"),
    ])
    func `keys differ if their bytes do`(one: String, other: String) throws {
        let root = try #require(
            try Node.parse("\(one): 1\nx: 0\n\(other): 2", file: "test.yaml").first
        )
        #expect(root.count == 3)
        #expect(root[one]?.text == "1")
        #expect(root[other]?.text == "2")
        #expect(root["y"] == nil)
    }
}
