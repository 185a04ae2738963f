import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// Where the faults of a manifest are, and how they read.
struct PlaceTests {
    private static let schema = #"""
        {"type":"object","properties":{"status":{"type":"object"},"spec":{"type":"object",
        "required":["name"],"properties":{
        "name":{"type":"string","pattern":"^a"},
        "count":{"type":"integer","default":9,"maximum":5},
        "ports":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],
        "items":{"type":"object","properties":{"k":{"type":"string","default":"x"}}}},
        "tags":{"type":"object","additionalProperties":{"type":"string","maxLength":2}},
        "choice":{"type":"object","oneOf":[{"required":["a"]},{"required":["b"]}],
        "properties":{"a":{"type":"integer"},"b":{"type":"integer"}}},
        "inner":{"type":"object","x-kubernetes-embedded-resource":true,
        "x-kubernetes-preserve-unknown-fields":true}}}}}
        """#

    private static func findings(
        in text: MarkedText,
        _ fieldValidation: FieldValidation = .strict,
        isDeprecated: Bool = false
    ) throws -> [String] {
        let validator = ResourceValidator(
            definition: ResourceDefinition(
                group: "x.test",
                version: "v1",
                names: .init(kind: "Thing", plural: "things", singular: "", listKind: ""),
                scope: .namespaced,
                isDeprecated: isDeprecated
            ),
            schema: Schema(json: schema)
        )
        let documents = try Node.parse(
            Array(text.text.utf8),
            file: "a.yaml",
            duplicateRule: .lastCounts
        )
        let answer = validator.response(
            toCreating: try #require(documents.first),
            fieldValidation: fieldValidation
        )
        let isRefused = answer.diagnostics.contains { $0.severity == .error }
        switch answer.response.result {
        case .success: #expect(!isRefused)
        case .failure: #expect(isRefused)
        }
        return text.show(answer.diagnostics)
    }

    private static let head = "apiVersion: x.test/v1\nkind: Thing\nmetadata: {name: t}\nspec:\n"

    @Test(
        arguments: [
            ("  1️⃣count: 5", ["1️⃣ error: spec.name: Required value"]),
            (
                "  count: 1\n  name: 1️⃣b",
                [
                    #"1️⃣ error: spec.name: Invalid value: "b": spec.name in body should match '^a'"#
                ]
            ),
            (
                "  1️⃣name: a",
                [
                    "1️⃣ error: spec.count: Invalid value: 9: spec.count in body should be less than "
                        + "or equal to 5"
                ]
            ),
            (
                "  {name: a, count: 1, tags: {x: yy, 'p.q': 1️⃣zzz}}",
                ["1️⃣ error: spec.tags.p.q: Too long: may not be more than 2 bytes"]
            ),
            (
                "  name: a\n  count: 1\n  ports:\n  - k: x\n  - 1️⃣{}\n",
                [#"1️⃣ error: spec.ports[1]: Duplicate value: {"k":"x"}"#]
            ),
            (
                "  name: a\n  count: 1\n  choice: 1️⃣{}\n",
                [
                    #"1️⃣ error: <nil>: Invalid value: "": "spec.choice" must validate one and only "#
                        + "one schema (oneOf). Found none valid",
                    "1️⃣ error: spec.choice.a: Required value",
                ]
            ),
            (
                "  name: a\n  count: 1\n  1️⃣naem: b\n  2️⃣count: 2",
                [
                    #"1️⃣ error: unknown field "spec.naem", did you mean 'name'?"#,
                    "2️⃣ error: duplicate key 'count', first defined on line 6",
                ]
            ),
            (
                "  name: a\n  count: 1\n  inner: {apiVersion: v1, kind: 1️⃣'1', metadata: "
                    + "{2️⃣lables: {}, labels: {3️⃣'-': b}}}",
                [
                    #"1️⃣ error: spec.inner.kind: Invalid value: "1": may have mixed case, but should "#
                        + "otherwise match: a DNS-1035 label must consist of lower case "
                        + "alphanumeric characters or '-', start with an alphabetic character, and "
                        + "end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex "
                        + "used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
                    #"2️⃣ error: unknown field "spec.inner.metadata.lables", did you mean 'labels'?"#,
                    #"3️⃣ error: spec.inner.metadata.labels: Invalid value: "-": name part must "#
                        + "consist of alphanumeric characters, '-', '_' or '.', and must start and "
                        + "end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or "
                        + "'123-abc', regex used for validation is "
                        + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
                ]
            ),
            ("  name: a\n  count: 1️⃣.inf", ["1️⃣ error: '.inf' is no JSON number"]),
            (
                "  name: a\n  count: 1️⃣1e400",
                [
                    #"1️⃣ error: spec.count: Invalid value: "string": spec.count in body must be of "#
                        + #"type integer: "string""#
                ]
            ),
        ] as [(String, [String])]
    )
    func `a fault in the spec is told where it stands`(spec: String, expected: [String]) throws {
        #expect(try Self.findings(in: MarkedText(Self.head + spec)) == expected)
    }

    @Test(
        arguments: [
            (
                "apiVersion: x.test/v1\nkind: Thing\nmetadata: 2️⃣{labels: {a: 1️⃣1}}\n",
                [
                    "2️⃣ error: metadata.name: Required value: name or generateName is required",
                    unreadable("1️⃣", "number", "labels"),
                ]
            ),
            (
                "apiVersion: x.test/v1\nkind: Thing\nmetadata:\n  name: 1️⃣1\n  2️⃣lables: {a: b}\n"
                    + "  labels: {a: 3️⃣1, b: 4️⃣true, 'c!': 5️⃣[]}\n  annotations: {c: 6️⃣3}\n"
                    + "spec: {name: a, count: x, 7️⃣cuont: 1, inner: {metadata: 8️⃣1}}\n",
                [
                    unreadable("1️⃣", "number", "name"),
                    #"2️⃣ error: unknown field "metadata.lables", did you mean 'labels'?"#,
                    unreadable("3️⃣", "number", "labels", "metadata.labels[a]: "),
                    unreadable("4️⃣", "bool", "labels", "metadata.labels[b]: "),
                    unreadable("5️⃣", "array", "labels", "metadata.labels[c!]: "),
                    unreadable("6️⃣", "number", "annotations", "metadata.annotations[c]: "),
                    #"7️⃣ error: unknown field "spec.cuont", did you mean 'count'?"#,
                    #"8️⃣ error: Thing in version "v1" cannot be handled as a Thing: "#
                        + "spec.inner.metadata: Invalid value: 1: json: cannot unmarshal number into "
                        + "Go value of type v1.ObjectMeta",
                ]
            ),
            (
                "apiVersion: x.test/v1\nkind: Thing\nmetadata: {name: t, labels: {a: 1️⃣1}}\n"
                    + "spec: {name: a, count: 2️⃣x}\n",
                [
                    unreadable("1️⃣", "number", "labels"),
                    #"2️⃣ error: spec.count: Invalid value: "string": spec.count in body must be of "#
                        + #"type integer: "string""#,
                ]
            ),
            (
                "apiVersion: 1️⃣x.test/v2\nkind: Thing\nmetadata: {name: t}\n2️⃣spce: {}\n",
                [
                    "1️⃣ error: the API version in the data (x.test/v2) does not match the expected "
                        + "API version (x.test/v1)",
                    #"2️⃣ error: unknown field "spce", did you mean 'spec'?"#,
                ]
            ),
            (
                "apiVersion: x.test/v1\nkind: 1️⃣Other\nmetadata: {name: t}\n",
                [#"1️⃣ error: kind: Invalid value: "Other": must be Thing"#]
            ),
            (
                "1️⃣apiVersion: x.test/v1\nkind: Thing\n",
                ["1️⃣ error: metadata.name: Required value: name or generateName is required"]
            ),
            (
                "apiVersion: x.test/v1\nkind: Thing\nmetadata:\n  name: t\n  ownerReferences:\n"
                    + "  - {apiVersion: v1, kind: A, name: 1️⃣'', uid: u}\n"
                    + "  - 2️⃣{apiVersion: v1, kind: A, name: b}\n",
                [
                    #"1️⃣ error: metadata.ownerReferences.name: Invalid value: "": must not be empty"#,
                    #"2️⃣ error: metadata.ownerReferences.uid: Invalid value: "": must not be empty"#,
                ]
            ),
        ] as [(String, [String])]
    )
    func `a fault outside the spec is told where it stands`(
        text: String,
        expected: [String]
    ) throws {
        #expect(try Self.findings(in: MarkedText(text)) == expected)
    }

    private static func unreadable(
        _ mark: String,
        _ found: String,
        _ field: String,
        _ path: String = ""
    ) -> String {
        #"\#(mark) error: Thing in version "v1" cannot be handled as a Thing: \#(path)json: cannot "#
            + "unmarshal \(found) into Go struct field ObjectMeta.\(field) of type string"
    }

    @Test func `what is equal is told at each of its places`() throws {
        let text = MarkedText(
            "apiVersion: x.test/v1\nkind: Thing\nmetadata: {name: t, finalizers: [1️⃣a/b/c, 2️⃣a/b/c]}"
        )
        let places = try Self.findings(in: text).map { $0.prefix { $0 != " " } }
        #expect(places == ["1️⃣", "2️⃣"])
    }

    @Test func `unknown fields can be warnings, or nothing`() throws {
        let text = MarkedText(Self.head + "  name: a\n  count: 1\n  1️⃣more: 1\n  2️⃣name: a")
        #expect(
            try Self.findings(in: text, .warn) == [
                #"1️⃣ warning: unknown field "spec.more""#,
                "2️⃣ warning: duplicate key 'name', first defined on line 5",
            ]
        )
        #expect(try Self.findings(in: text, .ignore) == [])
    }

    @Test func `the server's warnings are told`() throws {
        let text = MarkedText(
            "apiVersion: 1️⃣x.test/v1\nkind: Thing\nmetadata: {name: t, finalizers: [orphan, 2️⃣a]}"
        )
        #expect(
            try Self.findings(in: text, isDeprecated: true) == [
                "1️⃣ warning: x.test/v1 Thing is deprecated",
                #"2️⃣ warning: metadata.finalizers: "a": prefer a domain-qualified finalizer name to "#
                    + "avoid accidental conflicts with other finalizer writers",
            ]
        )
    }
}
