import CRDValues
import TestSupport
import Testing

@testable import CRDInspection
@testable import CRDReports

/// The validity of policies and bindings.
struct PolicyValidityTests {
    private func expect(
        _ text: String,
        _ expected: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let marked = MarkedText(text)
        let found = PolicyText.diagnostics(marked).filter { !$0.contains(" note: ") }
        #expect(found == expected, sourceLocation: sourceLocation)
    }

    @Test(
        arguments: [
            (
                "validations: [{expression: 'object.size >1️⃣ '}]",
                "spec.validations[0].expression: Invalid value: \"object.size > \": compilation failed: "
                    + "ERROR: <input>:1:15: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n"
                    + " | object.size > \n | ..............^"
            ),
            (
                "validations:\n- expression: |\n    object.a == 1\n      && 1️⃣unknown",
                "spec.validations[0].expression: Invalid value: \"object.a == 1\\n  && unknown\\n\": compilation failed: "
                    + "ERROR: <input>:2:6: undeclared reference to 'unknown' (in container '')\n"
                    + " |   && unknown\n | .....^"
            ),
            (
                "matchConditions: [{name: a, expression: ' 1️⃣params.a == 1'}]\nvalidations: [{expression: 'true'}]",
                "spec.matchConditions[0].expression: Invalid value: \"params.a == 1\": compilation failed: "
                    + "ERROR: <input>:1:1: undeclared reference to 'params' (in container '')\n"
                    + " | params.a == 1\n | ^"
            ),
            (
                "validations: [{expression: 1️⃣object.size}]",
                "spec.validations[0].expression: Invalid value: \"object.size\": must evaluate to bool but got dyn"
            ),
            (
                "validations: [{expression: 'true', messageExpression: 1️⃣size('a')}]",
                "spec.validations[0].messageExpression: Invalid value: \"size('a')\": must evaluate to string but got int"
            ),
            (
                "validations: [{expression: 'true', messageExpression: string(1️⃣authorizer)}]",
                "spec.validations[0].messageExpression: Invalid value: \"string(authorizer)\": compilation failed: "
                    + "ERROR: <input>:1:8: undeclared reference to 'authorizer' (in container '')\n"
                    + " | string(authorizer)\n | .......^"
            ),
            (
                "auditAnnotations: [{key: a, valueExpression: 1️⃣timestamp(object.a)}]",
                "spec.auditAnnotations[0].valueExpression: Invalid value: \"timestamp(object.a)\": must evaluate to one of "
                    + "[string null_type] but got google.protobuf.Timestamp"
            ),
            (
                "validations: [{expression: request1️⃣.user == ''}]",
                "spec.validations[0].expression: Invalid value: \"request.user == ''\": compilation failed: "
                    + "ERROR: <input>:1:8: undefined field 'user'\n | request.user == ''\n | .......^"
            ),
            (
                "variables: [{name: a, expression: '1'}]\nvalidations: [{expression: variables1️⃣.b == 1}]",
                "spec.validations[0].expression: Invalid value: \"variables.b == 1\": compilation failed: "
                    + "ERROR: <input>:1:10: undefined field 'b'\n | variables.b == 1\n | .........^"
            ),
            (
                "variables: [{name: a, expression: '1'}]\nvalidations: [{expression: \"variables.a 1️⃣== 'b'\"}]",
                "spec.validations[0].expression: Invalid value: \"variables.a == 'b'\": compilation failed: "
                    + "ERROR: <input>:1:13: found no matching overload for '_==_' applied to '(int, string)'\n"
                    + " | variables.a == 'b'\n | ............^"
            ),
            (
                "validations: [{expression: 1️⃣variables.a == 1}]",
                "spec.validations[0].expression: Invalid value: \"variables.a == 1\": compilation failed: "
                    + "ERROR: <input>:1:1: undeclared reference to 'variables' (in container '')\n"
                    + " | variables.a == 1\n | ^"
            ),
        ]
    )
    func `expressions are compiled with the environment of policies`(
        _ spec: String,
        message: String
    ) {
        expect(PolicyText.bound(spec), ["1️⃣ error: \(message)"])
    }

