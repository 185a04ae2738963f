import CRDRuntime

/// Fills in defaults and drops nulls (apiextensions-apiserver v0.35,
/// pkg/apiserver/schema/defaulting).
///
/// Each function returns `nil` if nothing changes.
enum Defaulting {
    /// Drops nulls that are neither nullable nor have a default, from properties and from values of
    /// maps.
    ///
    /// This is `PruneNonNullableNullsWithoutDefaults`. Nulls in lists and in unknown fields are
    /// kept.
    static func withoutNulls(_ value: JSONValue, _ schema: PreparedSchema) -> JSONValue? {
        // Most objects have no nulls, which is found out faster than their schemas.
        guard value.containsScalar(where: \.isNull) else { return nil }
        return droppingNulls(value, schema)
    }

    private static func droppingNulls(
        _ value: JSONValue,
        _ schema: PreparedSchema
    ) -> JSONValue? {
        switch value {
        case .null, .boolean, .number, .string: return nil
        case .array(let elements):
            guard let items = schema.items else { return nil }
            return replaced(elements) { droppingNulls($0, items) }
        case .object(let object):
            var changes: [(key: String, value: JSONValue?)] = []
            for (key, value) in zip(object.keys, object.values) {
                guard let found = schema.schema(of: key)?.schema else { continue }
                if found.isForbiddenNull(value) {
                    if found.usableDefault == nil { changes.append((key, nil)) }
                } else if let changed = droppingNulls(value, found) {
                    changes.append((key, changed))
                }
            }
            return changes.isEmpty ? nil : .object(object.replacing(changes))
        }
    }

    /// Fills in defaults for missing keys and for nulls that are not allowed (`Default`).
    ///
    /// It does so in existing objects, from the outside in.
    static func defaulted(_ value: JSONValue, _ schema: PreparedSchema) -> JSONValue? {
        guard schema.contents.contains(.defaults) else { return nil }
        switch value {
        case .null, .boolean, .number, .string: return nil
        case .array(let elements):
            guard let items = schema.items else { return nil }
            return replaced(elements) { element in
                guard items.isForbiddenNull(element), let value = items.usableDefault else {
                    return defaulted(element, items)
                }
                return defaulted(value, items) ?? value
            }
        case .object(let object):
            return defaultedObject(object, schema)
        }
    }

    private static func defaultedObject(
        _ object: JSONObject,
        _ schema: PreparedSchema
    ) -> JSONValue? {
        var result = object
        var hasChanged = false
        for (key, value) in schema.defaults {
            let found = object[key]
            if let found, schema.properties[key]?.isForbiddenNull(found) != true { continue }
            result[key] = value
            hasChanged = true
        }
        for (key, value) in zip(result.keys, result.values) where !value.isSimple {
            guard let (found, step) = schema.schema(of: key) else { continue }
            var changed: JSONValue?
            if case .member = step, found.isForbiddenNull(value), let value = found.usableDefault {
                changed = defaulted(value, found) ?? value
            } else {
                changed = defaulted(value, found)
            }
            if let changed {
                result[key] = changed
                hasChanged = true
            }
        }
        return hasChanged ? .object(result) : nil
    }

    private static func replaced(
        _ elements: [JSONValue],
        _ change: (JSONValue) -> JSONValue?
    ) -> JSONValue? {
        var result: [JSONValue]?
        for (index, element) in elements.enumerated() {
            guard let changed = change(element) else { continue }
            if result == nil { result = elements }
            result?[index] = changed
        }
        return result.map(JSONValue.array)
    }
}

extension JSONValue {
    fileprivate var isNull: Bool {
        if case .null = self { return true }
        return false
    }
}

extension PreparedSchema {
    /// The default, unless it is null.
    var usableDefault: JSONValue? {
        keywords.rare.defaultValue == .null ? nil : keywords.rare.defaultValue
    }
}
