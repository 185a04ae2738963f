import CRDRuntime

/// Drops what the schema does not name (apiextensions-apiserver v0.35,
/// pkg/apiserver/schema/pruning).
struct Pruning {
    /// What was dropped, sorted by name.
    private(set) var unknownFields: [RejectedField] = []
    private var path = ValuePath()

    /// What the server keeps for an object, whatever the schema says.
    static let objectFields: Set<String> = ["apiVersion", "kind", "metadata"]

    /// Prunes a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - schema: Its schema; without one, every field is unknown.
    ///   - isResource: Whether the value is a whole resource, of which the server keeps
    ///     apiVersion, kind and metadata.
    /// - Returns: What is left.
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

    /// What is left; `nil` where nothing changes, so that nothing is copied.
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
        // Without a schema, only what preserves unknown fields keeps the elements whole.
        if items == nil, preserves { return nil }
        var result: [JSONValue]?
        for (index, element) in elements.enumerated() {
            path.push(.index(index))
            // A list hands on that it preserves (`skipPrune`), an object does not.
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
    /// A copy with some members changed or, where the new value is `nil`, left out.
    ///
    /// - Parameter changes: In the order of the members.
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
