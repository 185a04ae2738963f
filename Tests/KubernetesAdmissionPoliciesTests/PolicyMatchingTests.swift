import CRDInspection
import CRDYAML
import TestSupport
import Testing

/// The objects to which policies and bindings apply, and their parameters.
struct PolicyMatchingTests {
    private static func object(
        _ apiVersion: String,
        _ kind: String,
        _ metadata: String = "name: a"
    ) -> String {
        "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {\(metadata)}\nspec: {size: 1}\n---\n"
    }

    private static let widget = object("example.com/v1", "Widget")

    private static func constraints(
        _ resources: String,
        groups: String = "\"*\"",
        versions: String = "\"*\"",
        operations: String = "CREATE",
        more: String = ""
    ) -> String {
        "{resourceRules: [{apiGroups: [\(groups)], apiVersions: [\(versions)], operations: "
            + "[\(operations)], resources: [\(resources)]\(more)}]}"
    }

    private func applies(
        _ rules: String,
        to object: String,
        binding: String = "",
        more: String = "",
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) -> Bool {
        let policy = PolicyText.bound(
            "validations: [{expression: '1 > 2', message: denied}]",
            rules: rules,
            binding: "validationActions: [Deny]\n\(binding)"
        )
        let found = PolicyText.diagnostics(MarkedText(object), MarkedText(policy + more))
        #expect(found.isEmpty || found.count == 1, sourceLocation: sourceLocation)
        return found.first?.contains("denied request: denied") ?? false
    }

    @Test(
        arguments: [
            (constraints("widgets"), widget, true),
            (constraints("widgets", groups: "example.com", versions: "v1"), widget, true),
            (constraints("widgets", groups: "apps"), widget, false),
            (constraints("widgets", versions: "v2"), widget, false),
            (constraints("widgets", operations: "UPDATE, DELETE"), widget, false),
            (constraints("\"*/*\""), widget, true), (constraints("\"widgets/*\""), widget, true),
            (constraints("\"*\""), widget, true), (constraints("widgets/status"), widget, false),
            (constraints("widgets", more: ", scope: Cluster"), widget, false),
            (constraints("widgets", more: ", scope: Namespaced"), widget, true),
            (constraints("widgets", more: ", resourceNames: [a]"), widget, true),
            (constraints("widgets", more: ", resourceNames: [b]"), widget, false),
            (constraints("pods", groups: "\"\"", versions: "v1"), object("v1", "Pod"), true),
            (constraints("networkpolicies"), object("networking.k8s.io/v1", "NetworkPolicy"), true),
            (constraints("ingresses"), object("networking.k8s.io/v1", "Ingress"), true),
            (constraints("endpoints"), object("v1", "Endpoints"), true),
            (constraints("namespaces", more: ", scope: Cluster"), object("v1", "Namespace"), true),
            (
                constraints("namespaces", more: ", scope: Namespaced"), object("v1", "Namespace"),
                false
            ),
            (
                constraints("clusterroles", more: ", scope: Cluster"),
                object("rbac.authorization.k8s.io/v1", "ClusterRole"), true
            ),
            (
                constraints("\"*\""),
                object("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration"), false
            ),
        ]
    )
    func `rules name groups, versions, operations, resources, and scopes`(
        _ rules: String,
        object: String,
        isMatch: Bool
    ) {
        #expect(applies(rules, to: object) == isMatch)
    }

    @Test(
        arguments: [
            ("objectSelector: {matchLabels: {a: b}}", "name: a, labels: {a: b}", true),
            ("objectSelector: {matchLabels: {a: b}}", "name: a, labels: {a: c}", false),
            (
                "objectSelector: {matchExpressions: [{key: a, operator: NotIn, values: [b]}]}",
                "name: a", true
            ),
            (
                "objectSelector: {matchExpressions: [{key: a, operator: In, values: [b, c]}]}",
                "name: a, labels: {a: c}", true
            ),
            ("objectSelector: {matchExpressions: [{key: a, operator: Exists}]}", "name: a", false),
            (
                "objectSelector: {matchExpressions: [{key: a, operator: DoesNotExist}]}", "name: a",
                true
            ),
            (
                "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: own}}",
                "name: a, namespace: own", true
            ),
            (
                "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: own}}", "name: a",
                false
            ),
            ("namespaceSelector: {matchLabels: {team: x}}", "name: a, namespace: known", true),
            ("namespaceSelector: {matchLabels: {team: z}}", "name: a, namespace: known", false),
            (
                "excludeResourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: [pods]}]",
                "name: a", false
            ),
            (
                "excludeResourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: [pods], resourceNames: [b]}]",
                "name: a", true
            ),
        ]
    )
    func `selectors and exclusions limit policies and bindings`(
        _ constraint: String,
        metadata: String,
        isMatch: Bool
    ) {
        let object = Self.object("v1", "Pod", metadata)
        let namespace = Self.object("v1", "Namespace", "name: known, labels: {team: x}")
        let rules = Self.constraints("pods").dropLast() + ", \(constraint)}"
        #expect(applies(String(rules), to: object, more: namespace) == isMatch)
        let binding = "matchResources: {\(constraint)}"
        let all = Self.constraints("pods")
        #expect(applies(all, to: object, binding: binding, more: namespace) == isMatch)
    }

