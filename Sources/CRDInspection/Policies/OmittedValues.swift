import CRDValues

/// The values that Kubernetes' own kinds don't keep, because they are the zero values of Go
/// (`omitempty` in k8s.io/api v0.36).
///
/// The names of the fields are enough: in the kinds with defaults, fields with the same name rarely
/// differ in this.
enum OmittedValues {
    private static let booleans: Set<String> = [
        "globalDefault", "hostIPC", "hostNetwork", "hostPID", "paused", "publishNotReadyAddresses",
        "readOnly", "stdin", "stdinOnce", "tty",
    ]
    private static let numbers: Set<String> = [
        "failureThreshold", "healthCheckNodePort", "hostPort", "initialDelaySeconds",
        "minReadySeconds", "nodePort", "periodSeconds", "successThreshold", "timeoutSeconds",
    ]
    private static let strings: Set<String> = [
        "clusterIP", "concurrencyPolicy", "description", "dnsPolicy", "effect", "externalName",
        "externalTrafficPolicy", "generateName", "host", "hostIP", "hostname", "image",
        "imagePullPolicy", "loadBalancerIP", "medium", "nodeName", "podManagementPolicy",
        "priorityClassName", "pullPolicy", "reference", "schedulerName", "scheme",
        "serviceAccount", "serviceAccountName", "sessionAffinity", "subPath", "subPathExpr",
        "subdomain", "terminationMessagePath", "terminationMessagePolicy", "value", "workingDir",
    ]
    /// The fields that are maps of strings, whose entries are kept.
    static let stringMaps: Set<String> = [
        "annotations", "binaryData", "data", "labels", "matchLabels", "nodeSelector", "parameters",
        "stringData",
    ]
    private static let maps: Set<String> = stringMaps.union(["limits", "overhead", "requests"])

    /// Returns whether a field with a value is missing in the object of the server.
    static func isOmitted(_ value: JSONValue, _ key: String) -> Bool {
        switch value {
        case .null: true
        case .boolean(let flag): !flag && booleans.contains(key)
        case .number(let number): number.text == "0" && numbers.contains(key)
        case .string(let text): text.isEmpty && strings.contains(key)
        case .array(let elements): elements.isEmpty
        case .object(let object): object.isEmpty && maps.contains(key)
        }
    }
}
