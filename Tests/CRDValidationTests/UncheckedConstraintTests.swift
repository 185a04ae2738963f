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
                #"""
                {"type":"object","properties":{"spec":{"type":"object",
                "x-kubernetes-validations":[{"rule":"true"},{"rule":"1"}],"properties":{
                "ports":{"type":"array","items":{"type":"object","properties":{
                "n":{"type":"integer","x-kubernetes-validations":[{"rule":"self.x"}]}}}}}}}}
                """#,
                [
                    "spec: rule '1', cel expression must evaluate to a bool",
                    "spec.ports[*].n: rule 'self.x', compilation failed: ERROR: <input>:1:5: "
                        + "type 'int' does not support field selection\n | self.x\n | ....^",
                ]
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
    func `each rule and each pattern that is none is named with its place`(
        schema: String,
        expected: [String]
    ) {
        #expect(Self.unchecked(schema).map(\.description) == expected)
    }
}
