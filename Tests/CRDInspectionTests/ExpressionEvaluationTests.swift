import CRDCatalog
import CRDInspection
import CRDReports
import CRDRuntime
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// `crdgen eval` without files and processes.
struct ExpressionEvaluationTests {
    private static let crd = InspectedText.widget(
        """
        spec:
          type: object
          properties:
            size: {type: integer}
            mode: {type: string, default: fast}
            since: {type: string, format: date-time}
            labels: {type: object, additionalProperties: {type: string}}
            free: {type: object, x-kubernetes-preserve-unknown-fields: true}
            ports:
              type: array
              x-kubernetes-list-type: map
              x-kubernetes-list-map-keys: [name]
              items:
                type: object
                required: [name]
                properties: {name: {type: string}, number: {type: integer}}
            words: {type: array, items: {type: string}}
        """
    )

    private static let widget = """
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: a}
        spec:
          size: 3
          labels: {"a.b/c": d}
          ports: [{name: http, number: 80}]
          words: [x]
          more: 1

        """

    private static func evaluate(
        _ expression: String,
        on text: String = widget,
        at place: String = "",
        old: String? = nil,
        hasOptionalOldSelf: Bool = false
    ) throws -> ExpressionEvaluation {
        var evaluation = ExpressionEvaluation(
            expression,
            at: try ExpressionPlace(place),
            ManifestText.kinds(("crd.yaml", crd)),
            hasOptionalOldSelf: hasOptionalOldSelf
        )
        evaluation.evaluate(
            on: [ParsedManifest(ManifestText.input("a.yaml", text))],
            old: old.map { [ParsedManifest(ManifestText.input("old.yaml", $0))] }
        )
        return evaluation
    }

    private static func text(_ evaluation: ExpressionEvaluation) -> String {
        evaluation.objects.map { $0.text(isNamed: false, .plain) ?? $0.errors?.text(.plain) ?? "" }
            .joined()
    }

    @Test(
        arguments: [
            ("self.spec.size + 1", "", "4", "int", 4),
            ("self.size", "spec", "3", "int", 2),
            ("self", "spec.ports[0].number", "80", "int", 1),
            ("self", "spec.labels['a.b/c']", "\"d\"", "string", 1),
            ("self.mode", "spec", "\"fast\"", "string", 2),
            ("self.metadata.name", "", "\"a\"", "string", 3),
            ("self", "metadata.name", "\"a\"", "string", 1),
            ("self.?since", "spec", "optional.none()", "optional_type(timestamp)", 1),
            ("self.map(p, p.name)", ".spec.ports", "[\"http\"]", "list(string)", 16),
        ] as [(String, String, String, String, UInt64)]
    )
    func `an expression has a value, a type, and a cost`(
        expression: String,
        place: String,
        value: String,
        type: String,
        cost: UInt64
    ) throws {
        let text = Self.text(try Self.evaluate(expression, at: place))
        let expected = "value: \(value)\ntype:  \(type)\ncost:  \(cost), estimated "
        #expect(text.hasPrefix(expected), "\(text)")
    }

