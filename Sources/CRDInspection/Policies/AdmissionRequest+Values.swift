import CRDRuntime
import CRDValidation
import CRDValues
import KubernetesCEL

/// The values of the variables of expressions.
extension AdmissionRequest {
    /// The metadata that the server sets before policies are evaluated.
    private static let systemFields = [
        "uid", "creationTimestamp", "generation", "managedFields",
    ]

    /// Returns the values of the variables, without parameters.
    var values: PolicyEnvironment.Values {
        PolicyEnvironment.Values(
            object: Self.value(of: object, "object"),
            oldObject: oldObject.map { Self.value(of: $0, "oldObject") } ?? .null,
            namespaceObject: namespaceValue,
            request: requestValue
        )
    }

    private static func value(of object: JSONObject, _ name: String) -> Value {
        var entries = MapEntries(object)
        var metadata = MapEntries(object.metadata)
        // A generated name is unknown too.
        for key in systemFields + ["name"] where object.metadata[key] == nil {
            metadata.set(key, UnknownValue.value("\(name).metadata.\(key)"))
        }
        entries.set("metadata", .object(metadata))
        return .object(entries)
    }

    private var requestValue: Value {
        let kind = Self.strings([("group", group), ("version", version), ("kind", self.kind)])
        let resource = Self.strings([
            ("group", group), ("version", version), ("resource", self.resource.plural),
        ])
        var entries = MapEntries()
        for prefix in ["", "request"] {
            func key(_ name: String) -> String {
                prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()
            }
            entries.set(key("kind"), kind)
            entries.set(key("resource"), resource)
            if !subresource.isEmpty { entries.set(key("subResource"), .string(subresource)) }
        }
        entries.set("name", name.map(Value.string) ?? UnknownValue.value("request.name"))
        if !requestNamespace.isEmpty { entries.set("namespace", .string(requestNamespace)) }
        entries.set("operation", .string(operation.rawValue))
        entries.set("userInfo", UnknownValue.value("request.userInfo"))
        entries.set("dryRun", .bool(false))
        entries.set("options", UnknownValue.value("request.options"))
        return .object(entries)
    }

    private static func strings(_ pairs: [(String, String)]) -> Value {
        var entries = MapEntries()
        for (key, value) in pairs { entries.set(key, .string(value)) }
        return .object(entries)
    }

    /// The namespace, of which the server knows more than a file.
    private var namespaceValue: Value {
        guard isNamespaced else { return .null }
        var metadata = MapEntries()
        for key in [
            "labels", "annotations", "UID", "creationTimestamp", "generation", "resourceVersion",
        ] { metadata.set(key, UnknownValue.value("namespaceObject.metadata.\(key)")) }
        metadata.set("name", .string(namespace))
        if let namespaceObject {
            let known = namespaceObject.metadata
            let labels = (namespaceLabels?.known ?? [:]).sorted { $0.key < $1.key }
            metadata.set("labels", Self.strings(labels))
            let annotations = known["annotations"]?.object ?? JSONObject()
            // An empty map is missing on the server.
            metadata.set(
                "annotations",
                annotations.isEmpty
                    ? UnknownValue.value("namespaceObject.metadata.annotations")
                    : Value(.object(annotations))
            )
        }
        var entries = MapEntries()
        entries.set("metadata", .object(metadata))
        for key in ["spec", "status"] {
            entries.set(key, UnknownValue.value("namespaceObject.\(key)"))
        }
        return .object(entries)
    }
}
