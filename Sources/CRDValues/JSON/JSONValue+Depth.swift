import CRDYAML

/// Comparing and hashing without recursion: values that are built in code may be nested deeper than
/// any text that is read.
extension JSONValue: Hashable {
    /// Whether both values are equal.
    ///
    /// Numbers are compared by value, and objects independent of the order of their keys.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        var pending: [(JSONValue, JSONValue)] = []
        var pair: (JSONValue, JSONValue)? = (left, right)
        while let (left, right) = pair {
            guard isEqual(left, right, &pending) else { return false }
            pair = pending.popLast()
        }
        return true
    }

    /// Compares two values; nested values are added to the list of pairs to compare.
    private static func isEqual(
        _ left: JSONValue,
        _ right: JSONValue,
        _ pending: inout [(JSONValue, JSONValue)]
    ) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return left == right
        case (.array(let left), .array(let right)):
            guard left.count == right.count else { return false }
            pending.append(contentsOf: zip(left, right))
            return true
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            if left.keys == right.keys {
                pending.append(contentsOf: zip(left.values, right.values))
                return true
            }
            for (key, value) in zip(left.keys, left.values) {
                guard let other = right[key] else { return false }
                pending.append((value, other))
            }
            return true
        case (.null, _), (.boolean, _), (.number, _), (.string, _), (.array, _), (.object, _):
            return false
        }
    }

    /// Hashes the value.
    ///
    /// Values below 32 levels are hashed only by their type.
    public func hash(into hasher: inout Hasher) {
        hash(into: &hasher, levels: 32)
    }

    func hash(into hasher: inout Hasher, levels: Int) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let value):
            hasher.combine(1)
            hasher.combine(value)
        case .number(let value):
            hasher.combine(2)
            hasher.combine(value)
        case .string(let value):
            hasher.combine(3)
            hasher.combine(value)
        case .array(let elements):
            hasher.combine(4)
            hasher.combine(elements.count)
            if levels == 0 { return }
            for element in elements { element.hash(into: &hasher, levels: levels - 1) }
        case .object(let object):
            hasher.combine(5)
            hasher.combine(object.count)
            if levels == 0 { return }
            object.hash(into: &hasher, levels: levels - 1)
        }
    }
}

extension JSONValue {
    /// Whether the value is nested deeper than the limit for texts.
    package var isTooDeep: Bool {
        var pending = [(values: [self], depth: 0)]
        while let (values, depth) = pending.popLast() {
            if depth > NodeTree.deepestNesting { return true }
            for value in values {
                switch value {
                case .null, .boolean, .number, .string: break
                case .array(let elements): pending.append((elements, depth + 1))
                case .object(let object): pending.append((object.values, depth + 1))
                }
            }
        }
        return false
    }
}
