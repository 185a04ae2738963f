import CRDRuntime
import CRDValidation
import Testing

/// What a schema asks for and is not checked.
struct UncheckedConstraintTests {
    private static func unchecked(_ schema: String) -> [UncheckedConstraint] {
        ResourceValidator(
            definition: ResourceDefinition(
                group: "x.test",
                version: "v1",
                names: .init(kind: "Thing", plural: "things", singular: "", listKind: ""),
                scope: .cluster
            ),
            schema: Schema(json: schema)
        ).unchecked
    }

    @Test(
        arguments: [
            (#"{"type":"object"}"#, []),
            (
                #"{"type":"object","x-kubernetes-validations":[{"rule":"a"},{"rule":"b"}]}"#,
                ["rule 'a'", "rule 'b'"]
            ),
            (
                #"""
                {"properties":{"spec":{"x-kubernetes-validations":[{"rule":"a"}],"properties":{
                "ports":{"items":{"properties":{"n":{"x-kubernetes-validations":[{"rule":"b"}]}}}},
                "tags":{"additionalProperties":{"items":{"x-kubernetes-validations":[{"rule":"c"}]}}}
                }}}}
                """#,
                ["spec: rule 'a'", "spec.ports[*].n: rule 'b'", "spec.tags[*][*]: rule 'c'"]
            ),
            (
                #"{"properties":{"f":{"pattern":"(","anyOf":[{"pattern":"a"},{"pattern":"a**"}]}}}"#,
                [
                    "f: pattern '(', error parsing regexp: missing closing ): `(`",
                    "f: pattern 'a**', error parsing regexp: invalid nested repetition operator: "
                        + "`**`",
                ]
            ),
        ] as [(String, [String])]
    )
    func `each rule, and each pattern that is none, is named with its place`(
        schema: String,
        expected: [String]
    ) {
        #expect(Self.unchecked(schema).map(\.description) == expected)
    }

    @Test(
        arguments: [
            (#"{"x-kubernetes-validations":[{"rule":"a"}]}"#, "1 rule not evaluated"),
            (
                #"{"pattern":"(","x-kubernetes-validations":[{"rule":"a"},{"rule":"b"}]}"#,
                "2 rules and 1 pattern not evaluated"
            ),
            (#"{"pattern":"a"}"#, nil),
        ] as [(String, String?)]
    )
    func `a note counts them`(schema: String, note: String?) {
        #expect(Self.unchecked(schema).note == note)
    }
}
