import CRDYAML

/// An iterator over a JSON value and all values in it, in the order of JSON text.
///
/// It does not use recursion: values that are built in code may be nested deeper than any text that
/// is read.
package struct JSONWalk: Sequence, IteratorProtocol {
    /// An event of a walk.
    package enum Event {
        /// A value. The elements of an array or the members of an object follow, and then its end.
        case value(JSONValue)
        /// A key of the innermost object; its value is next.
        case key(String)
        /// The end of an array or an object.
        case end(JSONValue)
    }

    /// An array or object whose end was not reached yet.
    private struct Open {
        let whole: JSONValue
        /// The keys of an object; `nil` for an array.
        let keys: [String]?
        let values: [JSONValue]
        var next = 0
    }

    private let sortsKeys: Bool
    /// The next value, at the beginning and after a key.
    private var value: JSONValue?
    private var open: [Open] = []

    /// Creates a walk.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - sortsKeys: Whether the keys of each object are sorted by their bytes.
    package init(_ value: JSONValue, sortsKeys: Bool = false) {
        self.value = value
        self.sortsKeys = sortsKeys
    }

    /// Returns the next event; `nil` at the end.
    package mutating func next() -> Event? {
        if let value {
            self.value = nil
            return begin(value)
        }
        guard let last = open.indices.last else { return nil }
        let position = open[last].next
        if position == open[last].values.count { return .end(open.removeLast().whole) }
        open[last].next += 1
        guard let keys = open[last].keys else { return begin(open[last].values[position]) }
        value = open[last].values[position]
        return .key(keys[position])
    }

    private mutating func begin(_ value: JSONValue) -> Event {
        switch value {
        case .null, .boolean, .number, .string: break
        case .array(let elements):
            open.append(Open(whole: value, keys: nil, values: elements))
        case .object(let object):
            let (keys, values) = sortsKeys ? object.sorted : (object.keys, object.values)
            open.append(Open(whole: value, keys: keys, values: values))
        }
        return .value(value)
    }
}

extension JSONObject {
    /// The keys and their values, sorted by the bytes of the keys.
    fileprivate var sorted: ([String], [JSONValue]) {
        let order = keys.indices.ordered { left, right in
            keys[left].utf8.lexicographicallyPrecedes(keys[right].utf8)
        }
        return (order.map { keys[$0] }, order.map { values[$0] })
    }
}
