import CRDInspection
import CRDYAML
import TestSupport
import Testing

/// The parameters of policies.
struct PolicyParameterTests {
    private static func pod(_ metadata: String = "name: a") -> String {
        "apiVersion: v1\nkind: Pod\nmetadata: {\(metadata)}\nspec: {size: 1}\n---\n"
    }

    /// The creation of pods.
    private static let rules = """
        {resourceRules: [{apiGroups: ["*"], apiVersions: ["*"], operations: [CREATE], resources: [pods]}]}
        """

    private static let spec = """
        paramKind: {apiVersion: v1, kind: ConfigMap}
        validations:
        - {expression: object.spec.size <= int(params.data.most), messageExpression: "'at most ' + params.data.most"}
        """

    private static func parameters(_ name: String, _ most: Int, _ more: String = "") -> String {
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: \(name)\(more)}
        data: {most: "\(most)"}
        ---

        """
    }

    private func messages(_ reference: String, _ parameters: String) -> [String] {
        let policy = PolicyText.bound(
            Self.spec,
            binding: "validationActions: [Deny]\nparamRef: {\(reference)}"
        )
        let object = Self.pod("name: a, namespace: own")
        let found = PolicyText.diagnostics(MarkedText(object), MarkedText(policy + parameters))
        return found.map { String($0.split(separator: ": ").last ?? "") }
    }

    @Test(
        arguments: [
            ("name: x, namespace: m, parameterNotFoundAction: Deny", ["at most 0"]),
            ("name: x, parameterNotFoundAction: Deny", ["at most -1"]),
            ("name: w, parameterNotFoundAction: Deny", []),
            ("selector: {}, parameterNotFoundAction: Deny", ["at most -1"]),
            (
                "selector: {matchLabels: {a: b}}, namespace: m, parameterNotFoundAction: Deny",
                ["at most -2", "at most -3"]
            ),
            (
                "name: z, parameterNotFoundAction: Deny",
                ["no params found for policy binding with `Deny` parameterNotFoundAction"]
            ),
            (
                "name: z, parameterNotFoundAction: Allow",
                [
                    "spec.paramRef is not evaluated for Pod 'a', because no ConfigMap 'z' was found "
                        + "among the files"
                ]
            ),
        ]
    )
    func `parameters are found by name or labels, in a namespace`(
        _ reference: String,
        expected: [String]
    ) {
        let parameters =
            Self.parameters("x", 0, ", namespace: m") + Self.parameters("x", -1, ", namespace: own")
            + Self.parameters("w", 1, ", namespace: own")
            + Self.parameters("s", -2, ", namespace: m, labels: {a: b}")
            + Self.parameters("t", -3, ", namespace: m, labels: {a: b}")
        #expect(messages(reference, parameters) == expected)
    }

    @Test func `parameters of a kind with a CRD have their defaults`() {
        let crd = InspectedText.widget(
            "most: {type: integer, default: 3}",
            scope: "Cluster"
        )
        let policy = PolicyText.bound(
            """
            paramKind: {apiVersion: example.com/v1, kind: Widget}
            validations: [{expression: object.spec.size > params.most, message: few}]
            """,
            rules: Self.rules,
            binding: "validationActions: [Deny]\nparamRef: {name: w, parameterNotFoundAction: Deny}"
        )
        let widget = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n"
        let pod = MarkedText(Self.pod())
        let found = PolicyText.diagnostics(pod, MarkedText(policy + widget), crd: crd)
        #expect(found == ["4:14 error: \(PolicyText.denied("few"))"])
    }

    @Test func `CRDs beside the policies define the kinds of parameters, which are validated`() {
        let policy = PolicyText.bound(
            """
            paramKind: {apiVersion: example.com/v1, kind: Limit}
            validations: [{expression: object.spec.size > params.most, message: few}]
            """,
            rules: Self.rules,
            binding: "validationActions: [Deny]\nparamRef: {name: a, parameterNotFoundAction: Deny}"
        )
        let properties = "most: {type: integer, default: 3, minimum: 2}"
        let crd = InspectedText.widget(properties, scope: "Cluster")
            .replacing("Widget", with: "Limit").replacing("widget", with: "limit")
        let limit = "---\napiVersion: example.com/v1\nkind: Limit\nmetadata: {name: a}\n"
        let other =
            limit.replacing("name: a", with: "name: b").replacing("---\n", with: "---\n3️⃣")
            + "most: 1️⃣1\n2️⃣least: 1\n"
        let pod = MarkedText(Self.pod())
        #expect(
            PolicyText.diagnostics(pod, MarkedText(policy + crd + limit + other)) == [
                "4:14 error: \(PolicyText.denied("few"))",
                "3️⃣ note: Limit 'b' is invalid, so it is not used as parameters of policies",
                "1️⃣ error: most: Invalid value: 1: most in body should be greater than or equal to 2",
                "2️⃣ error: unknown field \"least\"",
            ]
        )
    }

    /// A Pod and a Limit, and the policy whose parameters are the Limit.
    private func messages(_ most: Int, _ action: String, isSeparate: Bool) -> [String] {
        let policy = PolicyText.bound(
            """
            paramKind: {apiVersion: example.com/v1, kind: Limit}
            validations: [{expression: object.spec.size < params.most, message: few}]
            """,
            rules: Self.rules,
            binding: "validationActions: [Deny]\n"
                + "paramRef: {name: a, parameterNotFoundAction: \(action)}"
        )
        let crd = InspectedText.widget("most: {type: integer, maximum: 100}", scope: "Cluster")
            .replacing("Widget", with: "Limit").replacing("widget", with: "limit")
        let limit = "apiVersion: example.com/v1\nkind: Limit\nmetadata: {name: a}\nmost: \(most)\n"
        let pod = "---\n" + Self.pod()
        let found =
            isSeparate
            ? PolicyText.diagnostics(MarkedText(pod), MarkedText(policy + limit), crd: crd)
            : PolicyText.diagnostics(MarkedText(policy + limit + pod), crd: crd)
        return found.map { String($0.drop { $0 != " " }.dropFirst()) }.sorted()
    }

    @Test(arguments: [false, true])
    func `invalid parameters don't exist`(isSeparate: Bool) {
        #expect(messages(90, "Deny", isSeparate: isSeparate) == [])
        let invalid = [
            "error: most: Invalid value: 500: most in body should be less than or equal to 100",
            "note: Limit 'a' is invalid, so it is not used as parameters of policies",
        ]
        let missing =
            "error: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: failed to configure "
            + "binding: no params found for policy binding with `Deny` parameterNotFoundAction"
        #expect(messages(500, "Deny", isSeparate: isSeparate) == ([missing] + invalid).sorted())
        let gap =
            "note: ValidatingAdmissionPolicyBinding 'b': spec.paramRef is not evaluated for Pod 'a', "
            + "because no valid Limit 'a' was found among the files"
        #expect(messages(500, "Allow", isSeparate: isSeparate) == (invalid + [gap]).sorted())
    }

    @Test func `an invalid CRD beside the policies is an error if it defines parameters`() {
        let policy = PolicyText.bound(
            "paramKind: {apiVersion: example.com/v1, kind: Limit}\nvalidations: [{expression: 'true'}]"
        )
        let crd = InspectedText.widget("most: {type: integer}", scope: "Galaxy")
        func messages(_ kind: String) -> [String] {
            let crd = crd.replacing("Widget", with: kind).replacing(
                "widget",
                with: kind.lowercased()
            )
            let check = PolicyText.check(MarkedText(""), MarkedText(policy + crd))
            return check.definitionDiagnostics(checksAll: false).map(\.message)
        }
        #expect(
            messages("Limit") == [
                "spec.scope: Unsupported value: \"Galaxy\": supported values: \"Cluster\", \"Namespaced\""
            ]
        )
        #expect(messages("Other") == [])
    }

    private static func limits(_ conversion: String) -> String {
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: limits.example.com}
        spec:
          group: example.com
          scope: Cluster
          names: {kind: Limit, plural: limits}
          conversion: {\(conversion)}
          versions:
          - name: v1
            served: true
            storage: false
            schema: {openAPIV3Schema: {type: object, properties: {old: {type: string}}}}
          - name: v2
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, properties: {most: {type: integer, default: 7}}}}
        """
    }

    @Test(
        arguments: [
            ("strategy: None", "1:1 error: \(PolicyText.denied("example.com/v2 7 false"))"),
            (
                "strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: "
                    + "{url: 'https://example.com'}}",
                "1️⃣ note: ValidatingAdmissionPolicyBinding 'b': spec.paramRef is not evaluated for "
                    + "Pod 'a', because it needs Limit 'w' in 'example.com/v2', which only a cluster "
                    + "knows"
            ),
        ]
    )
    func `parameters in another version are converted without a webhook`(
        _ conversion: String,
        expected: String
    ) {
        let policy = PolicyText.bound(
            """
            paramKind: {apiVersion: example.com/v2, kind: Limit}
            validations:
            - expression: params == null
              messageExpression: "params.apiVersion + ' ' + string(params.most) + ' ' + string(has(params.old))"
            """,
            rules: Self.rules,
            binding:
                "validationActions: [Deny]\nparamRef: 1️⃣{name: w, parameterNotFoundAction: Deny}"
        )
        let limit = "apiVersion: example.com/v1\nkind: Limit\nmetadata: {name: w}\nold: a\n"
        let found = PolicyText.diagnostics(
            MarkedText(Self.pod()),
            MarkedText(policy + limit),
            crd: Self.limits(conversion)
        )
        #expect(found == [expected])
    }

    @Test func `without a reference, the parameters are null`() {
        let policy = PolicyText.bound(
            """
            paramKind: {apiVersion: v1, kind: ConfigMap}
            validations: [{expression: params != null, message: null}]
            """.replacing("message: null", with: "message: none")
        )
        let object = MarkedText(Self.pod())
        #expect(
            PolicyText.diagnostics(object, MarkedText(policy))
                == ["1:1 error: \(PolicyText.denied("none"))"]
        )
    }
}
