import Foundation
import Testing

/// `crdgen eval`.
@Suite struct EvalCommandTests {
    private static let definition = crd("Widget").replacing(
        "{type: object}",
        with: "{type: object, properties: {size: {type: integer}}}"
    )

    private static func widget(_ name: String, _ lines: String) -> String {
        "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: \(name)}\n\(lines)\n"
    }

    private func run(_ command: String) throws -> Workspace.Result {
        var result: Workspace.Result?
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("m/a.yaml", Self.widget("a", "size: 5"))
            try folder.write("m/b.yaml", Self.widget("b", "more: 6"))
            try folder.write("old.yaml", Self.widget("a", "size: 3"))
            try folder.write("pod.yaml", "apiVersion: v1\nkind: Pod\n")
            result = try folder.shell(command)
        }
        return try #require(result)
    }

    @Test(
        arguments: [
            "crdgen eval 'self.size > 4' m/a.yaml", "cat m/a.yaml | crdgen eval 'self.size > 4' -",
            "crdgen eval 'self > 4' m/a.yaml --at size --crds crds",
            "crdgen eval 'self - oldSelf == 2' m/a.yaml --at size --old old.yaml",
            "crdgen eval '!oldSelf.hasValue()' m/a.yaml --optional-old-self",
        ]
    )
    func `an expression is evaluated on a manifest`(_ command: String) throws {
        let result = try run(command)
        #expect(result.output.hasPrefix("value: true\ntype:  bool\ncost:  "))
        #expect(result.errors == "")
        #expect(result.status == 0)
    }

    @Test func `each of several objects has a result or an error`() throws {
        let result = try run("crdgen eval self.size m")
        #expect(result.output.hasPrefix("m/a.yaml:1:1: Widget 'a'\nvalue: 5\n"))
        #expect(
            result.errors == """
                m/b.yaml:1:1: error: no such key: size
                 | self.size
                 | ....^

                """
        )
        #expect(result.status == 1)
    }

    @Test func `an error in the expression is printed once`() throws {
        let result = try run("crdgen eval self.sise m")
        #expect(result.output == "")
        #expect(
            result.errors == """
                <expression>:1:5: error: undefined field 'sise'
                 | self.sise
                 | ....^

                """
        )
        #expect(result.status == 1)
    }

    @Test func `results are an array of JSON`() throws {
        let result = try run("crdgen eval self.size m --json")
        #expect(result.output.hasPrefix(#"[{"file":"m/a.yaml","line":1,"column":1,"#))
        #expect(result.output.contains(#""value":5,"type":"int","cost":2,"estimatedCost":2},"#))
        #expect(result.output.contains(#""name":"b","errors":[{"file":"m/b.yaml","line":1,"#))
        #expect(result.errors == "")
        #expect(result.status == 1)
    }

    @Test(
        arguments: [
            (
                "crdgen eval 1 pod.yaml",
                #"pod.yaml:1:1: error: no matches for kind "Pod" in version "v1""#, 1
            ),
            ("crdgen eval 'self == oldSelf' m/a.yaml", "error: the expression uses 'oldSelf'", 1),
            ("crdgen eval self m/a.yaml --at sise", "has no 'sise', did you mean 'size'?", 1),
            ("crdgen eval self m/a.yaml --at 'a[b]'", "error: 'a[b]' has '[b]', expected an", 1),
            ("true | crdgen eval self -", "<stdin>: error: no objects found; check the command", 1),
            (
                "crdgen eval self m/a.yaml --crds m", "m: error: no CustomResourceDefinition found",
                1
            ),
            ("crdgen eval self", "Missing expected argument '<files> ...'", 2),
            ("crdgen eval self - --old -", "'-' is given twice", 2),
        ] as [(String, String, Int32)]
    )
    func `what cannot be evaluated is an error`(
        _ command: String,
        _ message: String,
        _ status: Int32
    ) throws {
        let result = try run(command)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.status == status)
    }
}
