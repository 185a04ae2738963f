import CRDRuntime
import CRDValues
import KubernetesCEL

extension Value {
    /// Creates the dynamic value of JSON (cel-go 0.26, `types.NativeToValue`).
    ///
    /// Objects are maps with sorted keys; the order of the server is random.
    init(_ json: JSONValue) {
        switch json {
        case .null: self = .null
        case .boolean(let value): self = .bool(value)
        case .string(let text): self = .string(text)
        case .number(let number):
            switch GoNumber(number) {
            case .integer(let value): self = .int(value)
            case .float(let value): self = .double(value)
            }
        case .array(let elements): self = .list(elements.map { Value($0) })
        case .object(let object): self = .object(MapEntries(object))
        }
    }

    /// Returns the map of some entries.
    static func object(_ entries: MapEntries) -> Value { .map(.literal(entries)) }
}

extension MapEntries {
    /// Creates the entries of a JSON object, sorted by key.
    init(_ object: JSONObject) {
        self.init()
        let keys = object.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for key in keys {
            if let value = object[key] { set(key, Value(value)) }
        }
    }

    /// Sets the value of a string key.
    mutating func set(_ key: String, _ value: Value) { set(.string(key), value) }
}
