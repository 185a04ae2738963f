import CRDRuntime
import CRDValues
import CRDYAML

/// Checks the keywords for the merge strategy of lists and maps.
extension SchemaCheck {
    private static let listType = "x-kubernetes-list-type"
    private static let mapType = "x-kubernetes-map-type"
    /// The values of `x-kubernetes-map-type`.
    static let mapTypes = ["atomic", "granular"]
    private static let mapKeys = "x-kubernetes-list-map-keys"

    mutating func checkMapType(_ schema: SchemaNode) {
        guard let mapType = schema[Self.mapType] else { return }
        checkType(schema, is: "object", for: Self.mapType)
        if !Self.mapTypes.contains(mapType.string) {
            let path = "\(schema.path).\(Self.mapType)"
            list.unsupported(path, at: mapType, mapType.string, Self.mapTypes)
        }
    }

    mutating func checkListType(_ schema: SchemaNode) {
        let path = "\(schema.path).\(Self.listType)"
        let listType = schema[Self.listType]?.string
        if let listType {
            if schema.type != "array" {
                checkType(schema, is: "array", for: Self.listType)
            } else if listType == "set", let items = schema.items {
                checkAtomic(items)
            }
            if !["atomic", "set", "map"].contains(listType) {
                let node = schema.keyNode(Self.listType)
                list.unsupported(path, at: node, listType, ["atomic", "set", "map"])
            }
        }
        if !schema.strings(Self.mapKeys).isEmpty, listType != "map" {
            let detail = "must be map if x-kubernetes-list-map-keys is non-empty"
            if let listType {
                list.invalid(path, at: schema.keyNode(Self.listType), .string(listType), detail)
            } else {
                list.required(path, at: schema.node, detail)
            }
        }
        if listType == "map" { checkMap(schema) }
        if listType == "map" || listType == "set" { checkNullable(schema, listType ?? "") }
    }

    private mutating func checkType(_ schema: SchemaNode, is type: String, for keyword: String) {
        guard schema.type != type else { return }
        let detail = "must be \(type) if \(keyword) is specified"
        let path = "\(schema.path).type"
        if schema.type.isEmpty {
            list.required(path, at: schema.node, detail)
        } else {
            list.invalid(path, at: schema.keyNode("type"), .string(schema.type), detail)
        }
    }

    /// Checks that the items of a set can be compared as a whole.
    private mutating func checkAtomic(_ items: SchemaNode) {
        let keyword: String
        switch items.type {
        case "array" where items[Self.listType].map { $0.string != "atomic" } ?? false:
            keyword = Self.listType
        case "object" where items[Self.mapType]?.string != "atomic": keyword = Self.mapType
        default: return
        }
        // The server shows the type of the list in both cases.
        let shown = items[Self.listType].map { JSONValue.string($0.string) } ?? .null
        let detail = "must be atomic as item of a list with x-kubernetes-list-type=set"
        list.invalid("\(items.path).\(keyword)", at: items.keyNode(keyword), shown, detail)
    }

    // MARK: - Maps

    private mutating func checkMap(_ schema: SchemaNode) {
        let keys = schema.strings(Self.mapKeys)
        if keys.isEmpty {
            let detail = "must not be empty if x-kubernetes-list-type is map"
            list.required("\(schema.path).\(Self.mapKeys)", at: schema.node, detail)
        }
        let path = "\(schema.path).items"
        guard let itemsNode = schema["items"] else {
            let detail = "must have a schema if x-kubernetes-list-type is map"
            return list.required(path, at: schema.node, detail)
        }
        guard let items = schema.items else {
            let detail = "must only have a single schema if x-kubernetes-list-type is map"
            let shown = InternalText().items(itemsNode)
            return list.invalid(path, at: itemsNode, shown: shown, detail)
        }
        guard items.type == "object" else {
            return list.invalid(
                "\(path).type",
                at: items.keyNode("type"),
                .string(items.type),
                "must be object if parent array's x-kubernetes-list-type is map"
            )
        }
        checkKeys(schema, items, keys)
    }

    private mutating func checkKeys(_ schema: SchemaNode, _ items: SchemaNode, _ keys: [String]) {
        let shown = JSONValue.array(keys.map(JSONValue.string))
        let path = "\(schema.path).\(Self.mapKeys)"
        let node = schema.keyNode(Self.mapKeys)
        var seen: Set<String> = []
        for key in keys {
            if let property = items.property(key) {
                if ["array", "object"].contains(property.type) {
                    list.invalid(
                        "\(property.path).type",
                        at: property.keyNode("type"),
                        .string(items.type),
                        "must be a scalar type if parent array's x-kubernetes-list-type is map"
                    )
                }
            } else {
                list.invalid(path, at: node, shown, "entries must all be names of item properties")
            }
            if !seen.insert(key).inserted {
                list.invalid(path, at: node, shown, "must not contain duplicate entries")
            }
        }
    }

    /// Checks that items and keys exist and aren't null (`validateMapListKeysMapSet`).
    private mutating func checkNullable(_ schema: SchemaNode, _ listType: String) {
        guard let items = schema.items else { return }
        if items.flag("nullable") {
            let detail = "cannot be nullable when x-kubernetes-list-type is \(listType)"
            list.forbidden("\(items.path).nullable", at: items.keyNode("nullable"), detail)
        }
        guard listType == "map" else { return }
        let required = Set(items.strings("required"))
        for key in schema.strings(Self.mapKeys) {
            guard let property = items.property(key) else { continue }
            let intro = "this property is in x-kubernetes-list-map-keys, so it "
            if !required.contains(key), property["default"] == nil {
                let detail = intro + "must have a default or be a required property"
                list.required("\(property.path).default", at: property.node, detail)
            }
            if property.flag("nullable") {
                let detail = intro + "cannot be nullable"
                list.forbidden(
                    "\(property.path).nullable",
                    at: property.keyNode("nullable"),
                    detail
                )
            }
        }
    }
}
