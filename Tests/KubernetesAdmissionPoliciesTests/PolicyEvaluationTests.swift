import CRDInspection
import CRDValues
import ManifestTexts
import TestSupport
import Testing

/// The evaluation of policies for the objects of manifests.
struct PolicyEvaluationTests {
    private static let deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels: {app: web}
        spec:
          replicas: 5
          template:
            spec:
              containers:
              - {name: a, image: example.com/a:1, resources: {limits: {memory: 1Gi}}}
              - {name: b, image: other.org/b}

        """

    private func expect(
        _ spec: String,
        _ messages: [String],
        manifest: String = deployment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = PolicyText.diagnostics(
            MarkedText(manifest),
            MarkedText(PolicyText.bound(spec))
        )
        let texts = found.map { String($0.split(separator: " ", maxSplits: 1)[1]) }
        #expect(texts == messages, sourceLocation: sourceLocation)
    }

    @Test(
        arguments: [
            ("object.spec.replicas <= 5", nil),
            ("object.spec.replicas <= 4", "failed expression: object.spec.replicas <= 4"),
            ("has(object.metadata.labels) && 'app' in object.metadata.labels", nil),
            (
                "object.metadata.?labels['team'].hasValue()",
                "failed expression: object.metadata.?labels['team'].hasValue()"
            ),
            ("object.metadata.?annotations[?'a'].orValue('') == ''", nil),
            (
                "object.spec.template.spec.containers.all(c, c.image.startsWith('example.com/'))",
                "failed expression: object.spec.template.spec.containers.all(c, c.image.startsWith('example.com/'))"
            ),
            ("object.spec.template.spec.containers.exists(c, c.image.find('[0-9]+$') == '1')", nil),
            (
                "quantity(object.spec.template.spec.containers[0].resources.limits.memory).isLessThan(quantity('2Gi'))",
                nil
            ),
            ("sets.contains(['a', 'b'], object.spec.template.spec.containers.map(c, c.name))", nil),
            ("!format.dns1123Label().validate(object.metadata.name).hasValue()", nil),
            (
                "url('https://' + object.spec.template.spec.containers[0].image).getHost() == 'example.com'",
                nil
            ),
            ("oldObject == null && request.operation == 'CREATE'", nil),
            ("object.metadata.namespace == 'default' && request.namespace == 'default'", nil),
            ("request.resource.resource == 'deployments' && request.kind.group == 'apps'", nil),
            ("request.name == 'web' && !has(request.subResource) && !request.dryRun", nil),
            ("namespaceObject.metadata.name == 'default'", nil),
            ("type(object.spec.replicas) == int && object.spec.replicas < 5.5", nil),
            ("object.spec.paused", nil as String?),
        ].dropLast() as [(String, String?)]
    )
    func `an expression sees the object and the request`(_ text: String, message: String?) {
        let quoted = text.replacing("'", with: "''")
        expect(
            "validations: [{expression: '\(quoted)'}]",
            message.map { ["error: \(PolicyText.denied($0))"] } ?? []
        )
    }

    @Test func `the location is the part of the object that the expression is about`() {
        let policy = PolicyText.bound(
            """
            variables:
            - {name: replicas, expression: object.spec.replicas}
            - {name: containers, expression: object.spec.template.spec.containers}
            validations:
            - {expression: 'variables.replicas <= 1 && has(object.spec.replicas)', message: one}
            - {expression: 'size(variables.containers) < 2', message: two}
            - {expression: 'variables.containers.all(c, object.spec.strategy == c)', message: three}
            - {expression: 'object.metadata.name == "x"', message: four}
            - {expression: '1 > 2', message: five}
            - {expression: "object.kind == 'Pod' ? size(object.spec.containers) > 9 : size(object.spec.template.spec.containers) > 9", message: six}
            """
        )
        let text = MarkedText(
            """
            1️⃣apiVersion: apps/v1
            kind: Deployment
            metadata: {name: 5️⃣web}
            spec:
              2️⃣name: b
              replicas: 3️⃣5
              template: {spec: {containers: 4️⃣[{a: b}, {a: c}]}}
              strategy: {a: d}
            """
        )
        #expect(
            PolicyText.diagnostics(text, MarkedText(policy)).map {
                String($0.prefix(11)) + String($0.suffix(6))
            }
                == [
                    "1️⃣ error: Va: five", "5️⃣ error: Va: four", "2️⃣ error: Va three",
                    "3️⃣ error: Vat: one", "4️⃣ error: Vat: two", "4️⃣ error: Vat: six",
                ]
        )
    }

    @Test func `variables use those before them, and are evaluated only where they are needed`() {
        expect(
            """
            variables:
            - {name: most, expression: '4'}
            - {name: isBig, expression: object.spec.replicas > variables.most}
            - {name: wrong, expression: object.spec.missing}
            - {name: unused, expression: 1 / (object.spec.replicas - 5)}
            validations:
            - {expression: '!variables.isBig', messageExpression: "'more than ' + string(variables.most)"}
            - {expression: 'variables.wrong == 1'}
            - {expression: 'has(variables.most) && variables.most == 4'}
            """,
            [
                "error: "
                    + PolicyText.denied(
                        "expression 'variables.wrong == 1' resulted in error: composited variable "
                            + "\"wrong\" fails to evaluate: no such key: missing"
                    ),
                "error: " + PolicyText.denied("more than 4"),
            ].sorted { $0.contains("missing") && !$1.contains("missing") }
        )
    }

    @Test(
        arguments: [
            ("messageExpression: \"'is ' + string(object.spec.replicas)\", message: other", "is 5"),
            ("messageExpression: \"'a\\\\nb'\", message: ' other '", "other"),
            ("messageExpression: object.missing + '', message: other", "other"),
            ("messageExpression: \"' '\"", "failed expression: object.spec.replicas < 1"),
        ]
    )
    func `messages come from the expression, the text, or the condition`(
        _ fields: String,
        message: String
    ) {
        expect(
            "validations: [{expression: ' object.spec.replicas < 1 ', \(fields)}]",
            ["error: \(PolicyText.denied(message))"]
        )
    }

    @Test(
        arguments: [
            (
                "object.spec.paused", "Fail",
                "expression 'object.spec.paused == true' resulted in error: no such key: paused"
            ),
            ("object.spec.paused", "Ignore", nil),
            ("object.spec.replicas", "Ignore", "failed expression: object.spec.replicas == true"),
            (
                "dyn([1, 2])[3]", "Fail",
                "expression 'dyn([1, 2])[3] == true' resulted in error: index out of bounds: 3"
            ),
        ]
    )
    func `errors deny a request unless the policy ignores them`(
        _ text: String,
        failurePolicy: String,
        message: String?
    ) {
        expect(
            "failurePolicy: \(failurePolicy)\nvalidations: [{expression: '\(text) == true'}]",
            message.map { ["error: \(PolicyText.denied($0))"] } ?? []
        )
    }

    @Test(
        arguments: [
            ("object.metadata.name == 'web'", "Fail", "denied"),
            ("request.name == 'a'", "Fail", nil),
            (
                "object.missing", "Fail",
                "expression 'object.missing == 1' resulted in error: no such key: missing"
            ),
            ("object.missing", "Ignore", nil),
        ]
    )
    func `match conditions decide whether a policy applies`(
        _ condition: String,
        failurePolicy: String,
        message: String?
    ) {
        let condition = condition.contains("=") ? condition : "\(condition) == 1"
        expect(
            """
            failurePolicy: \(failurePolicy)
            matchConditions: [{name: a, expression: "\(condition)"}]
            validations: [{expression: '1 > 2', message: denied}]
            """,
            message.map { ["error: \(PolicyText.denied($0))"] } ?? []
        )
    }

    @Test func `annotations that cost too much are the only denial`() {
        let costly = "string([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(x, lists.range(90000)).size())"
        let annotations = (0..<12).map { "- {key: k\($0), valueExpression: '\(costly)'}" }
        expect(
            """
            validations: [{expression: '1 > 2', message: denied}]
            auditAnnotations:
            \(annotations.joined(separator: "\n"))
            """,
            [
                "error: "
                    + PolicyText.denied(
                        "validation failed due to running out of cost budget, no further validation "
                            + "rules will be run"
                    )
            ]
        )
    }

    @Test func `costs are limited for each expression and for all`() {
        let costly = "[0].map(x, lists.range(30000)).all(l, l.all(a, a >= 0))"
        expect(
            "validations: [{expression: 'lists.range(2000000).size() > 0'}]",
            [
                "error: "
                    + PolicyText.denied(
                        "expression 'lists.range(2000000).size() > 0' resulted in error: operation "
                            + "cancelled: actual cost limit exceeded"
                    )
            ]
        )
        let all = (0..<160).map { _ in "- {expression: '\(costly)'}" }.joined(separator: "\n")
        expect(
            "validations:\n\(all)",
            [
                "error: "
                    + PolicyText.denied(
                        "validation failed due to running out of cost budget, no further validation "
                            + "rules will be run"
                    )
            ]
        )
    }

    @Test func `an audit annotation with an error denies a request`() {
        expect(
            "auditAnnotations: [{key: a, valueExpression: 'string(object.spec.missing)'}, {key: b, valueExpression: \"'x'\"}]",
            [
                "error: "
                    + PolicyText.denied(
                        "expression 'string(object.spec.missing)' resulted in error: no such key: missing"
                    )
            ]
        )
    }

    @Test(
        arguments: [
            (
                "[Deny]",
                ["error: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: denied"]
            ),
            (
                "[Warn]",
                [
                    "warning: Validation failed for ValidatingAdmissionPolicy 'p' with binding 'b': denied"
                ]
            ),
            (
                "[Audit, Deny]",
                ["error: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: denied"]
            ),
            (
                "[Audit]",
                [
                    "note: ValidatingAdmissionPolicy 'p' with binding 'b' audits a failed validation: "
                        + "denied"
                ]
            ),
        ]
    )
    func `actions decide what a denial is`(_ actions: String, messages: [String]) {
        let policy = PolicyText.bound(
            "validations: [{expression: '1 > 2', message: denied}]",
            binding: "validationActions: \(actions)"
        )
        let text = MarkedText(ManifestText.valid)
        #expect(
            PolicyText.diagnostics(text, MarkedText(policy)) == messages.map { "1:1 \($0)" }
        )
        let check = PolicyText.check(text, MarkedText(policy))
        let isDenied = actions.contains("Deny")
        #expect(
            check.summary(requiresKinds: false) == "1 object: 1 \(isDenied ? "invalid" : "valid")"
        )
    }

    @Test func `objects of CRDs have their defaults, and invalid ones are not evaluated`() {
        let crd = InspectedText.widget(
            "spec: {type: object, properties: {size: {type: integer, default: 3, maximum: 5}}}"
        )
        let policy = MarkedText(
            PolicyText.bound("validations: [{expression: object.spec.size == 4, message: four}]")
        )
        func diagnostics(_ spec: String) -> [String] {
            let text =
                "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: \(spec)"
            return PolicyText.diagnostics(MarkedText(text), policy, crd: crd)
        }
        #expect(diagnostics("1️⃣{}") == ["1️⃣ error: \(PolicyText.denied("four"))"])
        #expect(diagnostics("{size: 4}") == [])
        #expect(diagnostics("{size: 9}").count == 1)
    }

    @Test func `an update has the old object`() {
        let policy = MarkedText(
            PolicyText.bound(
                """
                validations:
                - {expression: "request.operation == 'CREATE' || object.spec.size == oldObject.spec.size", message: fixed}
                """
            )
        )
        let old = ManifestText.valid
        let new = old.replacing("size: 5", with: "size: 4")
        #expect(PolicyText.diagnostics(MarkedText(new), policy) == [])
        #expect(
            PolicyText.diagnostics(MarkedText(new), policy, old: old)
                == ["4:14 error: \(PolicyText.denied("fixed"))"]
        )
        #expect(PolicyText.diagnostics(MarkedText(old), policy, old: old) == [])
        let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {size: 1}\n"
        let changed = pod.replacing("size: 1", with: "size: 2")
        #expect(
            PolicyText.diagnostics(MarkedText(changed), policy, old: pod)
                == ["4:14 error: \(PolicyText.denied("fixed"))"]
        )
    }

    @Test func `a denied object has a response`() throws {
        let policy = MarkedText(
            PolicyText.bound(
                "validations: [{expression: '1 > 2', message: denied, reason: Forbidden}]"
            )
        )
        let check = PolicyText.check(MarkedText(Self.deployment), policy)
        let status = try #require(check.objects[0].status())
        #expect(
            status["message"]
                == "deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: denied"
        )
        #expect(status["reason"] == "Forbidden")
        #expect(status["code"] == 403)
        #expect(status["details"]?["kind"] == "deployments")
    }
}
