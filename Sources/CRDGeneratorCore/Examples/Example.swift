import CRDRuntime

/// The smallest value of a resource that says something, for its reference page.
///
/// It has what must be there and nothing else; of a `spec` that may be absent, what must be in it.
struct Example {
    let type: ResourceType
    /// The name of the resource's type where the code stands.
    let typeName: String
    let structs: [String: StructType]
    /// The attributes at the root, by key, in the order of the schema; without metadata.
    let body: JSONObject

    /// Makes up the value.
    ///
    /// - Parameters:
    ///   - type: The resource.
    ///   - typeName: The name of its type where the code stands.
    ///   - schema: The schema it was made from, which gives defaults and limits.
    init(of type: ResourceType, named typeName: String, schema: Schema) {
        let builder = ExampleBuilder(type.structs)
        self.type = type
        self.typeName = typeName
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
        let choice = ExampleChoice(schema, keys: Set(attributes.keys))
        var root = JSONObject()
        for property in schema.keywords.properties {
            guard let attribute = attributes[property.name] else { continue }
            let isNeeded = attribute.isRequired || choice.keys.contains(property.name)
            guard isNeeded || property.name == "spec" else { continue }
            let others = choice.properties[property.name] ?? []
            let place = Place(key: property.name, others: others)
            let value = value(property.schema, attribute.type, place)
            if case .object(let object) = value, object.isEmpty, !isNeeded { continue }
            root[property.name] = value
        }
        return root
    }

    /// A value of a type for a property.
    ///
    /// - Parameters:
    ///   - schema: The schema of the property.
    ///   - type: Its type.
    ///   - place: What else decides about the value.
    /// - Returns: The value.
    func value(_ schema: Schema, _ type: TypeReference, _ place: Place) -> JSONValue {
        let scalar = ExampleScalar(schema, and: place.others, key: place.key, number: place.number)
        switch type {
        case .string: return .string(scalar.string)
        case .boolean: return .boolean(scalar.boolean)
        case .integer: return .number(JSONNumber(scalar.integer))
        case .integer32: return .number(JSONNumber(Int(Int32(clamping: scalar.integer))))
        case .number: return .number(scalar.double)
        case .dateTime: return .string(scalar.dateTime)
        case .base64: return .string(scalar.base64)
        case .intOrString: return scalar.intOrString
        case .json, .external: return json(schema, place)
        case .embeddedResource:
            return ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "example"]]
        case .condition:
            return [
                "lastTransitionTime": .string(scalar.dateTime), "message": "", "reason": "Example",
                "status": "True", "type": "Ready",
            ]
        case .labelSelector: return .object(JSONObject())
        case .enumeration: return scalar.preset ?? .null
        case .nullable(let value): return self.value(schema, value, place)
        case .object(let name):
            guard let type = structs[name] else {
                preconditionFailure("no struct is named '\(name)'")
            }
            return .object(object(schema, type, place))
        case .list(let element): return .array(list(schema, element, place))
        case .map(let element): return .object(map(schema, element, place))
        }
    }

    /// Where a value stands.
    struct Place {
        /// The key, which placeholders are made of.
        let key: String
        /// Schemas of alternatives that the value must fit too.
        var others: [Schema] = []
        /// Which of several elements, from 0, where these must differ.
        var number = 0
        /// The keys whose values make an object differ from the others of its list.
        var distinctKeys: [String] = []
    }

    private func object(_ schema: Schema, _ type: StructType, _ place: Place) -> JSONObject {
        let attributes = Self.attributesByKey(type)
        let choice = ExampleChoice(schema, and: place.others, keys: Set(attributes.keys))
        let required = attributes.values.lazy.filter(\.isRequired).map(\.key)
        var keys = choice.keys.union(required)
        for property in schema.keywords.properties
        where keys.count < schema.keywords.minProperties ?? 0
            && !choice.excluded.contains(property.name)
        {
            keys.insert(property.name)
        }
        var object = JSONObject()
        for property in schema.keywords.properties where keys.contains(property.name) {
            guard let attribute = attributes[property.name] else { continue }
            let isDistinct = place.distinctKeys.contains(property.name)
            object[property.name] = value(
                property.schema,
                attribute.type,
                Place(
                    key: property.name,
                    others: choice.properties[property.name] ?? [],
                    number: isDistinct ? place.number : 0
                )
            )
        }
        return object
    }

    private func list(
        _ schema: Schema,
        _ element: TypeReference,
        _ place: Place
    ) -> [JSONValue] {
        guard let items = schema.keywords.items else { return [] }
        let count = min(schema.keywords.minItems ?? 0, Self.mostElements)
        let isOfDifferent =
            schema.keywords.uniqueItems || ["set", "map"].contains(schema.keywords.listType)
        return (0..<count).map { number in
            value(
                items,
                element,
                Place(
                    key: place.key,
                    number: isOfDifferent ? number : 0,
                    distinctKeys: schema.keywords.listMapKeys
                )
            )
        }
    }

    private func map(_ schema: Schema, _ element: TypeReference, _ place: Place) -> JSONObject {
        var values = Schema.anything
        if case .schema(let schema) = schema.keywords.additionalProperties { values = schema }
        let count = min(schema.keywords.minProperties ?? 0, Self.mostElements)
        let required = schema.keywords.required
        let placeholders = (0..<max(count - required.count, 0)).map { number in
            number == 0 ? "key" : "key-\(number + 1)"
        }
        var map = JSONObject()
        for key in required + placeholders {
            map[key] = value(values, element, Place(key: place.key))
        }
        return map
    }

    /// A value where the type says nothing, but the schema may.
    private func json(_ schema: Schema, _ place: Place) -> JSONValue {
        let scalar = ExampleScalar(schema, and: place.others, key: place.key, number: place.number)
        if let preset = scalar.preset { return preset }
        switch schema.keywords.type {
        case .string: return .string(scalar.string)
        case .boolean: return .boolean(scalar.boolean)
        case .integer: return .number(JSONNumber(scalar.integer))
        case .number: return .number(scalar.double)
        case .array: return .array(list(schema, .json, place))
        case .object, .other, nil: break
        }
        if schema.keywords.isEmbeddedResource {
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
