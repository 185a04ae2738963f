import CRDRuntime

extension GoDecoder {
    /// Reports the required fields that are missing.
    ///
    /// - Parameters:
    ///   - object: The object, without nulls, which Go treats as missing.
    ///   - schema: The schema of the object.
    ///   - structure: The name of the Go struct.
    mutating func checkRequired(
        _ object: JSONObject,
        _ schema: PreparedSchema,
        in structure: String
    ) {
        for key in schema.keywords.required where object[key] == nil {
            if Self.optionalFields.contains("\(structure).\(key)") { continue }
            let field = path.asField
            findings.violations.append(
                Violation(
                    field: field.isEmpty ? key : "\(field).\(key)",
                    reason: .required,
                    message: "Required value",
                    at: path.place(of: key)
                )
            )
        }
    }

    /// The fields that are required by the schema, although the server accepts objects without
    /// them: it sets a default, or its validation accepts the zero value of Go.
    private static let optionalFields: Set<String> = [
        "CSIDriver.spec", "CSINode.spec", "CSINodeSpec.drivers", "ControllerRevision.revision",
        "Counter.value", "DeviceCapacity.value", "DeviceClass.spec", "EndpointSlice.endpoints",
        "Event.involvedObject", "HTTPHeader.value", "ISCSIPersistentVolumeSource.lun",
        "ISCSIVolumeSource.lun", "IngressClassParametersReference.scope", "LimitRangeSpec.limits",
        "NetworkPolicySpec.podSelector", "PodFailurePolicy.rules",
        "PodFailurePolicyOnPodConditionsPattern.status", "PodFailurePolicyRule.onPodConditions",
        "PreferredSchedulingTerm.preference", "PriorityClass.value", "ResourceClaim.spec",
        "ResourceClaimTemplate.spec", "ResourceClaimTemplateSpec.spec", "ResourcePool.generation",
        "RoleRef.apiGroup", "ScaleIOPersistentVolumeSource.secretRef",
        "ScaleIOVolumeSource.secretRef", "SleepAction.seconds", "StatefulSetSpec.serviceName",
        "Sysctl.value", "TokenRequest.audience",
    ]

    /// Reports a value that an enumeration doesn't have.
    mutating func checkEnumeration(
        _ value: JSONValue,
        _ schema: PreparedSchema,
        isOptional: Bool
    ) {
        guard case .string(let text) = value, let allowed = schema.keywords.enumeration,
            !allowed.isEmpty, !allowed.contains(where: { EnumerationRules.allows(value, as: $0) }),
            !(isOptional && text.isEmpty)
        else { return }
        let words = allowed.map { GoText.quoted($0.string ?? GoText.json($0)) }
        findings.violations.append(
            Violation(
                field: path.asField,
                reason: .notSupported,
                message: "Unsupported value: \(GoText.quoted(text)): supported values: "
                    + words.joined(separator: ", "),
                at: path.place()
            )
        )
    }

    /// Warns of duplicate elements in a list of type `set` or `map`.
    ///
    /// On creation, the server's code decides whether it accepts them. Server-side apply rejects
    /// them (structured-merge-diff, `typed`).
    mutating func checkDuplicates(
        _ elements: [JSONValue],
        _ items: PreparedSchema,
        _ schema: PreparedSchema
    ) {
        guard elements.count > 1, let type = schema.keywords.rare.listType, type != "atomic" else {
            return
        }
        let keys = type == "map" ? schema.keywords.rare.listMapKeys : []
        var seen: Set<String> = []
        for (index, element) in elements.enumerated() {
            guard let key = Self.key(of: element, keys, items), !seen.insert(key).inserted else {
                continue
            }
            path.push(.index(index))
            findings.warnings.append(
                Violation(
                    field: path.asField,
                    reason: .duplicate,
                    message: "Duplicate value: \(key): server-side apply rejects it",
                    at: path.place()
                )
            )
            path.pop()
        }
    }

    /// Returns the text of the key of an element, such as `[port=80,protocol="TCP"]`, with the
    /// defaults of missing fields; `nil` if it has none.
    private static func key(
        of element: JSONValue,
        _ keys: [String],
        _ items: PreparedSchema
    ) -> String? {
        if keys.isEmpty { return GoText.json(element) }
        guard case .object(let object) = element else { return nil }
        var parts: [String] = []
        for key in keys.sorted() {
            let missing = items.properties[key]?.keywords.rare.defaultValue
            guard let value = object[key] ?? missing else { return nil }
            parts.append("\(key)=\(GoText.json(value))")
        }
        return "[\(parts.joined(separator: ","))]"
    }
}
