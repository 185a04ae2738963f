import CRDRuntime

/// Drops unknown fields (apiextensions-apiserver v0.35, pkg/apiserver/schema/pruning).
struct Pruning {
    /// The dropped fields, sorted by name.
    private(set) var unknownFields: [RejectedField] = []
    private var path = ValuePath()

    /// The fields of an object that the server keeps independent of the schema.
    static let objectFields: Set<String> = ["apiVersion", "kind", "metadata"]

    /// Prunes a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - schema: The schema; if it is `nil`, every field is unknown.
    ///   - isResource: Whether the value is a whole resource, whose apiVersion, kind and metadata
    ///     the server keeps.
    /// - Returns: The remaining value.
    mutating func prune(
        _ value: JSONValue,
        _ schema: PreparedSchema?,
        isResource: Bool
    ) -> JSONValue {
        let isEmbedded = isResource || schema?.keywords.isEmbeddedResource == true
        let pruned = pruned(value, schema, isEmbedded: isEmbedded) ?? value
        unknownFields.sortByName()
        return pruned
    }

    /// Returns the remaining value; `nil` if nothing changes, to avoid a copy.
    private mutating func pruned(
        _ value: JSONValue,
        _ schema: PreparedSchema?,
        isEmbedded: Bool,
        preserves: Bool = false
    ) -> JSONValue? {
        let preserves = preserves || schema?.keywords.preservesUnknownFields == true
        switch value {
        case .null, .boolean, .number, .string: return nil
        case .array(let elements): return prunedArray(elements, schema, preserves: preserves)
        case .object(let object):
            return prunedObject(object, schema, isEmbedded: isEmbedded, preserves: preserves)
        }
    }

    private mutating func child(
        _ value: JSONValue,
        _ schema: PreparedSchema?,
        preserves: Bool = false
    ) -> JSONValue? {
        pruned(
            value,
            schema,
            isEmbedded: schema?.keywords.isEmbeddedResource ?? false,
            preserves: preserves
        )
    }

    private mutating func prunedArray(
        _ elements: [JSONValue],
        _ schema: PreparedSchema?,
        preserves: Bool
    ) -> JSONValue? {
        let items = schema?.items
        // Without a schema, the elements are kept only if unknown fields are preserved.
        if items == nil, preserves { return nil }
        var result: [JSONValue]?
        for (index, element) in elements.enumerated() {
            path.push(.index(index))
            // A list passes `preserves` on to its elements (`skipPrune`), an object does not.
            if let pruned = child(element, items, preserves: preserves) {
                if result == nil { result = elements }
                result?[index] = pruned
            }
            path.pop()
        }
        return result.map(JSONValue.array)
    }

    private mutating func prunedObject(
        _ object: JSONObject,
        _ schema: PreparedSchema?,
        isEmbedded: Bool,
        preserves: Bool
    ) -> JSONValue? {
        var changes: [(key: String, value: JSONValue?)] = []
        for (key, value) in zip(object.keys, object.values) {
            if isEmbedded, Self.objectFields.contains(key) { continue }
            if let found = schema?.properties[key] {
                path.push(.property(key))
                if let pruned = child(value, found) { changes.append((key, pruned)) }
                path.pop()
                continue
            }
            path.push(.property(key))
            switch schema?.additional {
            case .schema(let members)?:
                if let pruned = child(value, members) { changes.append((key, pruned)) }
            case .allowed?, .denied?:
                if !preserves, let pruned = child(value, nil) { changes.append((key, pruned)) }
            case .unspecified?, nil:
                if !preserves {
                    unknownFields.append(.unknown(path))
                    changes.append((key, nil))
                }
            }
            path.pop()
        }
        return changes.isEmpty ? nil : .object(object.replacing(changes))
    }
}

extension JSONObject {
    /// Returns a copy with some members changed or, if the new value is `nil`, removed.
    ///
    /// - Parameter changes: The changes, in the order of the members.
    /// - Returns: The copy.
    func replacing(_ changes: [(key: String, value: JSONValue?)]) -> JSONObject {
        var result = JSONObject()
        var next = 0
        for (key, value) in zip(keys, values) {
            if next < changes.count, changes[next].key == key {
                if let replacement = changes[next].value { result[key] = replacement }
                next += 1
            } else {
                result[key] = value
            }
        }
        return result
    }
}
