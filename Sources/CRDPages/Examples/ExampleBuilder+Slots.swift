import CRDGeneratorCore
import CRDSchema
import CRDValues

/// A place for a value in an example.
struct ExampleSlot {
    /// The schema of the value.
    let schema: Schema
    /// The type of the value.
    let type: TypeReference
    /// The key, from which placeholders are derived.
    let key: String
    /// Whether the value can't be removed.
    var isRequired = false
}

extension ExampleBuilder {
    /// Returns the slot at a path; `nil` if the schema has none.
    ///
    /// - Parameters:
    ///   - path: The path from the resource, with at least one step.
    ///   - schema: The schema of the resource.
    ///   - type: Its type.
    /// - Returns: The slot.
    func slot(at path: [ValueStep], _ schema: Schema, _ type: StructType) -> ExampleSlot? {
        if path == [.key("metadata"), .key("name")] {
            let name = ExampleSlot(schema: .anything, type: .string, key: "example")
            return name
        }
        guard case .key(let key)? = path.first,
            var slot = slot(key, schema, type.attributes.first { $0.key == key }?.type)
        else { return nil }
        for step in path.dropFirst() {
            guard let next = self.slot(step, in: slot) else { return nil }
            slot = next
        }
        return slot
    }

    private func slot(_ step: ValueStep, in slot: ExampleSlot) -> ExampleSlot? {
        switch (step, slot.type) {
        case (_, .nullable(let type)):
            let inner = ExampleSlot(schema: slot.schema, type: type, key: slot.key)
            return self.slot(step, in: inner)
        case (.key(let key), .object(let name)):
            let attribute = structs[name]?.attributes.first { $0.key == key }
            return self.slot(key, slot.schema, attribute?.type)
        case (.key(let key), .json): return self.slot(key, slot.schema, .json)
        case (.index, .list(let element)), (.each, .list(let element)):
            guard let items = slot.schema.keywords.items else { return nil }
            return ExampleSlot(schema: items, type: element, key: slot.key)
        case (.key, .map(let element)):
            guard case .schema(let values) = slot.schema.keywords.additionalProperties else {
                return nil
            }
            return ExampleSlot(schema: values, type: element, key: slot.key)
        case (.each, .map):
            return ExampleSlot(schema: .anything, type: .string, key: "key", isRequired: true)
        default: return nil
        }
    }

    private func slot(_ key: String, _ schema: Schema, _ type: TypeReference?) -> ExampleSlot? {
        guard let type,
            let property = schema.keywords.properties.first(where: { $0.name == key })
        else { return nil }
        return ExampleSlot(
            schema: property.schema,
            type: type,
            key: key,
            isRequired: schema.keywords.required.contains(key)
        )
    }

    /// Returns a value for a slot.
    func value(for slot: ExampleSlot, number: Int = 0) -> JSONValue {
        value(slot.schema, slot.type, Place(key: slot.key, number: number))
    }

    /// Returns a value with its keys in the order of the schema.
    func ordered(_ value: JSONValue, _ schema: Schema) -> JSONValue {
        switch value {
        case .null, .boolean, .number, .string: return value
        case .array(let elements):
            guard let items = schema.keywords.items else { return value }
            return .array(elements.map { ordered($0, items) })
        case .object(let object):
            var result = JSONObject()
            for property in schema.keywords.properties {
                guard let value = object[property.name] else { continue }
                result[property.name] = ordered(value, property.schema)
            }
            var values = Schema.anything
            if case .schema(let schema) = schema.keywords.additionalProperties { values = schema }
            for (key, value) in zip(object.keys, object.values) where result[key] == nil {
                result[key] = ordered(value, values)
            }
            return .object(result)
        }
    }
}