    @Test func `unknown labels of a namespace are reported`() {
        let rules =
            Self.constraints("pods").dropLast() + ", namespaceSelector: {matchLabels: {a: b}}}"
        let policy = PolicyText.bound(
            "validations: [{expression: '1 > 2'}]",
            rules: "1️⃣" + String(rules)
        )
        let pods = MarkedText(Self.object("v1", "Pod"))
        #expect(
            PolicyText.diagnostics(pods, MarkedText(policy)) == [
                "1️⃣ note: ValidatingAdmissionPolicy 'p': spec.matchConstraints is not evaluated for Pod "
                    + "'a', because it needs the labels of namespace 'default', which only a cluster "
                    + "knows"
            ]
        )
    }

    @Test(arguments: [("Equivalent", true), ("Exact", false)])
    func `an object in another version is converted only by a cluster`(
        _ matchPolicy: String,
        isConverted: Bool
    ) {
        let rules =
            Self.constraints("horizontalpodautoscalers", versions: "v1").dropLast()
            + ", matchPolicy: \(matchPolicy)}"
        let policy = PolicyText.bound(
            "validations: [{expression: '1 > 2'}]",
            rules: "1️⃣" + String(rules)
        )
        let object = MarkedText(Self.object("autoscaling/v2", "HorizontalPodAutoscaler"))
        let found = PolicyText.diagnostics(object, MarkedText(policy))
        #expect(found.contains { $0.contains("the object in version 'v1'") } == isConverted)
        #expect(found.count == (isConverted ? 1 : 0))
    }

    // MARK: - Parameters

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
        let object = Self.object("v1", "Pod", "name: a, namespace: own")
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
            rules: Self.constraints("pods"),
            binding: "validationActions: [Deny]\nparamRef: {name: w, parameterNotFoundAction: Deny}"
        )
        let widget = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n"
        let pod = MarkedText(Self.object("v1", "Pod"))
        let found = PolicyText.diagnostics(pod, MarkedText(policy + widget), crd: crd)
        #expect(found == ["4:14 error: \(PolicyText.denied("few"))"])
    }

    @Test func `CRDs beside the policies define the kinds of parameters, which are validated`() {
        let policy = PolicyText.bound(
            """
            paramKind: {apiVersion: example.com/v1, kind: Limit}
            validations: [{expression: object.spec.size > params.most, message: few}]
            """,
            rules: Self.constraints("pods"),
            binding: "validationActions: [Deny]\nparamRef: {name: a, parameterNotFoundAction: Deny}"
        )
        let properties = "most: {type: integer, default: 3, minimum: 2}"
        let crd = InspectedText.widget(properties, scope: "Cluster")
            .replacing("Widget", with: "Limit").replacing("widget", with: "limit")
        let limit = "---\napiVersion: example.com/v1\nkind: Limit\nmetadata: {name: a}\n"
        let other =
            limit.replacing("name: a", with: "name: b").replacing("---\n", with: "---\n3️⃣")
            + "most: 1️⃣1\n2️⃣least: 1\n"
        let pod = MarkedText(Self.object("v1", "Pod"))
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
            rules: Self.constraints("pods"),
            binding: "validationActions: [Deny]\n"
                + "paramRef: {name: a, parameterNotFoundAction: \(action)}"
        )
        let crd = InspectedText.widget("most: {type: integer, maximum: 100}", scope: "Cluster")
            .replacing("Widget", with: "Limit").replacing("widget", with: "limit")
        let limit = "apiVersion: example.com/v1\nkind: Limit\nmetadata: {name: a}\nmost: \(most)\n"
        let pod = "---\n" + Self.object("v1", "Pod")
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
            rules: Self.constraints("pods"),
            binding:
                "validationActions: [Deny]\nparamRef: 1️⃣{name: w, parameterNotFoundAction: Deny}"
        )
        let limit = "apiVersion: example.com/v1\nkind: Limit\nmetadata: {name: w}\nold: a\n"
        let found = PolicyText.diagnostics(
            MarkedText(Self.object("v1", "Pod")),
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
        let object = MarkedText(Self.object("v1", "Pod"))
        #expect(
            PolicyText.diagnostics(object, MarkedText(policy))
                == ["1:1 error: \(PolicyText.denied("none"))"]
        )
    }
}
