import CRDYAML
import ManifestTexts
import TestSupport
import Testing

@testable import CRDCatalog
@testable import CRDInspection
@testable import CRDReports

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

    private static func gap(
        _ need: String,
        _ field: String = "validations[0].expression",
        objects: String = "Pod 'a' and 1 more"
    ) -> String {
        "1️⃣ note: ValidatingAdmissionPolicy 'p': spec.\(field) is not evaluated for \(objects), "
            + "because it needs \(need), which only a cluster knows"
    }

    @Test(
        arguments: [
            ("authorizer.group('').resource('pods').check('get').allowed()", "authorizer"),
            ("authorizer.requestResource.check('get').allowed()", "authorizer"),
            ("request.userInfo.username == 'a'", "request.userInfo.username"),
            ("request.userInfo.groups.exists(g, g == 'a')", "request.userInfo.groups"),
            ("has(request.userInfo.uid)", "request.userInfo.uid"),
            ("'generation' in object.metadata", "object.metadata.generation"),
            (
                "object == {'kind': dyn('Pod'), 'apiVersion': dyn('v1'), 'metadata': object.metadata}",
                "object.metadata.uid"
            ),
            ("namespaceObject.metadata.labels.a == 'b'", "namespaceObject.metadata.labels"),
            ("has(object.metadata.uid)", "object.metadata.uid"),
            ("variables.user == 'a'", "request.userInfo.username"),
            ("1 > 2 || request.userInfo.username == 'a'", "request.userInfo.username"),
            (
                "object.metadata.name == 'c' ? true : request.userInfo.username == ''",
                "request.userInfo.username"
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
        "has(request.userInfo) && has(request.kind)",
        "object != {'kind': dyn('Job'), 'apiVersion': dyn('v1'), 'metadata': object.metadata}",
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
                == [
                    Self.gap(
                        "'request.userInfo.username'",
                        "matchConditions[0].expression",
                        objects: "Pod 'b'"
                    )
                ]
        )
        #expect(PolicyText.diagnostics(pods, policy("object.kind == 'Job'")) == [])
    }

    @Test func `a message that needs a cluster is reported, and another one is used`() {
        let policy = MarkedText(
            PolicyText.bound(
                """
                validations:
                - expression: object.metadata.name != 'b'
                  messageExpression: 1️⃣request.userInfo.username
                  message: other
                """
            )
        )
        #expect(
            PolicyText.diagnostics(MarkedText(Self.pods), policy) == [
                "7:18 error: \(PolicyText.denied("other"))",
                Self.gap(
                    "'request.userInfo.username'",
                    "validations[0].messageExpression",
                    objects: "Pod 'b'"
                ),
            ]
        )
    }

    @Test func `audit annotations have no permissions, as on the server`() {
        let allowed = "authorizer.path('/a').check('get').allowed()"
        let policy = PolicyText.bound(
            "auditAnnotations: [{key: k, valueExpression: \"string(\(allowed))\"}]"
        )
        let message =
            "expression 'string(\(allowed))' resulted in error: no such attribute(s): authorizer"
        let pod = MarkedText("1️⃣apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n")
        #expect(
            PolicyText.diagnostics(pod, MarkedText(policy))
                == ["1️⃣ error: \(PolicyText.denied(message))"]
        )
    }

    @Test func `a generated name is unknown`() {
        let policy = PolicyText.bound(
            "validations: [{expression: 1️⃣object.metadata.name.startsWith('a')}]"
        )
        let pod = "apiVersion: v1\nkind: Pod\nmetadata: {generateName: a-}\n"
        #expect(
            PolicyText.diagnostics(MarkedText(pod), MarkedText(policy))
                == [Self.gap("'object.metadata.name'", objects: "Pod 'a-'")]
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
                "1️⃣ note: no ValidatingAdmissionPolicy 'p' found, so the binding 'b' is not enforced"
            ]
        )
    }

    @Test func `a policy or a binding that is invalid is not missing`() {
        let policy = PolicyText.policy("validations: [{expression: 2️⃣'1 > 2'}]")
        let binding = PolicyText.binding("3️⃣validationActions: [2️⃣Deny]")
        let pods = MarkedText(Self.pods)
        let invalidBinding = binding.replacing("Deny", with: "Refuse")
        #expect(
            PolicyText.diagnostics(pods, MarkedText("1️⃣" + policy + invalidBinding)) == [
                "1️⃣ note: the ValidatingAdmissionPolicyBinding 'b' of ValidatingAdmissionPolicy 'p' is "
                    + "invalid, so it is not enforced",
                "2️⃣ error: spec.validationActions[0]: Unsupported value: \"Refuse\": supported values: "
                    + "\"Audit\", \"Deny\", \"Warn\"",
            ]
        )
        let invalidPolicy = policy.replacing("'1 > 2'", with: "'1'")
        #expect(
            PolicyText.diagnostics(pods, MarkedText(invalidPolicy + "1️⃣" + binding)) == [
                "2️⃣ error: spec.validations[0].expression: Invalid value: \"1\": must evaluate to bool "
                    + "but got int",
                "1️⃣ note: ValidatingAdmissionPolicy 'p' is invalid, so the binding 'b' is not enforced",
            ]
        )
    }

    @Test(arguments: [
        ("ValidatingAdmissionPolicy", "1 valid, 1 not checked, 1 skipped"),
        ("ValidatingAdmissionPolicyBinding", "1 valid, 1 not checked, 1 skipped"),
        ("Pod", "2 valid, 1 skipped"), ("ConfigMap", "2 valid, 1 invalid"),
    ])
    func `skipped policies and bindings are not enforced`(kind: String, summary: String) throws {
        let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
        let policy = PolicyText.bound("validations: [{expression: '1 > 2', message: denied}]")
        let skipped = try #require(SkippedKinds([kind]))
        var check = ManifestCheck(KnownKinds(), skipping: skipped)
        check.check([ManifestText.input("a.yaml", policy + pod)])
        #expect(check.summary(requiresKinds: false) == "3 objects: \(summary)")
        let messages = check.diagnostics(requiresKinds: false).map(\.message)
        #expect(messages.contains { $0.contains("Policy") } == (kind == "ConfigMap"))

        var separate = ManifestCheck(KnownKinds(), skipping: skipped)
        separate.check(
            [ManifestText.input("a.yaml", pod)],
            policies: [ManifestText.input("p.yaml", policy)]
        )
        #expect(separate.objects.map { $0.verdict() == .invalid } == [kind == "ConfigMap"])
        #expect(separate.policyFindings.isEmpty)
        #expect(!separate.lacksPolicies)
    }

    @Test func `a note names the policy or the binding`() {
        let policy = PolicyText.bound(
            "validations: [{expression: request.userInfo.username == 'a'}]"
        )
        let other = policy.replacing("{name: p}", with: "{name: other}")
        let pods = MarkedText(Self.pods)
        let notes = PolicyText.check(pods, MarkedText(policy + other)).policyFindings
        let version = "admissionregistration.k8s.io/v1"
        #expect(
            notes.map(\.object) == [
                ReportedObject(apiVersion: version, kind: "ValidatingAdmissionPolicy", name: "p"),
                ReportedObject(
                    apiVersion: version,
                    kind: "ValidatingAdmissionPolicy",
                    name: "other"
                ),
            ]
        )
    }

    @Test func `policies that change objects are not applied`() {
        func policy(_ name: String) -> String {
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: MutatingAdmissionPolicy
            metadata: {name: \(name)}
            spec: {}
            ---

            """
        }
        let text = MarkedText("1️⃣" + policy("x") + policy("y"))
        #expect(
            PolicyText.diagnostics(MarkedText(Self.pods), text) == [
                "1️⃣ note: MutatingAdmissionPolicy 'x' and 1 more are not applied, so objects are "
                    + "validated as they are in the files"
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
