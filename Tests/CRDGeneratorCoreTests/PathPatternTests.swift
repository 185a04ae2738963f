import Testing

@testable import CRDGeneratorCore

/// Paths and names with `*`, as `crdgen.yaml` has them.
struct PathPatternTests {
    @Test(arguments: [
        ("spec", "spec", true), ("spec", "spec.a", false), ("spec.a", "spec", false),
        ("spec.*", "spec.a", true), ("spec.*", "spec", false), ("spec.*", "spec.a.b", false),
        ("**.b", "b", true), ("**.b", "a.b", true), ("**.b", "a.c.b", true),
        ("**.b", "a.b.c", false), ("a.**.b", "a.b", true), ("a.**.b", "a.x.y.b", true),
        ("a.**", "a", true), ("a.**", "a.b.c", true), ("**", "a", true),
        ("**.b.**.b", "b", false), ("**.b.**.b", "a.b.b", true), ("Widget.a", "a", true),
        ("[Widget].a", "Widget.a", true), ("a[b].c", "a.b.c", true), ("[*]", "*", true),
        ("[*]", "a", false),
    ])
    func `a path leads to keys`(pattern: String, keys: String, isMatch: Bool) throws {
        let keys = keys.split(separator: ".").map(String.init)
        #expect(try #require(PathPattern(pattern)).matches(keys) == isMatch)
    }

    @Test func `a key with a point stands in brackets`() throws {
        let path = try #require(PathPattern("spec[a.b]"))
        #expect(path.matches(["spec", "a.b"]))
        #expect(!path.matches(["spec", "a", "b"]))
    }

    @Test func `a first word with a capital is a kind`() throws {
        let path = try #require(PathPattern("Widget.a"))
        #expect(path.holds(forKind: "Widget") && !path.holds(forKind: "Gadget"))
        #expect(try #require(PathPattern("a")).holds(forKind: "Gadget"))
        #expect(try #require(PathPattern("Widget")).isResource("Widget"))
    }

    @Test(arguments: ["", ".", "a.", ".a", "a..b", "a[b", "a]", "[a]b"])
    func `what is no path is none`(text: String) {
        #expect(PathPattern(text) == nil)
    }

    @Test(arguments: [
        ("a", "a", true), ("a", "b", false), ("*", "", true), ("a*", "a", true),
        ("*.example.com", "b.example.com", true), ("*.example.com", "example.com", false),
        ("a*a", "a", false), ("a*a", "aa", true), ("a*b*c", "axbxc", true),
        ("a*b*c", "acb", false), ("*b*", "abc", true), ("**", "abc", true),
    ])
    func `a star in a name stands for any characters`(
        pattern: String,
        name: String,
        isMatch: Bool
    ) {
        #expect(NamePattern(pattern).matches(name) == isMatch)
    }

    @Test(arguments: [
        ("A", "A"), ("A.B", "A.B"), ("[A]", "A"), ("[String: A.B]", "A.B"), ("[[A]]", "A"),
        ("[String:[A]]", "A"),
    ])
    func `a type is a name, a list or a map`(text: String, name: String) {
        #expect(ExternalType(text)?.name == name)
    }

    @Test(arguments: ["", "A.", "A?", "Set<A>", "[A", "[]", "[Int: A]", "class", "A B", "[[A]"])
    func `what is no such type is none`(text: String) {
        #expect(ExternalType(text) == nil)
    }
}
