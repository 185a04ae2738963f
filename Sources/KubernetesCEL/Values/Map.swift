/// A map, or an object, that is looked at key by key.
///
/// A caller implements it to hand over an object without copying it.
public protocol LazyMap: AnyObject, Sendable {
    /// The number of keys.
    var count: Int { get }

    /// The keys, in the order in which comprehensions visit them.
    var keys: [Value] { get }

    /// Returns the value of a key; `nil` if there is no such key.
    func value(forKey key: Value) -> Value?

    /// Returns the value of a property of an object.
    ///
    /// - Parameter name: The name in the schema, not escaped.
    /// - Returns: `nil` if the object doesn't have the property.
    func property(_ name: String) -> Value?

    /// Compares the map with another one to its right.
    func equality(with other: Map) -> Equality
}

extension LazyMap {
    /// Returns the value of the key of that name.
    public func property(_ name: String) -> Value? { value(forKey: .string(name)) }
}

/// A map of values.
public enum Map: Sendable {
    case literal(MapEntries)
    case lazy(any LazyMap)

    /// The number of keys.
    public var count: Int {
        switch self {
        case .literal(let entries): entries.count
        case .lazy(let map): map.count
        }
    }

    /// The keys.
    public var keys: [Value] {
        switch self {
        case .literal(let entries): entries.keys
        case .lazy(let map): map.keys
        }
    }

    /// Returns the value of a key, `nil` if there is none.
    ///
    /// An integral number finds the key of another integer type with the same value.
    public func value(forKey key: Value) -> Value? {
        switch self {
        case .literal(let entries): entries.value(forKey: key)
        case .lazy(let map): map.value(forKey: key)
        }
    }

    /// Returns the value of a property of an object, or of the key with that name.
    func property(_ name: String) -> Value? {
        switch self {
        case .literal(let entries): entries.value(forKey: .string(name))
        case .lazy(let map): map.property(name)
        }
    }
}

/// The entries of a map that an expression has made, in the order of insertion.
public struct MapEntries: Sendable {
    /// The entries, in the order of insertion.
    public private(set) var pairs: [(key: Value, value: Value)] = []
    private var positions: [MapKey: Int] = [:]

    /// A map without entries.
    public init() {}

    /// The keys, in the order of insertion.
    public var keys: [Value] { pairs.map(\.key) }

    /// The number of entries.
    public var count: Int { pairs.count }

    /// Sets the value of a key.
    ///
    /// A key that isn't a scalar, such as a list, is never found again.
    public mutating func set(_ key: Value, _ value: Value) {
        guard let exact = MapKey(key) else {
            pairs.append((key, value))
            return
        }
        if let position = positions[exact] {
            pairs[position].value = value
        } else {
            positions[exact] = pairs.count
            pairs.append((key, value))
        }
    }

    /// Returns the value of a key; integral numbers of other types find it too.
    public func value(forKey key: Value) -> Value? {
        guard let exact = MapKey(key) else { return nil }
        if let position = positions[exact] { return pairs[position].value }
        for other in exact.alternatives {
            if let position = positions[other] { return pairs[position].value }
        }
        return nil
    }
}

/// A key of a map, equal only to keys of the same type.
private enum MapKey: Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(ExactString)

    init?(_ value: Value) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = .uint(value)
        case .double(let value): self = .double(value)
        case .string(let value): self = .string(ExactString(text: value))
        default: return nil
        }
    }

    /// The keys of integer types with the same value.
    var alternatives: [MapKey] {
        switch self {
        case .null, .bool, .string: []
        case .int(let value): UInt64(exactly: value).map { [.uint($0)] } ?? []
        case .uint(let value): Int64(exactly: value).map { [.int($0)] } ?? []
        case .double(let value):
            (Int64(exactly: value).map { [.int($0)] } ?? [])
                + (UInt64(exactly: value).map { [.uint($0)] } ?? [])
        }
    }
}

/// A string that equals only strings of the same scalars.
struct ExactString: Hashable {
    let text: String

    static func == (first: ExactString, second: ExactString) -> Bool {
        Text.equal(first.text, second.text)
    }

    func hash(into hasher: inout Hasher) {
        if Text.isASCII(text) {
            hasher.combine(text)
        } else {
            for byte in text.utf8 { hasher.combine(byte) }
        }
    }
}
