import CRDEditing
import Testing

@Suite struct KeyEditingTests {
    @Test(arguments: [
        ("a: 1\n", "b", "a: 1\nb: x\n"),
        ("a: 1", "b", "a: 1\nb: x"),
        ("a: 1 # one\n# the end\n", "b", "a: 1 # one\nb: x\n# the end\n"),
        ("a:\n  b: 1\nc: 2\n", "a.d", "a:\n  b: 1\n  d: x\nc: 2\n"),
        ("a:\n  - 1\n    # nested\nb: 1\n", "a[+]", "a:\n  - 1\n    # nested\n  - x\nb: 1\n"),
        ("a: 1\n", "b.c.d", "a: 1\nb:\n  c:\n    d: x\n"),
        ("a:\n    b: 1\n", "c.d", "a:\n    b: 1\nc:\n    d: x\n"),
        ("a:\n  - 1\n", "b[+]", "a:\n  - 1\nb:\n  - x\n"),
        ("a:\n- b: 1\n- b: 2\n", "a[0].c", "a:\n- b: 1\n  c: x\n- b: 2\n"),
        ("a:\n- name: p\n- name: q\n", "a[name=q].c", "a:\n- name: p\n- name: q\n  c: x\n"),
        ("a:\n- name: p\n", "a[name=q].c", "a:\n- name: p\n- name: q\n  c: x\n"),
        ("a: {b: 1}\n", "a.c", "a: {b: 1, c: x}\n"),
        ("a: {b: 1,}\n", "a.c", "a: {b: 1, c: x,}\n"),
        ("a: [1, 2]\n", "a[+]", "a: [1, 2, x]\n"),
        ("a: []\n", "a[+]", "a:\n- x\n"),
        ("a: [\n  1, # one\n  2  # two\n]\n", "a[+]", "a: [\n  1, # one\n  2,  # two\n  x\n]\n"),
        ("{\n  \"a\": 1\n}\n", "b", "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\n"),
        ("{\"a\":1}", "b", "{\"a\":1,\"b\":\"x\"}"),
        ("m: {}\n", "m[\"a.b/c\"]", "m:\n  a.b/c: x\n"),
        ("m:\n  k: v\n", "m[a.b/c]", "m:\n  k: v\n  a.b/c: x\n"),
        ("m:\n  k: v\n", "m.a\\.b", "m:\n  k: v\n  a.b: x\n"),
        ("a:\n", "a.b", "a:\n  b: x\n"),
        ("a: |+\n  t\n\n", "b", "a: |+\n  t\n\nb: x\n"),
        ("a: 1\n---\nb: 2\n", "c", "a: 1\nc: x\n---\nb: 2\n"),
        ("a: 1\r\n", "b.c", "a: 1\r\nb:\r\n  c: x\r\n"),
    ])
    func `what is missing is added`(text: String, path: String, result: String) throws {
        #expect(try setting(path, to: "x", in: text) == result)
    }

    @Test(arguments: [
        ("a: 1", "a", "a: x"),
        ("a: 1 # end", "a", "a: x # end"),
        ("a: 1\n# end", "b", "a: 1\nb: x\n# end"),
        ("a:", "a", "a: x"),
        ("a:", "a.b", "a:\n  b: x"),
        ("a:\n- 1", "a[+]", "a:\n- 1\n- x"),
        ("a:\n- b: 1", "a[0].c", "a:\n- b: 1\n  c: x"),
        ("a: |\n  t", "a", "a: x"),
        ("a: |\n  t", "b", "a: |-\n  t\nb: x"),
        ("a: |-\n  t", "b", "a: |-\n  t\nb: x"),
        ("a: {b: 1}", "a.c", "a: {b: 1, c: x}"),
        ("a: 1\r\nb: 2", "c", "a: 1\r\nb: 2\r\nc: x"),
        ("a: 1\n---\nb: 2", "c", "a: 1\nc: x\n---\nb: 2"),
    ])
    func `a text without a line break at its end gets none`(
        text: String,
        path: String,
        result: String
    ) throws {
        #expect(try setting(path, to: "x", in: text) == result)
    }