    @Test func `unknown fields are dropped first`() throws {
        let text = Self.text(try Self.evaluate("self.spec"))
        #expect(!text.contains("more"))
        #expect(
            text.hasPrefix("value: {\n  \"labels\": {\"a.b/c\": \"d\"},\n  \"mode\": \"fast\",\n")
        )
    }

    @Test(
        arguments: [
            (
                "self.size > 'a' ||\n self.sise", "spec",
                """
                <expression>:1:11: error: found no matching overload for '_>_' applied to '(int, string)'
                 | self.size > 'a' ||
                 | ..........^
                <expression>:2:6: error: undefined field 'sise'
                 |  self.sise
                 | .....^

                """
            ),
            (
                "self.words[7]", "spec",
                """
                a.yaml:5:3: error: index out of bounds: 7
                 | self.words[7]
                 | ..........^

                """
            ),
            (
                "self.mode == 'ä' ||\n\tself.ports.all(p, p.name == 'é' || 1 / (p.number - 80) > 0)",
                "spec",
                """
                a.yaml:5:3: error: division by zero
                 |  self.ports.all(p, p.name == 'é' || 1 / (p.number - 80) > 0)
                 | ..............................．.......^

                """
            ),
            (
                "self", "spec.prots[0]",
                "error: the schema of Widget in 'example.com/v1' has no 'spec.prots', did you mean "
                    + "'ports'?\n"
            ),
            (
                "self", "spec.ports.name",
                "error: the schema of Widget in 'example.com/v1' has no 'spec.ports.name'\n"
            ),
            (
                "self", "spec.ports[3]",
                "a.yaml:7:10: error: Widget 'a' has no value at 'spec.ports[3]', so a rule is not "
                    + "evaluated\n"
            ),
            (
                "self == oldSelf", "spec",
                "error: the expression uses 'oldSelf', but there are no old objects; pass them with "
                    + "'--old'\n"
            ),
            ("self", "spec.free", "value: {}\n"),
        ]
    )
    func `an expression can have errors`(expression: String, place: String, expected: String) throws
    {
        let widget = Self.widget + "  free: {x: 1}\n"
        let text = Self.text(try Self.evaluate(expression, on: widget, at: place))
        #expect(text.hasPrefix(expected), "\(text)")
    }

    @Test(
        arguments: [
            ("size: 1️⃣three", "self.spec.size > 1", "invalid data, expected int, got string"),
            (
                "words: [a, 1️⃣1]", "self.spec.words[1] == ''",
                "invalid data, expected string, got int64"
            ),
            (
                "ports: [{name: a}, {name: b, number: 1️⃣true}]", "self.spec.ports[1].number > 1",
                "invalid data, expected int, got bool"
            ),
            (
                "labels: {a: 1️⃣1}", "self.spec.labels.a > ''",
                "invalid data, expected string, got int64"
            ),
        ]
    )
    func `the error of an invalid value is at this value`(
        field: String,
        expression: String,
        expected: String
    ) throws {
        let text = MarkedText("apiVersion: example.com/v1\nkind: Widget\nspec:\n  \(field)\n")
        let evaluation = try Self.evaluate(expression, on: text.text)
        let errors = evaluation.objects.first?.errors?.diagnostics ?? []
        let found = text.show(errors)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("1️⃣ error: \(expected)") == true, "\(found)")
    }

    @Test(arguments: [("spec.a[x]", "[x]"), ("spec.a[-1]", "[-1]"), ("a[]", "[]")])
    func `brackets have an index or a key`(path: String, found: String) {
        let error = #expect(throws: Diagnostic.self) { try ExpressionPlace(path) }
        #expect(
            error?.message == "'\(path)' has '\(found)', expected an index or a key in quotes"
        )
    }

    // MARK: - Old values

    private static let old = """
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: a, namespace: prod}
        spec:
          size: 1
          ports: [{name: ssh, number: 22}, {name: http, number: 8080}]
          words: [x]

        """

    @Test(
        arguments: [
            ("self.size - oldSelf.size", "spec", "value: 2\n"),
            ("oldSelf.mode", "spec", "value: \"fast\"\n"),
            ("oldSelf", "spec.ports[0].number", "value: 8080\n"),
            (
                "oldSelf", "spec.words[0]",
                "a.yaml:8:11: error: the old Widget 'a' has no value for 'spec.words[0]', so a rule "
                    + "that uses 'oldSelf' is not evaluated\n"
            ),
        ]
    )
    func `the old value is the one that the API server compares with`(
        expression: String,
        place: String,
        expected: String
    ) throws {
        let text = Self.text(try Self.evaluate(expression, at: place, old: Self.old))
        #expect(text.hasPrefix(expected), "\(text)")
    }

    @Test func `an object without an old one has no old value`() throws {
        let old = Self.old.replacing("name: a,", with: "name: b,")
        #expect(
            Self.text(try Self.evaluate("self == oldSelf", old: old))
                == "a.yaml:1:1: error: Widget 'a' is not among the old objects, so a rule that uses "
                + "'oldSelf' is not evaluated\n"
        )
        #expect(Self.text(try Self.evaluate("1", old: old)).hasPrefix("value: 1\n"))
    }

    @Test(
        arguments: [
            ("oldSelf", "spec.size", nil, "value: optional.none()\n"),
            ("oldSelf", "spec.size", old, "value: optional.of(1)\n"),
            ("oldSelf.?mode", "spec", old, "value: optional.of(\"fast\")\n"),
            ("oldSelf", "spec.words[0]", old, "value: optional.none()\n"),
            ("self", "spec.size", nil, "value: 3\n"),
            (
                "self > oldSelf", "spec.size", old,
                """
                <expression>:1:6: error: found no matching overload for '_>_' applied to '(int, \
                optional_type(int))'
                 | self > oldSelf
                 | .....^

                """
            ),
            (
                "self > oldSelf.value()", "spec.size", nil,
                """
                a.yaml:5:9: error: optional.none() dereference
                 | self > oldSelf.value()
                 | ....................^

                """
            ),
        ] as [(String, String, String?, String)]
    )
    func `an optional old value can be absent`(
        expression: String,
        place: String,
        old: String?,
        expected: String
    ) throws {
        let evaluation = try Self.evaluate(
            expression,
            at: place,
            old: old,
            hasOptionalOldSelf: true
        )
        #expect(Self.text(evaluation).hasPrefix(expected), "\(Self.text(evaluation))")
    }

    // MARK: - Several objects

    @Test func `each object has a result with its name`() throws {
        let text = Self.widget + "---\n" + Self.widget.replacing("size: 3", with: "size: 4")
        let evaluation = try Self.evaluate("self.spec.size", on: text)
        #expect(
            evaluation.objects.map { $0.text(isNamed: true, .plain)?.prefix(37) } == [
                "a.yaml:1:1: Widget 'a'\nvalue: 3\ntype:",
                "a.yaml:11:1: Widget 'a'\nvalue: 4\ntype",
            ]
        )
        #expect(evaluation.diagnostics == [])
        #expect(evaluation.files == ["a.yaml"])
    }

    @Test func `an object of an unknown kind is a note besides others`() throws {
        let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n"
        let alone = try Self.evaluate("1", on: pod)
        #expect(
            alone.diagnostics.map(\.description)
                == [#"a.yaml:1:1: error: no matches for kind "Pod" in version "v1""#]
        )
        let both = try Self.evaluate("1", on: pod + "---\n" + Self.widget)
        #expect(both.diagnostics.map(\.severity) == [.note])
        #expect(both.objects.count == 1)
    }

    @Test(
        arguments: [
            (
                "apiVersion: example.com/v2\nkind: Widget\n",
                #"a.yaml:1:1: error: no matches for kind "Widget" in version "example.com/v2", "#
                    + "'crd.yaml' serves v1"
            ),
            ("kind: Widget\n", "a.yaml:1:1: error: Object 'apiVersion' is missing"),
            ("a: [", "a.yaml:2:1: error: did not find expected node content"),
        ]
    )
    func `an object that cannot be read is an error`(text: String, expected: String) throws {
        let evaluation = try Self.evaluate("1", on: text)
        #expect(evaluation.diagnostics.map(\.description) == [expected])
        #expect(evaluation.files == ["a.yaml"])
    }

    // MARK: - JSON

    @Test func `a result in JSON has the object`() throws {
        let evaluation = try Self.evaluate("self.words", at: "spec")
        #expect(
            evaluation.objects.map(\.json.jsonText) == [
                #"{"file":"a.yaml","line":1,"column":1,"apiVersion":"example.com/v1","#
                    + #""kind":"Widget","name":"a","value":["x"],"type":"list(string)","cost":2,"#
                    + #""estimatedCost":2}"#
            ]
        )
    }

    @Test func `errors in JSON have their location`() throws {
        let evaluation = try Self.evaluate("1 +")
        let json = evaluation.objects.first?.json["errors"]?[0]
        #expect(json?["file"] == "<expression>")
        #expect(json?["line"] == 1)
        #expect(json?["column"] == 4)
        #expect(evaluation.objects.first?.json["value"] == nil)
    }
}
