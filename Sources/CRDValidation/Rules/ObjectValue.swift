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

    /// Compares the keys and values with those of another map.
    ///
    /// An unknown key counts only if the other object has it too, as in the server. An error counts
    /// if all other values are equal; in the server, that depends on the random order of the keys.
    func equality(with other: Map) -> Equality {
        guard count == other.count else { return .unequal }
        var result = Equality.equal
        for (key, value) in zip(object.keys, object.values) {
            switch equality(of: value, forKey: key, with: other) {
            case .equal: break
            case .unequal: return .unequal
            case .error(let text): if result == .equal { result = .error(text) }
            }
        }
        return result
    }

    private func equality(of value: JSONValue, forKey key: String, with map: Map) -> Equality {
        var other: ObjectValue?
        if case .lazy(let map) = map { other = map as? ObjectValue }
        guard let schema = schema(of: key) else {
            guard let other else { return .error("no such overload") }
            return Equality(other.object[key].map(value.isDeeplyEqual) ?? true)
        }
        guard let found = map.value(forKey: .string(key)) else { return .unequal }
        guard schema.isVisibleToRules else {
            return Equality(other?.object[key].map(value.isDeeplyEqual) ?? false)
        }
        return RuleValue.of(value, schema).equality(with: found)
    }
}
