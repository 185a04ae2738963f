import CRDGeneratorCore
import CRDSchema
import CRDValues

extension Example {
    /// Whether a field besides those that all resources have has a value, rather than only empty
    /// lists and objects.
    var showsValues: Bool { JSONValue.object(body).hasScalar }

    /// Returns the example with fewer optional fields: those of the root and of `spec` that have no
    /// fields of their own; if there are none, those of the first object that has some.
    ///
    /// - Parameter schema: The schema that the example was created for.
    /// - Returns: The example, which can violate conditions of the schema.
    func outline(by schema: Schema) -> Example {
        var outline = self
        outline.body = self.outline(of: body, type.root, schema)
        return outline
    }

    private func outline(of object: JSONObject, _ type: StructType, _ schema: Schema) -> JSONObject
    {
        let needed = ExampleChoice(schema, keys: Set(object.keys)).keys.union(["spec"])
        // A `JSONObject` has one of several keys that differ only in Unicode normalization.
        let schemas = Dictionary(grouping: schema.keywords.properties, by: \.name)
            .compactMapValues { $0.count == 1 ? $0[0].schema : nil }
        var result = JSONObject()
        var others: [(key: String, value: JSONValue)] = []
        for attribute in type.attributesInSchemaOrder {
            guard let value = object[attribute.key], let schema = schemas[attribute.key] else {
                continue
            }
            let reduced = outline(of: value, attribute.type, schema)
            if attribute.type.isPlain || needed.contains(attribute.key) {
                result[attribute.key] = reduced
            } else if reduced.hasScalar {
                others.append((attribute.key, reduced))
            }
        }
        if !JSONValue.object(result).hasScalar, let other = others.first {
            result[other.key] = other.value
        }
        return result
    }

    private func outline(
        of value: JSONValue,
        _ type: TypeReference,
        _ schema: Schema
    ) -> JSONValue {
        switch type {
        case .object(let name):
            guard case .object(let object) = value, let type = structs[name] else { return value }
            return .object(outline(of: object, type, schema))
        case .list(let element):
            guard case .array(let elements) = value, let items = schema.keywords.items else {
                return value
            }
            return .array(elements.map { outline(of: $0, element, items) })
        case .map(let element):
            guard case .object(var object) = value, case .values(let values) = schema.elements
            else { return value }
            for (key, member) in zip(object.keys, object.values) {
                object[key] = outline(of: member, element, values)
            }
            return .object(object)
        case .nullable(let type):
            return outline(of: value, type, schema)
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .enumeration, .external:
            return value
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
    fileprivate var hasScalar: Bool {
        switch self {
        case .null, .boolean, .number, .string: true
        case .array(let elements): elements.contains(where: \.hasScalar)
        case .object(let object): object.values.contains(where: \.hasScalar)
        }
    }
}
