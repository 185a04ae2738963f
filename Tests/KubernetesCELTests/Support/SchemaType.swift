import Foundation
import KubernetesCEL

/// The declaration that Kubernetes makes of a schema, as far as the data need it.
struct SchemaType {
    let type: DeclaredType
    let minimumSize: UInt64

    private static let requestSize: UInt64 = 3_145_728

    private init(_ kind: DeclaredType.Kind, _ maximum: UInt64, minimum: UInt64) {
        type = DeclaredType(kind, maximumElements: maximum)
        minimumSize = minimum
    }

    /// Creates the declaration of a schema; `nil` if expressions can't see it.
    init?(_ schema: [String: Any], isRoot: Bool, name: String = "selfType<N>") {
        let isRoot = isRoot || schema["x-kubernetes-embedded-resource"] as? Bool == true
        if schema["x-kubernetes-int-or-string"] as? Bool == true {
            let length = Self.number(schema["maxLength"]).map { $0 * 4 }
            self.init(.dyn, length ?? Self.requestSize - 2, minimum: 1)
            return
        }
        let kind = isRoot ? "object" : schema["type"] as? String
        switch kind {
        case "array": self.init(array: schema, name)
        case "object": self.init(object: schema, isRoot: isRoot, name)
        case "string": self.init(string: schema)
        case "boolean": self.init(.bool, 0, minimum: 4)
        case "number": self.init(.double, 0, minimum: 1)
        case "integer": self.init(.int, 0, minimum: 1)
        default: return nil
        }
    }

    private static func number(_ value: Any?) -> UInt64? {
        (value as? NSNumber).map { UInt64(max(0, $0.int64Value)) }
    }

    private init?(array schema: [String: Any], _ name: String) {
        guard let items = schema["items"] as? [String: Any],
            let element = SchemaType(items, isRoot: false, name: name + ".@idx")
        else { return nil }
        let maximum =
            Self.number(schema["maxItems"])
            ?? (Self.requestSize - 2) / (element.minimumSize + 1)
        self.init(.list(element.type), maximum, minimum: 2)
    }

    private init?(object schema: [String: Any], isRoot: Bool, _ name: String) {
        if let values = schema["additionalProperties"] as? [String: Any] {
            guard let value = SchemaType(values, isRoot: false, name: name + ".@elem") else {
                return nil
            }
            let maximum =
                Self.number(schema["maxProperties"])
                ?? (Self.requestSize - 2) / (value.minimumSize + 6)
            let key = DeclaredType(.string)
            self.init(.map(key: key, value: value.type), maximum, minimum: 2)
            return
        }
        var properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        if isRoot { Self.addRootProperties(&properties) }
        let required = Set(schema["required"] as? [String] ?? [])
        var fields: [ObjectType.Field] = []
        var minimum: UInt64 = 2
        for (property, child) in properties {
            let escaped = FieldName.escape(property)
            let childName = "\(name).\(escaped ?? property)"
            guard let type = SchemaType(child, isRoot: false, name: childName) else { continue }
            if required.contains(property), child["default"] == nil {
                minimum += UInt64(property.utf8.count) + type.minimumSize + 4
            }
            if let escaped {
                fields.append(.init(name: escaped, property: property, type: type.type))
            }
        }
        self.init(.object(ObjectType(name: name, fields: fields)), 0, minimum: minimum)
    }

    private static func addRootProperties(_ properties: inout [String: [String: Any]]) {
        let text: [String: Any] = ["type": "string"]
        properties["apiVersion"] = text
        properties["kind"] = text
        properties["metadata"] = [
            "type": "object", "properties": ["name": text, "generateName": text],
        ]
    }

    private init(string schema: [String: Any]) {
        let length = Self.number(schema["maxLength"])
        switch schema["format"] as? String {
        case "byte": self.init(.bytes, length ?? Self.requestSize - 2, minimum: 2)
        case "duration": self.init(.duration, 32, minimum: 3)
        case "date": self.init(.timestamp, 12, minimum: 12)
        case "date-time": self.init(.timestamp, 32, minimum: 21)
        default:
            let values = (schema["enum"] as? [Any] ?? []).compactMap { $0 as? String }
            let longest = values.map { UInt64($0.utf8.count) }.max()
            let maximum = length.map { $0 * 4 } ?? longest ?? Self.requestSize - 2
            self.init(.string, maximum, minimum: 2)
        }
    }

    /// The environment of a rule at the schema.
    func environment(hasOptionalOldSelf: Bool) -> Environment {
        let old = hasOptionalOldSelf ? DeclaredType(.optional(type)) : type
        return Environment(
            variables: [.init("self", type), .init("oldSelf", old)],
            sizes: type
        )
    }
}
