import CRDRuntime

/// The smallest value of a resource that says something, for its reference page.
///
/// It has what must be there and nothing else; of a `spec` that may be absent, what must be in it.
struct Example {
    let type: ResourceType
    let structs: [String: StructType]
    /// The attributes at the root, by key, in the order of the schema; without metadata.
    let body: JSONObject

    /// Makes up the value.
    ///
    /// - Parameters:
    ///   - type: The resource.
    ///   - schema: The schema it was made from, which gives defaults and limits.
    init(of type: ResourceType, schema: Schema) {
        let builder = ExampleBuilder(type.structs)
        self.type = type
        structs = builder.structs
        body = builder.root(schema, type.root)
    }
}

/// Makes up values that have a type and that a schema allows.
struct ExampleBuilder {
    /// Name → struct.
    let structs: [String: StructType]

    init(_ structs: [StructType]) {
        self.structs = Dictionary(uniqueKeysWithValues: structs.map { ($0.name, $0) })
    }

    /// The attributes at the root; an optional `spec` is among them unless it is empty.
    func root(_ schema: Schema, _ type: StructType) -> JSONObject {
        let attributes = Self.attributesByKey(type)
        var root = JSONObject()
        for property in schema.keywords.properties {
            guard let attribute = attributes[property.name] else { continue }
            guard attribute.isRequired || property.name == "spec" else { continue }
            let value = value(property.schema, attribute.type, of: property.name)
            if case .object(let object) = value, object.isEmpty, !attribute.isRequired { continue }
            root[property.name] = value
        }
        return root
    }

    /// A value of a type for a property, whose name placeholders are made of.
    func value(_ schema: Schema, _ type: TypeReference, of key: String) -> JSONValue {
        let scalar = ExampleScalar(schema.keywords, key: key)
        switch type {
        case .string: return .string(scalar.string)
        case .boolean: return .boolean(scalar.boolean)
        case .integer: return .number(JSONNumber(scalar.integer))
        case .integer32: return .number(JSONNumber(Int(Int32(clamping: scalar.integer))))
        case .number: return .number(scalar.number)
        case .dateTime: return .string(scalar.dateTime)
        case .base64: return .string(scalar.base64)
        case .intOrString: return scalar.intOrString
        case .json: return json(schema, of: key)
        case .embeddedResource:
            return ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "example"]]
        case .condition:
            return [
                "lastTransitionTime": .string(scalar.dateTime), "message": "", "reason": "Example",
                "status": "True", "type": "Ready",
            ]
        case .labelSelector: return .object(JSONObject())
        case .enumeration: return scalar.presets.first ?? .null
        case .nullable(let value): return self.value(schema, value, of: key)
        case .object(let name):
            guard let type = structs[name] else {
                preconditionFailure("no struct is named '\(name)'")
            }
            return .object(object(schema, type))
        case .list(let element): return .array(list(schema, element, of: key))
        case .map(let element): return .object(map(schema, element, of: key))
        }
    }

    private func object(_ schema: Schema, _ type: StructType) -> JSONObject {
        let attributes = Self.attributesByKey(type)
        let keys = keys(schema.keywords, attributes)
        var object = JSONObject()
        for property in schema.keywords.properties where keys.contains(property.name) {
            guard let attribute = attributes[property.name] else { continue }
            object[property.name] = value(property.schema, attribute.type, of: property.name)
        }
        return object
    }

    /// The keys that an object must have, those of the first alternative included.
    private func keys(
        _ keywords: Schema.Keywords,
        _ attributes: [String: Attribute]
    ) -> Set<String> {
        var keys = Set(attributes.values.lazy.filter(\.isRequired).map(\.key))
        for alternatives in [keywords.oneOf, keywords.anyOf] {
            guard let first = alternatives.first else { continue }
            keys.formUnion(first.keywords.required.filter { attributes[$0] != nil })
        }
        for property in keywords.properties where keys.count < keywords.minProperties ?? 0 {
            keys.insert(property.name)
        }
        return keys
    }

    private func list(_ schema: Schema, _ element: TypeReference, of key: String) -> [JSONValue] {
        guard let items = schema.keywords.items else { return [] }
        let count = min(schema.keywords.minItems ?? 0, Self.mostElements)
        return Array(repeating: value(items, element, of: key), count: count)
    }

    private func map(_ schema: Schema, _ element: TypeReference, of key: String) -> JSONObject {
        var values = Schema.anything
        if case .schema(let schema) = schema.keywords.additionalProperties { values = schema }
        let count = min(schema.keywords.minProperties ?? 0, Self.mostElements)
        var map = JSONObject()
        for number in 0..<count {
            map[number == 0 ? "key" : "key-\(number + 1)"] = value(values, element, of: key)
        }
        return map
    }

    /// A value where the type says nothing, but the schema may.
    private func json(_ schema: Schema, of key: String) -> JSONValue {
        let keywords = schema.keywords
        let scalar = ExampleScalar(keywords, key: key)
        if let preset = scalar.presets.first { return preset }
        switch keywords.type {
        case .string: return .string(scalar.string)
        case .boolean: return .boolean(scalar.boolean)
        case .integer: return .number(JSONNumber(scalar.integer))
        case .number: return .number(scalar.number)
        case .array: return .array(list(schema, .json, of: key))
        case .object, .other, nil: break
        }
        if keywords.isEmbeddedResource {
            return ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "example"]]
        }
        return .object(JSONObject())
    }

    private static func attributesByKey(_ type: StructType) -> [String: Attribute] {
        // Keys that differ in bytes alone ("é" in one scalar and in two) are equal to Swift.
        Dictionary(type.attributes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// More elements than anyone reads; a schema may ask for millions.
    private static let mostElements = 8
}
