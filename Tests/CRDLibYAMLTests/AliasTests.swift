import CRDLibYAML
import CRDYAML
import Testing

struct AliasTests {
    @Test(arguments: [
        ("a: &x 1\nb: *x", #"{"a": 1, "b": 1}"#),
        (
            "a: &x [1, {b: 2}]\nc: [*x, *x]",
            #"{"a": [1, {"b": 2}], "c": [[1, {"b": 2}], [1, {"b": 2}]]}"#
        ),
        ("a: &x 1\nb: &x 2\nc: *x", #"{"a": 1, "b": 2, "c": 2}"#),
        ("a: &x\n  b: &y 1\n  c: *y\nd: *x", #"{"a": {"b": 1, "c": 1}, "d": {"b": 1, "c": 1}}"#),
        ("&x a: 1\nb: *x", #"{"a": 1, "b": "a"}"#),
        ("a: &x b\n*x : 1", #"{"a": "b", "b": 1}"#),
        ("a: &x 010\n*x : 1", #"{"a": 8, "8": 1}"#),
        ("&x 1.50: a\nb: *x", #"{"1.5": "a", "b": 1.5}"#),
        ("&x !!binary aGk=: a\nb: *x", #"{"hi": "a", "b": "hi"}"#),
        ("- &x\n- *x", "[null, null]"),
        ("&x a\n---\nb", #""a""#),
    ])
    func `an alias is the value of its anchor`(text: String, meaning: String) throws {
        #expect(try outlines(text).first == meaning)
    }

    @Test(arguments: [
        ("m: &m {a: 1}\nr: {<<: *m}", #"{"a": 1}"#),
        ("m: &m {a: 1, b: 2}\nr: {a: 3, <<: *m}", #"{"a": 1, "b": 2}"#),
        ("m: &m {a: 1, b: 2}\nr: {<<: *m, a: 3}", #"{"a": 3, "b": 2}"#),
        ("m: &m {a: 1}\no: &o {a: 2, b: 3}\nr: {<<: [*m, *o]}", #"{"a": 1, "b": 3}"#),
        ("m: &m {a: 1}\no: &o {<<: *m, b: 2}\nr: {<<: *o}", #"{"a": 1, "b": 2}"#),
        ("r: {<<: {a: 1}, b: 2}", #"{"a": 1, "b": 2}"#),
        ("r: {<<: {a: 1}, <<: {a: 2, b: 3}}", #"{"a": 2, "b": 3}"#),
        ("r: {a: 1, <<: {a: 2}, <<: {b: 3}, b: 4}", #"{"a": 2, "b": 4}"#),
        ("r: {<<: [], b: 2}", #"{"b": 2}"#),
        ("m: &m {é: 1}\nr: {e\u{301}: 2, <<: *m}", "{\"e\u{301}\": 2, \"é\": 1}"),
        ("r: {'<<': {a: 1}}", #"{"<<": {"a": 1}}"#),
        ("r: {!!str <<: {a: 1}}", #"{"<<": {"a": 1}}"#),
        ("r: {!!merge <<: {a: 1}}", #"{"a": 1}"#),
        ("r: {!!merge '<<': {a: 1}, b: 2}", #"{"a": 1, "b": 2}"#),
        ("r: {!<tag:yaml.org,2002:merge> <<: {a: 1}}", #"{"a": 1}"#),
        ("r: {!!merge 1: {a: 1}}", #"{"1": {"a": 1}}"#),
        ("m: &m {010: 1}\nr: {8: 2, <<: *m}", #"{"8": 1}"#),
    ])
    func `the last of a mapping's own and merged pairs is used`(text: String, meaning: String)
        throws
    {
        let root = try #require(try Node.parse(text, file: "test.yaml").first)
        let outline = try #require(try root["r"]?.outline())
        #expect(outline.hasSameBytes(as: meaning), "\(outline)")
    }

    private static let hint = "quote the value if '*' is part of it"

    @Test(arguments: [
        ("a: 1️⃣*x", "1️⃣ error: unknown anchor 'x'; \(Self.hint)"),
        ("a: &x 1\n---\nb: 1️⃣*x", "1️⃣ error: unknown anchor 'x'; \(Self.hint)"),
        ("a: &x [1️⃣*x]", "1️⃣ error: the value of anchor 'x' contains itself"),
        ("a: &x 1\nb: &x\n  c: 1️⃣*x", "1️⃣ error: the value of anchor 'x' contains itself"),
        ("a: &x [1]\n1️⃣*x : 1", "1️⃣ error: a sequence cannot be a key, expected a scalar"),
        ("a: &x\n1️⃣*x : 1", "1️⃣ error: an empty key is null, expected a string"),
        (
            "a: {<<: 1️⃣5}",
            "1️⃣ error: found a scalar under the merge key '<<', expected a mapping or a sequence of "
                + "mappings"
        ),
        (
            "a: {<<: [{}, 1️⃣[]]}",
            "1️⃣ error: found a sequence under the merge key '<<', expected a mapping or a sequence of "
                + "mappings"
        ),
    ])
    func `an alias or merge key without a value is an error`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }
}
