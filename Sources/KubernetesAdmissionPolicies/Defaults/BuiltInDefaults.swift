import CRDValues

/// The defaults of Kubernetes' own kinds that do not depend on other fields (kubernetes v1.35).
enum BuiltInDefaults {
    /// The defaults by group and kind, in the order in which they are set.
    static let ofKinds: [String: [FieldDefault]] = [
        "/ConfigMap": [],
        "/Namespace": [
            FieldDefault("spec", [:]), FieldDefault("spec.finalizers", ["kubernetes"]),
            FieldDefault("status", ["phase": "Active"]),
        ],
        "/PersistentVolumeClaim": [FieldDefault](
            "spec",
            ["volumeMode": "Filesystem", "resources": [:]]
        ),
        "/Pod": pod(at: "spec")
            + [FieldDefault]("spec", ["enableServiceLinks": true, "serviceAccountName": "default"]),
        "/ReplicationController": [FieldDefault("spec.replicas", 1)]
            + template(at: "spec.template"),
        "/Secret": [FieldDefault("type", "Opaque")],
        "/Service": [FieldDefault](
            "spec",
            [
                "sessionAffinity": "None", "type": "ClusterIP", "ports[*].protocol": "TCP",
                "internalTrafficPolicy": "Cluster",
            ]
        ) + [FieldDefault("status", ["loadBalancer": [:]])],
        "/ServiceAccount": [],
        "apps/DaemonSet": [FieldDefault](
            "spec",
            [
                "revisionHistoryLimit": 10, "updateStrategy": [:],
                "updateStrategy.type": "RollingUpdate",
            ]
        ) + template(at: "spec.template"),
        "apps/Deployment": [FieldDefault](
            "spec",
            [
                "replicas": 1, "revisionHistoryLimit": 10, "progressDeadlineSeconds": 600,
                "strategy": [:], "strategy.type": "RollingUpdate",
            ]
        ) + template(at: "spec.template") + emptyStatus,
        "apps/ReplicaSet": [FieldDefault("spec.replicas", 1)] + template(at: "spec.template"),
        "apps/StatefulSet": [FieldDefault](
            "spec",
            [
                "replicas": 1, "revisionHistoryLimit": 10, "podManagementPolicy": "OrderedReady",
                "updateStrategy": [:], "updateStrategy.type": "RollingUpdate",
                "persistentVolumeClaimRetentionPolicy": [:],
                "persistentVolumeClaimRetentionPolicy.whenDeleted": "Retain",
                "persistentVolumeClaimRetentionPolicy.whenScaled": "Retain",
                "volumeClaimTemplates[*].spec.volumeMode": "Filesystem",
                "volumeClaimTemplates[*].spec.resources": [:],
            ]
        ) + template(at: "spec.template"),
        "autoscaling/HorizontalPodAutoscaler": [FieldDefault("spec.minReplicas", 1)],
        "batch/CronJob": [FieldDefault](
            "spec",
            [
                "concurrencyPolicy": "Allow", "suspend": false, "successfulJobsHistoryLimit": 3,
                "failedJobsHistoryLimit": 1,
            ]
        ) + [FieldDefault("spec.jobTemplate.metadata", [:])]
            + template(at: "spec.jobTemplate.spec.template") + emptyStatus,
        "batch/Job": [FieldDefault](
            "spec",
            ["completionMode": "NonIndexed", "suspend": false]
        ) + template(at: "spec.template") + emptyStatus,
        "networking.k8s.io/Ingress": [FieldDefault("status", ["loadBalancer": [:]])],
        "networking.k8s.io/NetworkPolicy": [FieldDefault](
            "spec",
            [
                "podSelector": [:], "ingress[*].ports[*].protocol": "TCP",
                "egress[*].ports[*].protocol": "TCP",
            ]
        ),
        "policy/PodDisruptionBudget": [],
        "rbac.authorization.k8s.io/ClusterRole": [],
        "rbac.authorization.k8s.io/ClusterRoleBinding": roleBinding,
        "rbac.authorization.k8s.io/Role": [],
        "rbac.authorization.k8s.io/RoleBinding": roleBinding,
        "scheduling.k8s.io/PriorityClass": [
            FieldDefault("preemptionPolicy", "PreemptLowerPriority")
        ],
        "storage.k8s.io/StorageClass": [
            FieldDefault("reclaimPolicy", "Delete"), FieldDefault("volumeBindingMode", "Immediate"),
        ],
    ]

    private static let emptyStatus = [FieldDefault("status", [:])]

    private static let roleBinding = [
        FieldDefault("roleRef.apiGroup", "rbac.authorization.k8s.io")
    ]

    /// Returns the defaults of a template of Pods.
    private static func template(at path: String) -> [FieldDefault] {
        [FieldDefault("\(path).metadata", [:])] + pod(at: "\(path).spec")
    }

    /// Returns the defaults of the spec of a Pod.
    private static func pod(at path: String) -> [FieldDefault] {
        let spec = [FieldDefault](
            path,
            [
                "dnsPolicy": "ClusterFirst", "restartPolicy": "Always",
                "terminationGracePeriodSeconds": 30, "schedulerName": "default-scheduler",
                "securityContext": [:],
            ]
        )
        let containers = ["containers", "initContainers", "ephemeralContainers"].flatMap { list in
            container(at: "\(path).\(list)[*]")
        }
        return spec + containers + volumes(at: "\(path).volumes[*]")
    }

    private static func container(at path: String) -> [FieldDefault] {
        let probes = ["livenessProbe", "readinessProbe", "startupProbe"].flatMap { probe in
            [FieldDefault](
                "\(path).\(probe)",
                [
                    "timeoutSeconds": 1, "periodSeconds": 10, "successThreshold": 1,
                    "failureThreshold": 3, "httpGet.path": "/", "httpGet.scheme": "HTTP",
                    "grpc.service": "",
                ]
            )
        }
        let handlers = ["postStart", "preStop"].flatMap { handler in
            [FieldDefault](
                "\(path).lifecycle.\(handler).httpGet",
                ["path": "/", "scheme": "HTTP"]
            )
        }
        return [FieldDefault](
            path,
            [
                "terminationMessagePath": "/dev/termination-log",
                "terminationMessagePolicy": "File",
                "resources": [:], "ports[*].protocol": "TCP",
                "env[*].valueFrom.fieldRef.apiVersion": "v1",
            ]
        ) + probes + handlers
    }

    private static func volumes(at path: String) -> [FieldDefault] {
        [FieldDefault](
            path,
            [
                "secret.defaultMode": 420, "configMap.defaultMode": 420,
                "downwardAPI.defaultMode": 420, "projected.defaultMode": 420,
                "downwardAPI.items[*].fieldRef.apiVersion": "v1", "hostPath.type": "",
                "projected.sources[*].serviceAccountToken.expirationSeconds": 3600,
                "projected.sources[*].downwardAPI.items[*].fieldRef.apiVersion": "v1",
            ]
        )
    }
}
