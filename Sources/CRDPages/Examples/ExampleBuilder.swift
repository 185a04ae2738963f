import CRDGeneratorCore
import CRDSchema
import CRDValues

/// Creates values that have a given type and that a schema allows.
struct ExampleBuilder {
    /// Name → struct.
    let structs: [String: StructType]
    private let extent: Example.Extent
    private let keepsUnknownFields: Bool

    init(_ structs: [StructType], _ extent: Example.Extent, keepsUnknownFields: Bool) {
        self.structs = Dictionary(uniqueKeysWithValues: structs.map { ($0.name, $0) })
        self.extent = extent
        self.keepsUnknownFields = keepsUnknownFields
    }

    /// Returns the fields at the root.
    func root(_ schema: Schema, _ type: StructType, hasStatus: Bool) -> JSONObject {
        let attributes = Self.attributesByKey(type)
        let choice = ExampleChoice(schema, keys: Set(attributes.keys))
        var root = JSONObject()
        for property in schema.keywords.properties {
            guard let attribute = attributes[property.name] else { continue }
            let isNeeded = attribute.isRequired || choice.keys.contains(property.name)
            switch extent {
            case .minimal: guard isNeeded || property.name == "spec" else { continue }
            case .full: guard !choice.excluded.contains(property.name) else { continue }
            case .all: break
            }
            if property.name == "status", !hasStatus, !isNeeded { continue }
            let others = choice.properties[property.name] ?? []
            let place = Place(key: property.name, others: others)
            let value = value(property.schema, attribute.type, place)
            // An empty optional `spec` is left out.
            if case .minimal = extent, case .object(let object) = value, object.isEmpty, !isNeeded {
                continue
            }
            root[property.name] = value
        }
        return root
    }

