/// A JSON object that keeps the order of its keys.
///
/// Two objects are equal if they have equal members in any order. Objects with nine or more members
/// use a hash table for look-up.
public struct JSONObject: Hashable, Sendable {
    /// The keys, in order.
    public private(set) var keys: [String] = []
    /// The values, in the order of the keys.
    public private(set) var values: [JSONValue] = []
    /// The positions of the keys, for objects with nine or more members.
    private var positions: [String: Int] = [:]

    /// Creates an empty object.
    public init() {}

    /// Creates an object with members.
    ///
    /// The last value of a duplicate key is used, at the position of the first.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    /// The number of members.
    public var count: Int { keys.count }

    /// Whether the object is empty.
    public var isEmpty: Bool { keys.isEmpty }

    /// The value of a key; `nil` if there is none.
    ///
    /// Setting `nil` removes the member. Setting a new key appends a member.
    public subscript(key: String) -> JSONValue? {
        get { position(of: key).map { values[$0] } }
        set { set(newValue, key, at: position(of: key)) }
        _modify {
            let position = position(of: key)
            var value: JSONValue?
            // Moved out, so that the value has one reference while it changes.
            if let position {
                value = values[position]
                values[position] = .null
            }
            defer { set(value, key, at: position) }
            yield &value
        }
    }

    /// Whether both objects have equal members, in any order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        JSONValue.object(left) == .object(right)
    }

    /// Hashes the members, independent of their order.
    public func hash(into hasher: inout Hasher) {
        hash(into: &hasher, levels: 32)
    }

    func hash(into hasher: inout Hasher, levels: Int) {
        var sum = 0
        for (key, value) in zip(keys, values) {
            var member = Hasher()
            member.combine(key)
            value.hash(into: &member, levels: levels)
            sum &+= member.finalize()
        }
        hasher.combine(sum)
    }

    private mutating func set(_ value: JSONValue?, _ key: String, at position: Int?) {
        switch (position, value) {
        case (let position?, let value?): values[position] = value
        case (let position?, nil): remove(at: position)
        case (nil, let value?): append(key, value)
        case (nil, nil): break
        }
    }

    private func position(of key: String) -> Int? {
        if positions.isEmpty { return keys.firstIndex(of: key) }
        return positions[key]
    }

    private mutating func append(_ key: String, _ value: JSONValue) {
        keys.append(key)
        values.append(value)
        if keys.count > 8 { index() }
    }

    private mutating func remove(at position: Int) {
        keys.remove(at: position)
        values.remove(at: position)
        positions.removeAll()
        if keys.count > 8 { index() }
    }

    private mutating func index() {
        if positions.isEmpty {
            for (position, key) in keys.enumerated() { positions[key] = position }
        } else {
            positions[keys[keys.count - 1]] = keys.count - 1
        }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral, Sequence {
    /// Creates an object.
    ///
    /// The last value of a duplicate key is used, at the position of the first.
    public init(dictionaryLiteral members: (String, JSONValue)...) { self.init(members) }

    /// Returns an iterator over the keys with their values, in order.
    public func makeIterator() -> some IteratorProtocol<(key: String, value: JSONValue)> {
        zip(keys, values).lazy.map { (key: $0, value: $1) }.makeIterator()
    }
}
