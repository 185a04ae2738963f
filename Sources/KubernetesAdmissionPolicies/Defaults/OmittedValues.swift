import CRDValues

/// The values that Kubernetes' own kinds don't keep, because they are the zero values of Go
/// (`omitempty` in k8s.io/api v0.36).
///
/// For the kinds with defaults, the name of a field is enough, or its name and that of the field
/// around it.
enum OmittedValues {
    private static let booleans: Set<String> = [
        "chapAuthDiscovery", "chapAuthSession", "globalDefault", "hostIPC", "hostNetwork",
        "hostPID", "paused", "publishNotReadyAddresses", "readOnly", "sslEnabled", "stdin",
        "stdinOnce", "tty",
    ]
    private static let numbers: Set<String> = [
        "failureThreshold", "generation", "healthCheckNodePort", "hostPort",
        "initialDelaySeconds", "minReadySeconds", "nodePort", "number", "partition",
        "periodSeconds", "successThreshold", "timeoutSeconds",
    ]
    private static let strings: Set<String> = [
        "audience", "certificateChainPath", "clusterIP", "concurrencyPolicy",
        "containerName", "credentialBundlePath", "datasetName", "datasetUUID",
        "description", "directory", "dnsPolicy", "effect", "externalName",
        "externalTrafficPolicy", "fieldsType", "fsType", "generateName", "group", "host",
        "hostIP", "hostname", "image", "imagePullPolicy", "iscsiInterface", "keyPath",
        "keyType", "keyring", "level", "loadBalancerIP", "manager", "medium", "message",
        "namespace", "nodeName", "operation", "phase", "podManagementPolicy", "pool",
        "prefix", "priorityClassName", "protectionDomain", "protocol", "pullPolicy",
        "reason", "reference", "request", "resourceVersion", "revision", "role",
        "schedulerName", "scheme", "secretFile", "selfLink", "serviceAccount",
        "serviceAccountName", "sessionAffinity", "signerName", "storageMode",
        "storagePolicyID", "storagePolicyName", "storagePool", "subPath", "subPathExpr",
        "subdomain", "subresource", "targetContainerName",
        "targetVolumeAttributesClassName", "tenant", "terminationMessagePath",
        "terminationMessagePolicy", "user", "value", "volumeNamespace", "whenDeleted",
        "whenScaled", "workingDir",
    ]
    /// The fields that are maps of strings, whose entries are kept.
    static let stringMaps: Set<String> = [
        "annotations", "binaryData", "data", "labels", "matchLabels", "nodeSelector",
        "options", "parameters", "stringData", "userAnnotations", "volumeAttributes",
    ]
    private static let maps: Set<String> = stringMaps.union(["limits", "overhead", "requests"])
    /// Other fields that some types omit, with the fields around them; the whole object has an empty
    /// name.
    private static let omittedFields: [String: Set<String>] = [
        "action": ["restartPolicyRules"],
        "apiGroup": ["subjects"],
        "apiVersion": [
            "", "describedObject", "fieldRef", "managedFields", "scaleTargetRef",
            "secrets", "volumeClaimTemplates",
        ],
        "fieldPath": ["secrets"],
        "key": ["tolerations"],
        "kind": ["", "secrets", "volumeClaimTemplates"],
        "name": [
            "configMap", "configMapKeyRef", "configMapRef", "imagePullSecrets",
            "metadata", "nodePublishSecretRef", "options", "port", "ports", "secret",
            "secretKeyRef", "secretRef", "secrets",
        ],
        "operator": ["exitCodes", "tolerations"],
        "path": ["cephfs", "httpGet", "paths"],
        "restartPolicy": ["spec"],
        "secretName": ["secret", "tls"],
        "type": ["", "seLinuxOptions", "spec", "strategy", "updateStrategy"],
        "volumeName": ["scaleIO", "spec", "storageos"],
    ]
    /// Fields that some types keep, with the fields around them.
    private static let keptFields: [String: Set<String>] = [
        "containerName": ["onExitCodes"],
        "fsType": ["azureDisk", "csi"],
        "image": ["rbd"],
        "namespace": ["dataSourceRef"],
        "partition": ["rollingUpdate"],
        "periodSeconds": ["policies"],
        "readOnly": ["azureDisk", "csi"],
        "signerName": ["clusterTrustBundle"],
        "timeoutSeconds": ["clientIP"],
        "value": ["httpHeaders", "options", "sysctls"],
    ]

    /// Returns whether a field with a value is missing in the object of the server.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - key: The name of the field.
    ///   - parent: The name of the field around it, also of a list; empty for the whole object.
    /// - Returns: Whether the field is missing.
    static func isOmitted(_ value: JSONValue, _ key: String, in parent: String) -> Bool {
        func isListed(_ keys: Set<String>) -> Bool {
            if keptFields[key]?.contains(parent) == true { return false }
            return keys.contains(key) || omittedFields[key]?.contains(parent) == true
        }
        return switch value {
        case .null: true
        case .boolean(let flag): !flag && isListed(booleans)
        case .number(let number): number.text == "0" && isListed(numbers)
        case .string(let text): text.isEmpty && isListed(strings)
        case .array(let elements): elements.isEmpty
        case .object(let object): object.isEmpty && maps.contains(key)
        }
    }
}
