extension Value {
    /// Returns whether two values are equal at run time.
    ///
    /// Numbers of different types are equal if their values are; values of other different types
    /// are not equal.
    public static func equal(_ first: Value, _ second: Value) -> Bool {
        switch (first, second) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.double(let a), .double(let b)): a == b
        case (.string(let a), .string(let b)): Text.equal(a, b)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.list(let a), .list(let b)): equal(a, b)
        case (.map(let a), .map(let b)): equal(a, b)
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        case (.optional(let a), .optional(let b)): equal(a, b)
        case (.quantity(let a), .quantity(let b)): a == b
        case (.ip(let a), .ip(let b)): a == b
        case (.cidr(let a), .cidr(let b)): a == b
        case (.url(let a), .url(let b)): a == b
        case (.semver(let a), .semver(let b)): a == b
        case (.format(let a), .format(let b)): a == b
        default: compareNumbers(first, second) == .equal
        }
    }

    private static func equal(_ first: Value?, _ second: Value?) -> Bool {
        switch (first, second) {
        case (nil, nil): true
        case (let first?, let second?): equal(first, second)
        default: false
        }
    }

    private static func equal(_ first: List, _ second: List) -> Bool {
        if case .lazy(let list) = first, let isEqual = list.isEqual(to: second) { return isEqual }
        let count = first.count
        guard count == second.count else { return false }
        for index in 0..<count where !equal(first[index], second[index]) { return false }
        return true
    }

    private static func equal(_ first: Map, _ second: Map) -> Bool {
        if case .lazy(let map) = first, let isEqual = map.isEqual(to: second) { return isEqual }
        guard first.count == second.count else { return false }
        for key in first.keys {
            guard let a = first.value(forKey: key), let b = second.value(forKey: key), equal(a, b)
            else { return false }
        }
        return true
    }
}
