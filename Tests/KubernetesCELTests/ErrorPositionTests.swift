import KubernetesCEL
import Testing

/// The positions of errors in expressions, at 1️⃣.
struct ErrorPositionTests {
    private func expect(
        _ marked: String,
        _ message: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let parts = marked.split(separator: "1️⃣" as Character, omittingEmptySubsequences: false)
        let program = try Environment().compile(parts.joined()).program(hasPositions: true)
        let result = program.evaluate()
        guard case .error(let found) = result.value else {
            Issue.record("\(marked) has no error", sourceLocation: sourceLocation)
            return
        }
        #expect(found == message, "\(marked)", sourceLocation: sourceLocation)
        let position = try #require(result.errorPosition, sourceLocation: sourceLocation)
        #expect(
            Int(position) == parts[0].utf8.count,
            "\(marked)",
            sourceLocation: sourceLocation
        )
    }

    @Test(
        arguments: [
            ("1 1️⃣/ 0 == 1", "division by zero"),
            ("2 + 1 1️⃣% 0", "modulus by zero"),
            ("9223372036854775807 1️⃣+ 1", "integer overflow"),
            ("[1️⃣-(-9223372036854775807 - 1)]", "integer overflow"),
            ("{'a': 0u 1️⃣- 1u}", "unsigned integer overflow"),
            ("{'a': 1}1️⃣.b + 1", "no such key: b"),
            ("{'a': 1}1️⃣['b']", "no such key: b"),
            ("has({'a': {'b': 1}}1️⃣.b.c)", "no such key: b"),
            ("dyn({'a': 1}).a1️⃣.b", "no such key: b"),
            ("[1, 2]1️⃣[[3][0]]", "index out of bounds: 3"),
            ("dyn(1) 1️⃣+ 'a'", "no such overload"),
            ("dyn(1) 1️⃣< dyn([1])", "no such overload"),
            ("1️⃣!dyn(1)", "no such overload"),
            ("dyn(1) 1️⃣? 1 : 2", "no such overload"),
            ("dyn(1).startsWith1️⃣('a')", "no such overload"),
            ("[optional.none()][0].value1️⃣()", "optional.none() dereference"),
            ("'a'.matches1️⃣(['('][0])", "error parsing regexp: missing closing ): `(`"),
            (
                "lists.range1️⃣(4000000000).distinct().size() > 0",
                "operation cancelled: actual cost limit exceeded"
            ),
        ]
    )
    func `an error is at the operator, call, or selection`(_ marked: String, _ text: String) throws
    {
        try expect(marked, text)
    }

    @Test(arguments: [
        "[1, 0].all(x, 1 1️⃣/ x > 0)",
        "[0].map(x, [1].filter(y, y 1️⃣/ x > 0))",
        "[3, 0].exists_one(x, 1 1️⃣/ x > 0)",
        "{'a': 0}.transformMap(k, v, 1 1️⃣/ v)",
        "['a'].transformMapEntry(i, v, {v: 1 1️⃣/ i})",
        "optional.of(0).optMap(x, 1 1️⃣/ x)",
        "optional.of(1 1️⃣/ 0).optMap(x, 1)",
        "[2, 1].sortBy(x, 1 1️⃣/ (x - 1))",
        "[1 1️⃣/ 0].all(x, 2 / 0 == x)",
    ])
    func `an error in a macro is where it is raised`(_ marked: String) throws {
        try expect(marked, "division by zero")
    }

    @Test(
        arguments: [
            ("[1].all1️⃣(x, dyn(x))", "no such overload"),
            ("dyn(1).all1️⃣(x, true)", "got 'types.Int', expected iterable type"),
            (
                "['a', 'a'].transformMapEntry1️⃣(i, v, {v: i})",
                "insert failed: key a already exists"
            ),
        ]
    )
    func `an error of a macro itself is at its call`(_ marked: String, _ text: String) throws {
        try expect(marked, text)
    }

    @Test(arguments: [
        "(1 / 0 > 0 || true) && 2 1️⃣/ 0 > 0",
        "(1 / 0 > 0 && false) || 2 1️⃣/ 0 > 0",
        "1 1️⃣/ 0 > 0 && 2 / 0 > 0",
        "1 1️⃣/ 0 > 0 || 2 / 0 > 0",
        "[0, 1].exists(x, 1 / x > 0) && 2 1️⃣/ 0 > 0",
        "![0, 2].all(x, 1 / x > 0) && 2 1️⃣/ 0 > 0",
        "false ? 1 / 0 : 2 1️⃣/ 0",
    ])
    func `an error that is ignored has no position`(_ marked: String) throws {
        try expect(marked, "division by zero")
    }

    @Test func `positions are offsets in UTF-8`() throws {
        try expect("'ä🎉' == 'a' ||\n  {'ö': 1}1️⃣['é'] > 0", "no such key: é")
    }

    @Test func `a key can be any text`() throws {
        try expect(#"{'a': 1}1️⃣['\u0000' + '5' + '\u0000']"#, "no such key: \u{0}5\u{0}")
    }

    @Test func `a program without positions gives none`() throws {
        let result = try Environment().compile("1 / 0").program().evaluate()
        #expect(result.value.isError)
        #expect(result.errorPosition == nil)
    }
}
