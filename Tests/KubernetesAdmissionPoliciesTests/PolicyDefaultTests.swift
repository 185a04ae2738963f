import TestSupport
import Testing

/// The defaults of Kubernetes' own kinds, as policies see them.
struct PolicyDefaultTests {
    private static func workload(_ kind: String, _ spec: String = "", pod: String) -> String {
        """
        apiVersion: \(kind.hasSuffix("Job") ? "batch/v1" : "apps/v1")
        kind: \(kind)
        metadata: {name: a}
        spec: {\(spec)template: {spec: {\(pod)}}}
        """
    }

    private static let deployment = workload(
        "Deployment",
        pod:
            "containers: [{name: a, image: a}, {name: b, image: 'r.io:80/b:1', ports: [{containerPort: 1}]}]"
    )

    @Test(
        arguments: [
            (deployment, "object.spec.replicas == 1 && object.spec.revisionHistoryLimit == 10"),
            (deployment, "object.spec.strategy.rollingUpdate.maxSurge == '25%'"),
            (
                workload("Deployment", "replicas: 0, strategy: {type: Recreate}, ", pod: ""),
                "object.spec.replicas == 0 && !has(object.spec.strategy.rollingUpdate)"
            ),
            (deployment, "!has(object.spec.template.spec.securityContext.runAsNonRoot)"),
            (
                deployment,
                "object.spec.template.spec.restartPolicy == 'Always' && !has(object.spec.template.metadata.labels)"
            ),
            (
                deployment,
                "object.spec.template.spec.containers.map(c, c.imagePullPolicy) == ['Always', 'IfNotPresent']"
            ),
            (deployment, "object.spec.template.spec.containers.all(c, !has(c.resources.limits))"),
            (deployment, "object.spec.template.spec.containers[1].ports[0].protocol == 'TCP'"),
            (deployment, "!has(object.spec.template.spec.enableServiceLinks)"),
            (
                workload(
                    "Deployment",
                    pod: "securityContext: {sysctls: [{name: a, value: ''}], "
                        + "seLinuxOptions: {level: ''}}, "
                        + "tolerations: [{key: '', operator: '', value: ''}], containers: [{name: a, image: a, "
                        + "env: [{name: a, value: ''}], ports: [{containerPort: 1, protocol: ''}], "
                        + "livenessProbe: {httpGet: {port: 1, path: '', httpHeaders: [{name: a, value: ''}]}}}]"
                ),
                "has(object.spec.template.spec.securityContext.sysctls[0].value) "
                    + "&& !has(object.spec.template.spec.securityContext.seLinuxOptions.level) "
                    + "&& !has(object.spec.template.spec.tolerations[0].key) "
                    + "&& object.spec.template.spec.containers.all(c, !has(c.env[0].value) "
                    + "&& c.ports[0].protocol == 'TCP' && c.livenessProbe.httpGet.path == '/' "
                    + "&& has(c.livenessProbe.httpGet.httpHeaders[0].value))"
            ),
            (
                "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\n"
                    + "spec: {maxReplicas: 1, behavior: {scaleUp: {policies: [{type: '', value: 1, periodSeconds: 0}]}}}",
                "object.spec.behavior.scaleUp.policies.all(p, has(p.periodSeconds) && has(p.type))"
            ),
            (
                workload(
                    "DaemonSet",
                    pod: "hostNetwork: false, volumes: [{name: a}], containers: []"
                ),
                "object.spec.updateStrategy.rollingUpdate.maxUnavailable == 1 "
                    + "&& !has(object.spec.template.spec.hostNetwork) "
                    + "&& has(object.spec.template.spec.volumes[0].emptyDir) "
                    + "&& !has(object.spec.template.spec.containers)"
            ),
            (
                workload(
                    "StatefulSet",
                    pod:
                        "hostNetwork: true, containers: [{name: a, image: 'a@sha256:0', ports: [{containerPort: 1}], livenessProbe: {httpGet: {port: 1}}}]"
                ),
                "object.spec.updateStrategy.rollingUpdate.partition == 0 "
                    + "&& object.spec.template.spec.containers[0].ports[0].hostPort == 1 "
                    + "&& object.spec.template.spec.containers[0].imagePullPolicy == 'IfNotPresent' "
                    + "&& object.spec.template.spec.containers[0].livenessProbe.httpGet.scheme == 'HTTP'"
            ),
            (
                workload("Job", pod: "containers: []"),
                "object.spec.completions == 1 && object.spec.parallelism == 1 && object.spec.backoffLimit == 6"
            ),
            (workload("Job", "parallelism: 2, ", pod: ""), "!has(object.spec.completions)"),
            (
                "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {}, annotations: null}\n"
                    + "spec: {containers: [{name: a, image: a:latest, resources: {limits: {cpu: 1, memory: 1024Mi}}}]}",
                "object.spec.containers[0].resources.requests == {'cpu': '1', 'memory': '1Gi'} && !has(object.metadata.labels) "
                    + "&& object.spec.enableServiceLinks && !has(object.metadata.annotations)"
            ),
            (
                "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: NodePort, ports: [{port: 80}]}",
                "object.spec.ports[0].targetPort == 80 && object.spec.externalTrafficPolicy == 'Cluster' "
                    + "&& object.spec.sessionAffinity == 'None'"
            ),
            (
                "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: Yg==}\nstringData: {b: c}",
                "object.type == 'Opaque' && object.data == {'a': 'Yg==', 'b': 'Yw=='} && !has(object.stringData)"
            ),
            (
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}",
                "object.metadata.labels == {'kubernetes.io/metadata.name': 'a'} && namespaceObject == null"
            ),
            (
                "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {egress: [{}]}",
                "object.spec.policyTypes == ['Ingress', 'Egress']"
            ),
            (
                "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nsubjects: [{kind: Group, name: b}, {kind: ServiceAccount, name: c}]",
                "object.subjects[0].apiGroup == 'rbac.authorization.k8s.io' && !has(object.subjects[1].apiGroup)"
            ),
            (
                "apiVersion: other.io/v1\nkind: Deployment\nmetadata: {name: a, labels: {}}\nspec: {}",
                "!has(object.spec.replicas) && has(object.metadata.labels)"
            ),
        ] as [(String, String)]
    )
    func `missing fields have the values of the server`(_ object: String, _ expression: String) {
        let quoted = expression.replacing("'", with: "''")
        let policy = PolicyText.bound("validations: [{expression: '\(quoted)'}]")
        #expect(PolicyText.diagnostics(MarkedText(object), MarkedText(policy)) == [])
    }

    @Test func `old objects have defaults too`() {
        let policy = PolicyText.bound(
            "validations: [{expression: object.spec.replicas == oldObject.spec.replicas}]"
        )
        let old = Self.workload("Deployment", "replicas: 1, ", pod: "")
        let new = Self.workload("Deployment", pod: "")
        for (new, old) in [(new, old), (old, new)] {
            #expect(PolicyText.diagnostics(MarkedText(new), MarkedText(policy), old: old) == [])
        }
    }
}
