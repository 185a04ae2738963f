import Testing

@testable import KubernetesCEL

/// Expressions as values.
@Suite struct ParsedExpressionTests {
    @Test(arguments: [
        ("self.a>0", "self . a\n  > 0 // positive"),
        ("self == 'x'", #"self == "x""#),
        ("self == 'x'", "self == r'''x'''"),
        (#"self == 'a\\b'"#, #"self == r"a\b""#),
        ("((self.a)) > (0)", "self.a > 0"),
        ("(self.a && self.b) && self.c", "self.a && (self.b && self.c)"),
        ("self.a || self.b || self.c", "(self.a || self.b) || self.c"),
        ("self.a + 1 * 2", "self.a + (1 * 2)"),
        ("self == 16", "self == 0x10"),
        ("!!self.a", "self.a"),
        ("has(self.a)", "has( self . a )"),
        ("self.all(x, x > 0)", "self.all( x , (x > 0) )"),
        ("self.exists_one(x, x)", "self.exists_one(x, (x))"),
        ("self.?a.optMap(v, v > 0).orValue(true)", "self.?a.optMap( v, (v > 0) ).orValue( true )"),
        ("{'a': [1, 2]}", #"{"a" : [ 1,2 ]}"#),
    ])
    func `the spelling does not matter`(_ first: String, _ second: String) throws {
        let expression = try #require(ParsedExpression(first))
        #expect(ParsedExpression(second) == expression)
    }

    @Test(arguments: [
        ("self.a > 0", "self.a >= 0"),
        ("self == '1'", "self == 1"),
        ("self == 1", "self == 1u"),
        ("self == 1", "self == 1.0"),
        ("self == 'a'", "self == b'a'"),
        ("self.a - (1 - 2)", "self.a - 1 - 2"),
        ("self.a && self.b || self.c", "self.a && (self.b || self.c)"),
        ("has(self.a)", "self.a"),
        ("self.all(x, x > 0)", "self.exists(x, x > 0)"),
        ("self.all(x, x > 0)", "self.all(x, x > 1)"),
        ("self.map(x, x > 0, x)", "self.map(x, x)"),
        ("self.a.optMap(v, v)", "self.a.optFlatMap(v, v)"),
        ("self.a.optMap(v, v)", "self.b.optMap(v, v)"),
        ("self.?a", "self.a"),
        ("[?self.a]", "[self.a]"),
        ("{'a': 1}", "{'b': 1}"),
        ("'x'.size()", "size('x')"),
        ("self.a && self.b", "self.b && self.a"),
    ])
    func `another meaning is another expression`(_ first: String, _ second: String) throws {
        let expression = try #require(ParsedExpression(first))
        #expect(ParsedExpression(second) != expression)
    }

    @Test func `chains become lists of operands`() {
        let names = ["a", "b", "c"].map { ParsedExpression.name($0) }
        #expect(ParsedExpression("a && b && c") == .all(names))
        #expect(ParsedExpression("a || (b || c)") == .any(names))
    }

    @Test func `macros keep their parts`() {
        let loop = ParsedExpression.Loop(
            kind: .filter,
            range: .name("a"),
            variables: ["x"],
            condition: .name("x"),
            result: nil
        )
        #expect(ParsedExpression("a.filter(x, x)") == .loop(loop))
    }

    @Test(arguments: ["", "self ==", "self.all(1, true)", "a b"])
    func `an invalid text is no expression`(_ text: String) {
        #expect(ParsedExpression(text) == nil)
    }

    @Test(.timeLimit(.minutes(15))) func `nested macros are converted once`() {
        let text = String(repeating: "a.optMap(x, x)", count: 1)
        let nested = (0..<60).reduce(text) { text, _ in "\(text).optMap(x, x)" }
        #expect(ParsedExpression(nested) == ParsedExpression("(\(nested))"))
    }
}
