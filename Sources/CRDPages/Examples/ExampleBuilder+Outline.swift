import CRDGeneratorCore
import CRDSchema
import CRDValues

extension ExampleBuilder {
    /// Returns the required fields of an object, `spec`, and optional fields without fields of
    /// their own; if there are none, those of the first object that has some.
    ///
    /// - Parameters:
    ///   - schema: The schema of the object.
    ///   - type: The struct of the object.
    ///   - hidden: Keys that are left out if they aren't required.
    /// - Returns: The fields, which can violate conditions of the schema.
    func outline(
        _ schema: Schema,
        _ type: StructType,
        without hidden: Set<String> = []
    ) -> JSONObject {
        let choice = ExampleChoice(schema, keys: Set(type.attributes.map(\.key)))
        let needed = choice.keys.union(["spec"])
        // A `JSONObject` has one of several keys that differ only in Unicode normalization.
        let schemas = Dictionary(grouping: schema.keywords.properties, by: \.name)
            .compactMapValues { $0.count == 1 ? $0[0].schema : nil }
        let excluded = choice.excluded.union(hidden)
        var result = JSONObject()
        var others: [(attribute: Attribute, schema: Schema)] = []
        for attribute in type.attributesInSchemaOrder {
            guard let schema = schemas[attribute.key] else { continue }
            let isAllowed = !excluded.contains(attribute.key)
            let place = Place(key: attribute.key, others: choice.properties[attribute.key] ?? [])
            if needed.contains(attribute.key) {
                result[attribute.key] = outline(schema, attribute.type, place)
            } else if attribute.type.isPlain, isAllowed {
                result[attribute.key] = value(schema, attribute.type, place)
            } else if isAllowed {
                others.append((attribute, schema))
            }
        }
        if JSONValue.object(result).hasScalar { return result }
        for (attribute, schema) in others {
            let value = outline(schema, attribute.type, Place(key: attribute.key))
            guard value.hasScalar else { continue }
            result[attribute.key] = value
            break
        }
        return result
    }

    /// Returns the outline of a value, or the value itself if its type has no fields.
    private func outline(_ schema: Schema, _ type: TypeReference, _ place: Place) -> JSONValue {
        switch type {
        case .object(let name):
            guard let type = structs[name] else { return value(schema, type, place) }
            return .object(outline(schema, type))
        case .list(let element):
            guard let items = schema.keywords.items, !element.isPlain else {
                return value(schema, type, place)
            }
            return [outline(items, element, Place(key: place.key))]
        case .map(let element):
            guard case .values(let values) = schema.elements, !element.isPlain else {
                return value(schema, type, place)
            }
            return ["key": outline(values, element, Place(key: place.key))]
        case .nullable(let type):
            return outline(schema, type, place)
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .enumeration, .external:
            return value(schema, type, place)
        }
    }
}

extension TypeReference {
    /// Whether values have no fields, and neither have their elements.
    fileprivate var isPlain: Bool {
        switch self {
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .enumeration:
            true
        case .list(let element), .map(let element), .nullable(let element): element.isPlain
        case .json, .embeddedResource, .condition, .labelSelector, .object, .external: false
        }
    }
}

extension JSONValue {
    /// Whether the value is no list or object, or has such a value at any depth.
    var hasScalar: Bool {
        switch self {
        case .null, .boolean, .number, .string: true
        case .array(let elements): elements.contains(where: \.hasScalar)
        case .object(let object): object.values.contains(where: \.hasScalar)
        }
    }
}