    /// Returns a value of a type for a property.
    ///
    /// - Parameters:
    ///   - schema: The schema of the property.
    ///   - type: Its type.
    ///   - place: The context of the value.
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
        case .json: return json(schema, place)
        case .external: preconditionFailure("a type that is not generated")
        case .embeddedResource:
            return ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "example"]]
        case .condition:
            return [
                "lastTransitionTime": .string(scalar.dateTime), "message": "", "reason": "Example",
                "status": "True", "type": "Ready",
            ]
        case .labelSelector: return labelSelector
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

    private var labelSelector: JSONValue {
        switch extent {
        case .minimal: return .object(JSONObject())
        case .full, .all:
            return [
                "matchExpressions": [["key": "app", "operator": "Exists"]],
                "matchLabels": ["app": "example"],
            ]
        }
    }

    /// The context of a value.
    struct Place {
        /// The key, from which placeholders are derived.
        let key: String
        /// Schemas of alternatives that the value must fit too.
        var others: [Schema] = []
        /// The index of the element, from 0, if elements must differ.
        var number = 0
        /// Key → index of its value, for the keys by which the objects of a list differ.
        var numbers: [String: Int] = [:]
        /// The maximum number of elements in the value, as a schema can require millions.
        var mostElements = 1024
    }

    private func object(_ schema: Schema, _ type: StructType, _ place: Place) -> JSONObject {
        let attributes = Self.attributesByKey(type)
        let choice = ExampleChoice(schema, and: place.others, keys: Set(attributes.keys))
        let required = attributes.values.lazy.filter(\.isRequired).map(\.key)
        var keys = choice.keys.union(required)
        let (count, isComplete) = wantedKeys(schema)
        for property in schema.keywords.properties
        where keys.count < count && property.schema.hasValues
            && (isComplete
                || !choice.excluded.contains(property.name) && !property.schema.isInItself)
        {
            keys.insert(property.name)
        }
        var object = JSONObject()
        for property in schema.keywords.properties where keys.contains(property.name) {
            guard let attribute = attributes[property.name] else { continue }
            object[property.name] = value(
                property.schema,
                attribute.type,
                Place(
                    key: property.name,
                    others: choice.properties[property.name] ?? [],
                    number: place.numbers[property.name] ?? 0,
                    mostElements: place.mostElements
                )
            )
        }
        addUnlisted(schema, to: &object, areKept: type.keepsUnknownFields)
        return object
    }

    /// The minimum number of keys, and whether keys that exclude each other are included.
    private func wantedKeys(_ schema: Schema) -> (count: Int, isComplete: Bool) {
        switch extent {
        case .minimal: (schema.keywords.rare.minProperties ?? 0, false)
        case .full: (schema.keywords.rare.maxProperties ?? .max, false)
        case .all: (.max, true)
        }
    }

    /// Returns the number of elements of a list or map, within its limits.
    private func elementCount(least: Int?, most: Int?, _ place: Place) -> Int {
        let wanted =
            switch extent {
            case .minimal: 0
            case .full, .all: min(1, most ?? 1)
            }
        return min(max(wanted, least ?? 0), place.mostElements)
    }

    private func list(
        _ schema: Schema,
        _ element: TypeReference,
        _ place: Place
    ) -> [JSONValue] {
        guard let items = schema.keywords.items else { return [] }
        let count = elementCount(
            least: schema.keywords.rare.minItems,
            most: schema.keywords.rare.maxItems,
            place
        )
        let isOfDifferent =
            schema.keywords.uniqueItems || ["set", "map"].contains(schema.keywords.rare.listType)
        let keys = schema.keywords.rare.listMapKeys
        if isOfDifferent, count > 1 {
            return differentElements(items, element, count: count, keys: keys, in: place)
        }
        let most = max(place.mostElements / max(count, 1), 1)
        let value = value(items, element, Place(key: place.key, mostElements: most))
        return Array(repeating: value, count: count)
    }

    private func map(_ schema: Schema, _ element: TypeReference, _ place: Place) -> JSONObject {
        // The server would drop the keys of a map that has no schema for its values.
        guard keepsUnknownFields || schema.keepsUnknownFields else { return JSONObject() }
        var values = Schema.anything
        if case .schema(let schema) = schema.keywords.additionalProperties { values = schema }
        let count = elementCount(
            least: schema.keywords.rare.minProperties,
            most: schema.keywords.rare.maxProperties,
            place
        )
        let most = max(place.mostElements / max(count, 1), 1)
        let required = schema.keywords.required
        let placeholders = (0..<max(count - required.count, 0)).map { number in
            number == 0 ? "key" : "key-\(number + 1)"
        }
        var map = JSONObject()
        for key in required + placeholders {
            map[key] = value(values, element, Place(key: place.key, mostElements: most))
        }
        return map
    }

    /// Returns a value for a type without information, based on the schema.
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
        return .object(jsonObject(schema, place))
    }

    /// Returns the value of an object that has no struct, based on the schema.
    private func jsonObject(_ schema: Schema, _ place: Place) -> JSONObject {
        let required = Set(schema.keywords.required)
        let count = wantedKeys(schema).count
        var object = JSONObject()
        for property in schema.keywords.properties
        where required.contains(property.name)
            || object.count < count && !property.schema.isInItself
        {
            object[property.name] = value(
                property.schema,
                .json,
                Place(
                    key: property.name,
                    number: place.numbers[property.name] ?? 0,
                    mostElements: place.mostElements
                )
            )
        }
        addUnlisted(schema, to: &object, areKept: schema.keepsUnknownFields)
        return object
    }

    /// Adds required keys without a schema, and as many others as are required, if the server keeps
    /// them.
    private func addUnlisted(_ schema: Schema, to object: inout JSONObject, areKept: Bool) {
        guard areKept else { return }
        for key in schema.keywords.required where object[key] == nil {
            object[key] = .string(ExampleScalar(Schema(Schema.Keywords()), key: key).string)
        }
        let least = min(schema.keywords.rare.minProperties ?? 0, Self.mostUnlisted)
        var number = 1
        while object.count < least {
            let key = number == 1 ? "key" : "key-\(number)"
            if object[key] == nil { object[key] = "value" }
            number += 1
        }
    }

    private static func attributesByKey(_ type: StructType) -> [String: Attribute] {
        // Swift considers keys equal that differ only in normalization ("é" in one scalar and in
        // two).
        Dictionary(type.attributes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The maximum number of keys without a schema, as a schema can require millions.
    private static let mostUnlisted = 64
}

extension Schema {
    /// Whether the value, or its elements, are of a Go type that contains itself, and are in a value
    /// of this type.
    ///
    /// Their own required fields are not in the schema.
    fileprivate var isInItself: Bool {
        if keywords.rare.definition?.read != nil { return true }
        if case .schema(let values) = keywords.additionalProperties { return values.isInItself }
        return keywords.items?.isInItself ?? false
    }

    /// Whether the type is known in Kubernetes, and `enum` has a value of this type if there is
    /// one.
    fileprivate var hasValues: Bool {
        switch keywords.type {
        case .other: false
        case .string, .integer, .boolean:
            keywords.enumeration == nil || EnumerationShape(self) != nil
        case .object, .array, .number, nil: true
        }
    }
}
