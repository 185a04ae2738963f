import TestSupport
import Testing

/// The objects to which policies and bindings apply.
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
}
