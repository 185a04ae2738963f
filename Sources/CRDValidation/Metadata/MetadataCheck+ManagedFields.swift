import CRDRuntime
import CRDYAML

extension MetadataCheck {
    /// Checks metadata with `managedFields`, which the server writes itself.
    mutating func checkCompleted(_ metadata: JSONObject) {
        check(metadata)
        checkManagedFields(metadata.elements("managedFields"))
    }

    private mutating func checkManagedFields(_ entries: [JSONValue]) {
        for (index, entry) in entries.enumerated() {
            guard case .object(let entry) = entry else { continue }
            let child = "managedFields[\(index)]"
            let way: [NodeStep] = [.key("managedFields"), .index(index)]
            let operation = entry.text("operation")
            if operation != "Apply", operation != "Update" {
                let message = "must be `Apply` or `Update`"
                invalid("\(child).operation", .string(operation), message, at: way)
            }
            let type = entry.text("fieldsType")
            if !type.isEmpty, type != "FieldsV1" {
                invalid("\(child).fieldsType", .string(type), "must be `FieldsV1`", at: way)
            }
        }
    }
}
