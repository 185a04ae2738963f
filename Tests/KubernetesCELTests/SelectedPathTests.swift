import KubernetesCEL
import Testing

/// The fields that expressions select from a variable.
struct SelectedPathTests {
    private let environment = Environment(variables: [
        .init("object", DeclaredType(.dyn)),
        .init("other", DeclaredType(.dyn)),
        .init("authorizer", DeclaredType(.opaque("kubernetes.authorization.Authorizer"))),
        .init(
            "authorizer.requestResource",
            DeclaredType(.opaque("kubernetes.authorization.ResourceCheck"))
        ),
    ])

    @Test(
        arguments: [
            ("object.spec.size > other.spec.size", [["spec", "size"]]),
            ("has(object.spec.a) && object.b.c == 1", [["spec", "a"], ["b", "c"]]),
            ("object.list[0].name == object['a.b'].c", [["list"], ["a.b", "c"]]),
            ("object.?a[?'b'].?c.orValue('') == ''", [["a", "b", "c"]]),
            ("object.items.all(i, i.size > object.most)", [["items"], ["most"]]),
            ("object == null || [object].all(object, object.a)", [[], []]),
            ("other.object == 1", []),
        ] as [(String, [[String]])]
    )
    func `paths end before an index or a call`(_ text: String, paths: [[String]]) throws {
        #expect(try environment.compile(text).paths(from: "object") == paths)
    }

    @Test func `the authorizer has the types of Kubernetes' library`() throws {
        let text = "authorizer.group('apps').resource('pods').namespace('a').check('get').allowed()"
        #expect(try environment.compile(text).isBoolean)
        let request = "authorizer.requestResource.check('get')"
        let result = try environment.compile(request)
        #expect(result.resultType == "kubernetes.authorization.Decision")
        #expect(throws: CompileError.self) { try environment.compile("authorizer.resource('a')") }
        let program = try environment.compile(text).program()
        let result2 = program.evaluate(Variables([.null, .null, .error("unknown"), .null]))
        guard case .error("unknown") = result2.value else {
            Issue.record("found \(result2.value)")
            return
        }
    }

    @Test(
        arguments: [
            ("[1]", "list(int)"),
            ("{'a': [timestamp('2020-01-01T00:00:00Z')]}", "map(string, list(timestamp))"),
            ("optional.of(1)", "dyn"), ("quantity('1')", "dyn"), ("1.0", "double"),
            ("int", "dyn"), ("object.a", "dyn"), ("null", "null"),
        ]
    )
    func `a variable has the type of a result, or is dynamic`(_ text: String, type: String) throws {
        let declared = try environment.compile(text).declaredResultType
        let other = Environment(variables: [.init("x", declared)])
        #expect(try other.compile("x").resultType == type)
    }
}
