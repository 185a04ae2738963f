import CRDCatalog
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
            request: requestValue(resourceVersion: objectVersion),
            conditionRequest: requestValue(resourceVersion: version)
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

    private func requestValue(resourceVersion: String) -> Value {
        func kind(_ version: String) -> Value {
            Self.strings([("group", group), ("version", version), ("kind", self.kind)])
        }
        func resource(_ version: String) -> Value {
            let plural = self.resource.plural
            return Self.strings([("group", group), ("version", version), ("resource", plural)])
        }
        var entries = MapEntries()
        // The fields that the server leaves empty.
        entries.set("uid", .string(""))
        for key in ["object", "oldObject"] { entries.set(key, .null) }
        entries.set("kind", kind(objectVersion))
        entries.set("resource", resource(resourceVersion))
        entries.set("requestKind", kind(version))
        entries.set("requestResource", resource(version))
        if !subresource.isEmpty {
            entries.set("subResource", .string(subresource))
            entries.set("requestSubResource", .string(subresource))
        }
        entries.set("name", name.map(Value.string) ?? UnknownValue.value("request.name"))
        if !requestNamespace.isEmpty { entries.set("namespace", .string(requestNamespace)) }
        entries.set("operation", .string(operation.rawValue))
        entries.set(
            "userInfo",
            Self.unknown(["username", "uid", "groups", "extra"], "request.userInfo")
        )
        entries.set("dryRun", .bool(false))
        entries.set("options", UnknownValue.value("request.options"))
        return .object(entries)
    }

    /// Returns an object of which only the names of the fields are known.
    private static func unknown(_ keys: [String], _ name: String) -> Value {
        var entries = MapEntries()
        for key in keys { entries.set(key, UnknownValue.value("\(name).\(key)")) }
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
        var unknown = [
            "UID", "creationTimestamp", "finalizers", "generation", "resourceVersion",
        ]
        if let namespaceObject {
            let labels = (namespaceLabels?.known ?? [:]).sorted { $0.key < $1.key }
            metadata.set("labels", Self.strings(labels))
            // An empty map is missing on the server.
            if let annotations = namespaceObject.metadata["annotations"]?.object,
                !annotations.isEmpty
            {
                metadata.set("annotations", Value(.object(annotations)))
            }
        } else {
            unknown += ["labels", "annotations"]
        }
        for key in unknown {
            metadata.set(key, UnknownValue.value("namespaceObject.metadata.\(key)"))
        }
        metadata.set("name", .string(namespace))
        var entries = MapEntries()
        entries.set("metadata", .object(metadata))
        for key in ["spec", "status"] {
            entries.set(key, UnknownValue.value("namespaceObject.\(key)"))
        }
        return .object(entries)
    }
}