    @Test(arguments: ["a: 1", "a: 1\n", "a:\n  b: 1", "a: [1]", "a: |-\n  t"])
    func `a value that ends with a line break brings it`(text: String) throws {
        var manifest = try ManifestText(text)
        try manifest[0].set("a", to: "line\n")
        let read = try ManifestText(manifest.text)
        #expect(try read[0].value(at: "a") == "line\n", "\(manifest.text)")
        #expect(manifest.text.hasSuffix("\n"))
    }

    @Test(arguments: [
        ("a: 1\nb: 2\n", "b", "a: 1\n"),
        ("a: 1\nb: 2", "b", "a: 1"),
        ("# about a\na: 1 # one\n# about b\nb: 2\n", "a", "# about b\nb: 2\n"),
        ("# header\n\na: 1\nb: 2\n", "a", "# header\n\nb: 2\n"),
        ("a:\n  b: 1\n", "a.b", "a: {}\n"),
        ("a: # why\n  # about b\n  b: 1\nc: 2\n", "a.b", "a: {} # why\nc: 2\n"),
        ("a:\n  b: |\n    # text\n    t\n  c: 1\n", "a.b", "a:\n  c: 1\n"),
        ("a:\n- b: 1 # one\n  c: 2\n", "a[0].b", "a:\n- c: 2\n"),
        ("a:\n- b: 1\n  # about c\n  c: 2\n", "a[0].b", "a:\n- # about c\n  c: 2\n"),
        ("a:\n- 1\n# about 2\n- 2\n- 3\n", "a[1]", "a:\n- 1\n- 3\n"),
        ("a:\n  - x: 1\n    # nested\n  - 2\n", "a[0]", "a:\n  - 2\n"),
        ("a: [1, 2, 3]\n", "a[1]", "a: [1, 3]\n"),
        ("a: [1, 2, 3]\n", "a[2]", "a: [1, 2]\n"),
        ("a: [1, 2,]\n", "a[1]", "a: [1,]\n"),
        ("a: [1]\n", "a[0]", "a: []\n"),
        ("a: {b: 1, c: 2}\n", "a.b", "a: {c: 2}\n"),
        (
            "a: [\n  1, # one\n  # about 2\n  2, # two\n  3\n]\n", "a[1]",
            "a: [\n  1, # one\n  3\n]\n"
        ),
        ("a: [\n  1, # one\n  2 # two\n]\n", "a[1]", "a: [\n  1 # one\n]\n"),
        ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "b", "{\n  \"a\": 1\n}\n"),
        ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "a", "{\n  \"b\": 2\n}\n"),
        ("a:\n  - - 1\n    - 2\n", "a[0][0]", "a:\n  - - 2\n"),
    ])
    func `what is removed takes its comments with it`(
        text: String,
        path: String,
        result: String
    ) throws {
        #expect(try removing(path, from: text) == result)
    }

    @Test func `removing what is not there changes nothing`() throws {
        var text = try ManifestText("a: 1\n")
        #expect(try !text[0].remove("b.c"))
        #expect(text.text == "a: 1\n")
    }

    @Test(arguments: [
        ("a.b", "manifest.yaml:1:4: error: a.b: found 1, expected a map or a list"),
        ("l[5]", "manifest.yaml:2:4: error: l[5]: found '[5]', expected '[0]' to '[1]', or '[+]'"),
        ("l.x", "manifest.yaml:2:4: error: l.x: found a list, expected a map with the key 'x'"),
        ("a[", "manifest.yaml: error: the path 'a[' has '[' without ']', expected a closing ']'"),
        ("", "manifest.yaml: error: the path '' is empty, expected the path of a field"),
    ])
    func `a path that the text does not allow is an error`(path: String, message: String) throws {
        var text = try ManifestText("a: 1\nl: [1]\n")
        let error = #expect(throws: ManifestError.self) { try text[0].set(path, to: 2) }
        #expect(error?.description == message)
        #expect(text.text == "a: 1\nl: [1]\n")
    }
}
