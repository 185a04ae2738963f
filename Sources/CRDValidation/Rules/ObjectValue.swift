import CRDRuntime
import KubernetesCEL

/// An object or a map of a resource as rules see it (`unstructuredMap`).
final class ObjectValue: LazyMap {
    /// The schemas of the keys.
    enum Keys {
        /// Each property has its schema; the schema of a whole resource has the fields of one too.
        case properties(isRoot: Bool)
        /// All keys have the same schema.
        case members(PreparedSchema)
    }

    let object: JSONObject
    private let schema: PreparedSchema
    private let schemas: Keys

    init(_ object: JSONObject, _ schema: PreparedSchema, _ schemas: Keys) {
        self.object = object
        self.schema = schema
        self.schemas = schemas
    }

    var count: Int { object.count }

    /// The known keys, sorted; the order of the server is random.
    ///
    /// For each other key there is a null, as in the server.
    var keys: [Value] {
        let known = object.keys.filter { schema(of: $0) != nil }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let keys = known.map { key in
            Value.string(hasProperties ? FieldName.escape(key) ?? key : key)
        }
        return keys + Array(repeating: .null, count: count - keys.count)
    }

    private var hasProperties: Bool {
        if case .properties = schemas { return true }
        return false
    }

    private func schema(of key: String) -> PreparedSchema? {
        switch schemas {
        case .properties(let isRoot): schema.property(key, isRoot: isRoot)
        case .members(let members): members
        }
    }

    func value(forKey key: Value) -> Value? {
        guard case .string(let key) = key else { return .error("no such overload") }
        guard hasProperties, key.utf8.contains(UInt8(ascii: "_")) else { return property(key) }
        return FieldName.unescape(key).flatMap(property)
    }

    /// Returns the value of a key; a property that is null is as good as missing.
    func property(_ name: String) -> Value? {
        guard let value = object[name] else { return nil }
        if case .null = value, hasProperties { return nil }
        return schema(of: name).map { RuleValue.of(value, $0) }
    }

    /// Returns whether the keys and values are equal.
    ///
    /// An unknown key counts only if the other object has it too, as in the server.
    func isEqual(to other: Map) -> Bool? {
        guard count == other.count else { return false }
        guard case .lazy(let map) = other, let other = map as? ObjectValue else { return nil }
        for (key, value) in zip(object.keys, object.values) {
            guard let schema = schema(of: key) else {
                if let other = other.object[key], !value.isDeeplyEqual(to: other) { return false }
                continue
            }
            guard other.value(forKey: .string(key)) != nil, let found = other.object[key] else {
                return false
            }
            if schema.isVisibleToRules {
                let isEqual = Value.equal(RuleValue.of(value, schema), RuleValue.of(found, schema))
                guard isEqual else { return false }
            } else if !value.isDeeplyEqual(to: found) {
                return false
            }
        }
        return true
    }
}
