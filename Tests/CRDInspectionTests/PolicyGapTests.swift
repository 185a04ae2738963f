import CRDInspection
import TestSupport
import Testing

/// The parts of policies that are not evaluated without a cluster, and policies without effect.
struct PolicyGapTests {
    private static let pods = """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: b}
        """

    private static func gap(_ need: String, objects: String = "2 objects") -> String {
        "1️⃣ note: ValidatingAdmissionPolicy 'p' is not evaluated here for \(objects), because it needs "
            + "\(need), which only a cluster knows"
    }

    @Test(
        arguments: [
            ("authorizer.group('').resource('pods').check('get').allowed()", "authorizer"),
            ("authorizer.requestResource.check('get').allowed()", "authorizer"),
            ("request.userInfo.username == 'a'", "request.userInfo"),
            ("request.userInfo.groups.exists(g, g == 'a')", "request.userInfo"),
            ("namespaceObject.metadata.labels.a == 'b'", "namespaceObject.metadata.labels"),
            ("has(object.metadata.uid)", "object.metadata.uid"),
            ("variables.user == 'a'", "request.userInfo"),
            ("1 > 2 || request.userInfo.username == 'a'", "request.userInfo"),
            (
                "object.metadata.name == 'c' ? true : request.userInfo.username == ''",
                "request.userInfo"
            ),
        ]
    )
    func `an expression that needs a cluster is counted`(_ text: String, need: String) {
        let policy = PolicyText.bound(
            """
            variables: [{name: user, expression: request.userInfo.username}]
            validations:
            - expression: 1️⃣"\(text)"
            """
        )
        #expect(
            PolicyText.diagnostics(MarkedText(Self.pods), MarkedText(policy))
                == [Self.gap("'\(need)'")]
        )
    }

    @Test(arguments: [
        "request.userInfo.username == 'a' || object.kind == 'Pod'",
        "!(object.kind == 'Job' && request.userInfo.username == 'a')",
        "[1].exists(x, x == 1 || authorizer.path('/a').check('get').allowed())",
        "object.kind == 'Pod' ? true : request.userInfo.username == 'a'",
    ])
    func `a result that does not need a cluster is the result`(_ text: String) {
        let policy = PolicyText.bound("validations: [{expression: \"\(text)\"}]")
        #expect(PolicyText.diagnostics(MarkedText(Self.pods), MarkedText(policy)) == [])
    }

    @Test func `a condition that needs a cluster is counted, unless another one is false`() {
        func policy(_ second: String) -> MarkedText {
            MarkedText(
                PolicyText.bound(
                    """
                    matchConditions:
                    - {name: a, expression: 1️⃣"request.userInfo.username != 'a'"}
                    - {name: b, expression: "\(second)"}
                    validations: [{expression: '1 > 2'}]
                    """
                )
            )
        }
        let pods = MarkedText(Self.pods)
        #expect(
            PolicyText.diagnostics(pods, policy("object.metadata.name == 'b'"))
                == [Self.gap("'request.userInfo'", objects: "1 object")]
        )
        #expect(PolicyText.diagnostics(pods, policy("object.kind == 'Job'")) == [])
    }

    @Test func `a generated name is unknown`() {
        let policy = PolicyText.bound(
            "validations: [{expression: 1️⃣object.metadata.name.startsWith('a')}]"
        )
        let pod = "apiVersion: v1\nkind: Pod\nmetadata: {generateName: a-}\n"
        #expect(
            PolicyText.diagnostics(MarkedText(pod), MarkedText(policy))
                == [Self.gap("'object.metadata.name'", objects: "1 object")]
        )
    }

    @Test func `policies without bindings and bindings without policies have no effect`() {
        let policy = "1️⃣" + PolicyText.policy("validations: [{expression: '1 > 2'}]")
        #expect(
            PolicyText.diagnostics(MarkedText(Self.pods), MarkedText(policy)) == [
                "1️⃣ note: ValidatingAdmissionPolicy 'p' has no ValidatingAdmissionPolicyBinding, so it "
                    + "is not enforced"
            ]
        )
        let binding = "1️⃣" + PolicyText.binding("validationActions: [Deny]")
        #expect(
            PolicyText.diagnostics(MarkedText(Self.pods), MarkedText(binding)) == [
                "1️⃣ note: no valid ValidatingAdmissionPolicy 'p' found, so the binding 'b' is not enforced"
            ]
        )
    }

    @Test func `policies among the manifests apply to the other objects`() {
        let text = MarkedText(
            PolicyText.bound("validations: [{expression: '1 > 2', message: denied}]")
                + "1️⃣apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
        )
        #expect(PolicyText.diagnostics(text) == ["1️⃣ error: \(PolicyText.denied("denied"))"])
        let check = PolicyText.check(text)
        #expect(check.summary(requiresKinds: false) == "3 objects: 2 valid, 1 invalid")
    }
}
