import Testing

@testable import CRDComparison
@testable import CRDReports

/// `crdgen diff`, what it says of the attributes of an object.
@Suite struct AttributeComparisonTests {
    @Test(
        arguments: [
            (
                "b: {}", "b: {}\nmaxSize: {type: integer}",
                [
                    "new.yaml:25:15: compatible: example.com/v1/Widget.spec.max_size "
                        + "(spec.maxSize): optional field added, type 'Int?'"
                ]
            ),
            (
                "b: {type: object, required: [a], properties: {a: {type: string}}}",
                "b: {type: object, required: [a, c], properties: {a: {type: string}, "
                    + "c: {type: string, default: x}}}",
                [
                    "new.yaml:24:83: compatible: example.com/v1/Widget.spec.b.c: "
                        + "required field added, type 'String'"
                ]
            ),
            (
                "b: {type: object, required: [a], properties: {a: {type: string, default: x}}}",
                "b: {type: object, required: [a], properties: {a: {type: string}}}",
                [
                    "new.yaml:24:61: breaking (source, manifests): example.com/v1/Widget.spec.b.a: "
                        + #"default "x" removed, a value is required"#
                ]
            ),
            (
                "maxSize: {type: string}\nb: {}", "b: {}",
                [
                    "old.yaml:24:15: breaking (source, manifests): example.com/v1/Widget.spec.max_size "
                        + "(spec.maxSize): field removed"
                ]
            ),
            (
                "maxSize: {type: string}", "maxSizes: {type: integer}",
                [
                    "old.yaml:24:15: breaking (source, manifests): example.com/v1/Widget.spec.max_size "
                        + "(spec.maxSize): field removed, perhaps renamed to 'max_sizes'",
                    "new.yaml:24:15: compatible: example.com/v1/Widget.spec.max_sizes "
                        + "(spec.maxSizes): optional field added, type 'Int?'",
                ]
            ),
            (
                "old: {type: string}\nb: {}", "new: {type: string}\nb: {}",
                [
                    "new.yaml:24:15: compatible: example.com/v1/Widget.spec.new: "
                        + "optional field added, type 'String?'",
                    "old.yaml:24:15: breaking (source, manifests): example.com/v1/Widget.spec.old: "
                        + "field removed, perhaps renamed to 'new'",
                ]
            ),
            (
                "old: {type: string}\nb: {}", "new: {type: string}\nw: {type: integer}\nb: {}",
                [
                    "new.yaml:24:15: compatible: example.com/v1/Widget.spec.new: "
                        + "optional field added, type 'String?'",
                    "old.yaml:24:15: breaking (source, manifests): example.com/v1/Widget.spec.old: "
                        + "field removed",
                    "new.yaml:25:15: compatible: example.com/v1/Widget.spec.w: "
                        + "optional field added, type 'Int?'",
                ]
            ),
            (
                "foo_bar: {}", "foo_bar: {}\nfooBar: {type: string}",
                [
                    "new.yaml:25:15: compatible: example.com/v1/Widget.spec.foo_bar (spec.fooBar): "
                        + "optional field added, type 'String?'",
                    "new.yaml:24:15: breaking (source): example.com/v1/Widget.spec.foo_bar_2 "
                        + "(spec.foo_bar): property renamed from 'foo_bar' to 'foo_bar_2', "
                        + "its key is still 'foo_bar'",
                ]
            ),
            (
                "a: {type: array, items: {type: object, properties: {bC: {type: string}}}}",
                "a: {type: array, items: {type: object, properties: {bC: {type: boolean}}}}",
                [
                    "new.yaml:24:67: breaking (source, manifests): example.com/v1/Widget.spec.a[].b_c "
                        + "(spec.a[].bC): type changed from 'String?' to 'Bool?'"
                ]
            ),
            (
                "a: {type: array, items: {type: string}}",
                "a: {type: array, items: {type: string, maxLength: 3}}",
                [
                    "new.yaml:24:15: breaking (manifests): example.com/v1/Widget.spec.a[]: "
                        + "maxLength 3 added"
                ]
            ),
            (
                "a: {type: object, additionalProperties: {type: integer}}",
                "a: {type: object, additionalProperties: {type: integer, maximum: 3}}",
                [
                    "new.yaml:24:15: breaking (manifests): example.com/v1/Widget.spec.a.*: "
                        + "maximum 3 added"
                ]
            ),
            (
                "a: {type: string, enum: [a_b]}", "a: {type: string, enum: [a_b, aB]}",
                [
                    #"new.yaml:24:15: compatible: example.com/v1/Widget.spec.a: values added: "aB"; "#
                        + "a 'switch' without 'default' must handle the new cases",
                    #"new.yaml:24:15: breaking (source): example.com/v1/Widget.spec.a: "#
                        + #"case of "a_b" renamed from 'a_b' to 'a_b_2'"#,
                ]
            ),
            (
                "a: {type: integer, enum: [1]}", "a: {type: string, enum: [w]}",
                [
                    "new.yaml:24:15: breaking (source, manifests): example.com/v1/Widget.spec.a: "
                        + "type in manifests changed from integer to string"
                ]
            ),
            (
                "d: {type: object, properties: {i: {type: object, properties: {v: {}}}}}",
                "b: {type: object, properties: {i: {type: object, properties: {w: {}}}}}\n"
                    + "d: {type: object, properties: {i: {type: object, properties: {v: {}}}}}",
                [
                    "new.yaml:24:15: compatible: example.com/v1/Widget.spec.b: "
                        + "optional field added, type 'B?'",
                    "new.yaml:25:46: breaking (source): example.com/v1/Widget.spec.d.i: "
                        + "type renamed from 'Widget.I' to 'Widget.DI', "
                        + "the old name is now the type of 'spec.b.i'",
                ]
            ),
            (
                // One type with two names becomes two types with these names.
                "a: {type: object, properties: {v: {}}}\nb: {type: object, properties: {v: {}}}",
                "a: {type: object, properties: {v: {}}}\n"
                    + "b: {type: object, properties: {v: {}, w: {}}}",
                [
                    "new.yaml:25:53: compatible: example.com/v1/Widget.spec.b.w: "
                        + "optional field added, type 'JSONValue?'"
                ]
            ),
            ("a: {type: string, description: v}", "a: {type: string, description: w}", []),
            ("a: {type: string, minLength: 0}", "a: {type: string}", []),
            (
                "a: {x-kubernetes-validations: [{rule: self  > 0, message: v}]}",
                "a: {x-kubernetes-validations: [{rule: self > 0, message: w}]}", []
            ),
            ("a: {type: string}\nb: {type: integer}", "b: {type: integer}\na: {type: string}", []),
        ] as [(String, String, [String])]
    )
    func `attributes are compared by key`(_ old: String, _ new: String, _ lines: [String]) {
        #expect(CatalogComparison(old, new).lines == lines)
    }