    @Test(
        arguments: [
            (
                "1️⃣paramKind: {}\nvalidations: [{expression: 'true'}]",
                [
                    "spec.paramKind.apiVersion: Required value",
                    "spec.paramKind.kind: Required value",
                ]
            ),
            (
                "failurePolicy: 1️⃣Maybe\nvalidations: [{expression: 'true'}]",
                [
                    "spec.failurePolicy: Unsupported value: \"Maybe\": supported values: \"Fail\", \"Ignore\""
                ]
            ),
            (
                "validations: [{expression: 'true', reason: 1️⃣NotFound}]",
                [
                    "spec.validations[0].reason: Unsupported value: \"NotFound\": supported values: "
                        + "\"Forbidden\", \"Invalid\", \"RequestEntityTooLarge\""
                ]
            ),
            (
                "validations: [{expression: 'true', message: 1️⃣\"a\\nb\"}]",
                [
                    "spec.validations[0].message: Invalid value: \"a\\nb\": message must not contain line breaks"
                ]
            ),
            (
                "validations: [1️⃣{message: a}]",
                ["spec.validations[0].expression: Required value: expression is not specified"]
            ),
            (
                "variables: [{name: 1️⃣if, expression: '1'}]\nvalidations: [{expression: 'true'}]",
                [
                    "spec.variables[0].name: Invalid value: \"if\": name is not a valid CEL identifier"
                ]
            ),
            (
                "matchConditions: [{name: a, expression: 'true'}, {name: 1️⃣a, expression: 'true'}]\nvalidations: [{expression: 'true'}]",
                ["spec.matchConditions[1].name: Duplicate value: \"a\""]
            ),
            (
                "auditAnnotations: [{key: a, valueExpression: \"''\"}, {key: 1️⃣a, valueExpression: \"''\"}]",
                ["spec.auditAnnotations[1].key: Duplicate value: \"a\""]
            ),
        ] as [(String, [String])]
    )
    func `fields are checked`(_ spec: String, messages: [String]) {
        let text = MarkedText(PolicyText.bound(spec))
        let found = PolicyText.diagnostics(text).filter { !$0.contains(" note: ") }
        #expect(found.count == messages.count)
        for (found, message) in zip(found, messages) {
            #expect(found.hasSuffix(" error: \(message)"))
        }
        if messages.count == 1 { #expect(found.first?.hasPrefix("1️⃣") == true) }
    }

    @Test func `a policy needs constraints and validations`() {
        expect(
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata: {name: p}
            spec: 1️⃣{}
            """,
            [
                "1️⃣ error: spec.matchConstraints: Required value",
                "1️⃣ error: spec.validations: Required value: validations or auditAnnotations must contain at least one item",
                "1️⃣ error: spec.auditAnnotations: Required value: validations or auditAnnotations must contain at least one item",
            ]
        )
    }

    @Test(
        arguments: [
            ("{resourceRules: 1️⃣[]}", ["matchConstraints.resourceRules: Required value"]),
            (
                "{resourceRules: [1️⃣{}]}",
                ["operations", "apiGroups", "apiVersions", "resources"].map {
                    "matchConstraints.resourceRules[0].\($0): Required value"
                }
            ),
            (
                "{resourceRules: [{apiGroups: 1️⃣['*', a], apiVersions: [v1], operations: [CREATE], resources: [a]}]}",
                [
                    "matchConstraints.resourceRules[0].apiGroups: Invalid value: [\"*\",\"a\"]: if '*' is present, must not specify other API groups"
                ]
            ),
            (
                "{resourceRules: [{apiGroups: ['*'], apiVersions: [v1], operations: [1️⃣create], resources: [a]}]}",
                [
                    "matchConstraints.resourceRules[0].operations[0]: Unsupported value: \"create\": supported values: "
                        + "\"*\", \"CONNECT\", \"CREATE\", \"DELETE\", \"UPDATE\""
                ]
            ),
            (
                "{resourceRules: [{apiGroups: ['*'], apiVersions: [v1], operations: ['*'], resources: ['a/*', 1️⃣a/b]}]}",
                [
                    "matchConstraints.resourceRules[0].resources[1]: Invalid value: \"a/b\": if 'a/*' is present, must not specify a/b"
                ]
            ),
            (
                "{matchPolicy: 1️⃣Fuzzy, resourceRules: [{apiGroups: ['*'], apiVersions: [v1], operations: ['*'], resources: [a]}]}",
                [
                    "matchConstraints.matchPolicy: Unsupported value: \"Fuzzy\": supported values: \"Equivalent\", \"Exact\""
                ]
            ),
            (
                "{objectSelector: {matchExpressions: [1️⃣{key: a, operator: In}]}, resourceRules: [{apiGroups: ['*'], apiVersions: [v1], operations: ['*'], resources: [a]}]}",
                [
                    "matchConstraints.objectSelector.matchExpressions[0].values: Required value: "
                        + "must be specified when `operator` is 'In' or 'NotIn'"
                ]
            ),
        ] as [(String, [String])]
    )
    func `constraints are checked`(_ rules: String, messages: [String]) {
        expect(
            PolicyText.bound("validations: [{expression: 'true'}]", rules: rules),
            messages.map { "1️⃣ error: spec.\($0)" }
        )
    }

    @Test(
        arguments: [
            (
                "validationActions: 1️⃣[]",
                "spec.validationActions: Required value: at least one validation action is required"
            ),
            (
                "validationActions: 1️⃣[Deny, Warn]",
                "spec.validationActions: Invalid value: [\"Deny\",\"Warn\"]: must not contain both Deny and Warn (repeating the "
                    + "same validation failure information in the API response and headers serves no purpose)"
            ),
            (
                "validationActions: [1️⃣deny]",
                "spec.validationActions[0]: Unsupported value: \"deny\": supported values: \"Audit\", \"Deny\", \"Warn\""
            ),
            (
                "validationActions: [Deny]\nparamRef: 1️⃣{name: a}",
                "spec.paramRef.parameterNotFoundAction: Required value"
            ),
            (
                "validationActions: [Deny]\nparamRef: 1️⃣{parameterNotFoundAction: Deny}",
                "spec.paramRef: Required value: one of name or selector must be specified"
            ),
            (
                "validationActions: [Deny]\nmatchResources: {matchPolicy: 1️⃣a}",
                "spec.matchResouces.matchPolicy: Unsupported value: \"a\": supported values: \"Equivalent\", \"Exact\""
            ),
        ]
    )
    func `bindings are checked`(_ spec: String, message: String) {
        expect(PolicyText.binding(spec), ["1️⃣ error: \(message)"])
    }

    @Test func `unknown fields, duplicate keys, and wrong types are errors`() {
        expect(
            PolicyText.bound("validations: [{expression: 'true', 1️⃣mesage: a}]\n2️⃣variable: []"),
            [
                "1️⃣ error: unknown field \"spec.validations[0].mesage\", did you mean 'message'?",
                "2️⃣ error: unknown field \"spec.variable\", did you mean 'variables'?",
            ]
        )
        expect(
            PolicyText.bound("validations: 1️⃣a"),
            [
                "1️⃣ error: ValidatingAdmissionPolicy in version \"v1\" cannot be handled as a "
                    + "ValidatingAdmissionPolicy: json: cannot unmarshal string into Go struct field "
                    + "ValidatingAdmissionPolicySpec.spec.validations of type []v1.Validation"
            ]
        )
    }

    @Test func `the response of the server has no suggestions`() {
        let policy = PolicyText.bound("validations: [{expression: 'true', mesage: a}]")
        let check = PolicyText.check(MarkedText(policy))
        #expect(
            check.objects[0].status()?["message"]
                == .string(
                    "ValidatingAdmissionPolicy in version \"v1\" cannot be handled as a "
                        + "ValidatingAdmissionPolicy: strict decoding error: unknown field "
                        + "\"spec.validations[0].mesage\""
                )
        )
    }

    @Test(arguments: ["v1", "v1beta1", "v1alpha1"])
    func `invalid policies are not evaluated, in any version`(_ version: String) {
        func text(_ expression: String) -> MarkedText {
            MarkedText(
                PolicyText.bound("validations: [{expression: \(expression), message: denied}]")
                    .replacing("k8s.io/v1", with: "k8s.io/\(version)")
                    + "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
            )
        }
        let check = PolicyText.check(text("'1 > 2'"))
        #expect(check.summary(requiresKinds: false) == "3 objects: 2 valid, 1 invalid")
        let invalid = PolicyText.check(text("'1 > x'"))
        #expect(
            invalid.summary(requiresKinds: false) == "3 objects: 1 valid, 1 invalid, 1 not checked"
        )
        #expect(invalid.objects[0].status()?["reason"] == "Invalid")
    }

    @Test func `findings name the policy, and denials have a rule of their own`() {
        let invalid = PolicyText.policy("validations: [{expression: '1 > '}]")
        let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
        let check = PolicyText.check(MarkedText(pod), MarkedText(invalid))
        #expect(check.policyFindings.map(\.rule.id) == ["invalid-policy"])
        #expect(check.policyFindings.map(\.object?.name) == ["p"])
        let denying = PolicyText.bound("validations: [{expression: '1 > 2'}]")
        let findings = PolicyText.check(MarkedText(pod), MarkedText(denying)).objects
            .flatMap { $0.policyFindings }
        #expect(findings.map(\.rule.id) == ["policy-denial"])
    }
}