    @Test(
        arguments: [
            (
                "", ", required: [b]", .both,
                "field is required now, type changed from 'String?' to 'String'"
            ),
            (
                ", required: [b]", "", .source,
                "field is optional now, type changed from 'String' to 'String?'"
            ),
            (
                ", nullable: true, required: [b]", ", required: [b]", .both,
                "can no longer be null, type changed from 'String?' to 'String'"
            ),
            (
                ", required: [b]", ", nullable: true, required: [b]", .source,
                "can be null now, type changed from 'String' to 'String?'"
            ),
        ] as [(String, String, ChangeGrade, String)]
    )
    func `what must be there is told with its type`(
        _ old: String,
        _ new: String,
        _ grade: ChangeGrade,
        _ text: String
    ) {
        let texts = [old, new].map { words in
            let nullable = words.contains("nullable") ? "true" : "false"
            let required = words.contains("required") ? ", required: [b]" : ""
            let property = "b: {type: string, nullable: \(nullable)}"
            return "a: {type: object, properties: {\(property)}\(required)}"
        }
        #expect(
            CatalogComparison(texts[0], texts[1]).lines
                == ["new.yaml:24:46: \(grade.title): example.com/v1/Widget.spec.a.b: \(text)"]
        )
    }

    @Test func `explicit nulls are kept only where there are some`() {
        let lines = CatalogComparison(
            "a: {type: string, nullable: true}",
            "a: {type: string}"
        ).lines
        #expect(
            lines == [
                "new.yaml:21:11: breaking (source): example.com/v1/Widget.spec: "
                    + "'null_fields' removed, optional fields can no longer be null",
                "new.yaml:24:15: changed (manifests): example.com/v1/Widget.spec.a: "
                    + "can no longer be null",
            ]
        )
    }

    @Test func `the last line counts`() {
        #expect(CatalogComparison("a: {}", "a: {}").text() == "no changes\n")
        #expect(
            CatalogComparison("a: {description: v}", "a: {description: w}").text()
                == "no changes; 1 description changed\n"
        )
        let comparison = CatalogComparison(
            "a: {type: string}\nb: {}",
            "a: {type: integer}\nb: {description: w, default: 1}\nc: {}"
        )
        #expect(
            comparison.text(style: .terminal).hasSuffix(
                "\n3 changes: 1 breaking (source), 1 breaking (manifests), 1 changed (manifests), "
                    + "1 compatible; 1 description changed\n"
            )
        )
        #expect(
            comparison.text(style: .terminal).hasPrefix(
                "\u{1B}[2mnew.yaml:24:15:\u{1B}[0m \u{1B}[31;1mbreaking (source, manifests)\u{1B}[0m: "
            )
        )
    }
}
