/// The result of a comparison of two values for equality.
public enum Equality: Hashable, Sendable {
    case equal
    case unequal
    /// The values can't be compared; with the text that Kubernetes prints.
    case error(String)

    /// Creates the result of a comparison without errors.
    public init(_ isEqual: Bool) { self = isEqual ? .equal : .unequal }
}

extension Value {
    /// Returns whether two values are equal at run time, and can be compared.
    public static func equal(_ first: Value, _ second: Value) -> Bool {
        equality(first, second) == .equal
    }

    /// Compares two values, as the operator `==` does (cel-go 0.26, `types.Equal`).
    ///
    /// Null can be compared with all values.
    static func equality(_ first: Value, _ second: Value) -> Equality {
        if case .null = second {
            if case .null = first { return .equal }
            return .unequal
        }
        return first.equality(with: second)
    }

    /// Compares the value with another one (cel-go 0.26, `ref.Val.Equal`).
    ///
    /// Numbers of different types are equal if their values are; values of other different types
    /// are not equal. Values of Kubernetes' types, and lists and objects of resources, can be
    /// compared only with values of the same type.
    public func equality(with other: Value) -> Equality {
        switch (self, other) {
        case (.error(let text), _): .error(text)
        case (.null, .null): .equal
        case (.bool(let a), .bool(let b)): Equality(a == b)
        case (.int(let a), .int(let b)): Equality(a == b)
        case (.uint(let a), .uint(let b)): Equality(a == b)
        case (.double(let a), .double(let b)): Equality(a == b)
        case (.string(let a), .string(let b)): Equality(Text.equal(a, b))
        case (.bytes(let a), .bytes(let b)): Equality(a == b)
        case (.list(let a), .list(let b)): a.equality(with: b)
        case (.map(let a), .map(let b)): a.equality(with: b)
        case (.timestamp(let a), .timestamp(let b)): Equality(a == b)
        case (.duration(let a), .duration(let b)): Equality(a == b)
        case (.type(let a), .type(let b)): Equality(a == b)
        case (.optional(let a), .optional(let b)): Self.equality(ofContents: a, b)
        // The server knows a sum only on the left.
        case (.quantity(let a), .quantity(let b)) where !b.isSum: Equality(a == b)
        case (.ip(let a), .ip(let b)): Equality(a == b)
        case (.cidr(let a), .cidr(let b)): Equality(a == b)
        case (.url(let a), .url(let b)): Equality(a == b)
        case (.semver(let a), .semver(let b)): Equality(a == b)
        case (.format(let a), .format(let b)): Equality(a == b)
        case (.quantity, _), (.ip, _), (.cidr, _), (.url, _), (.semver, _), (.format, _):
            .noOverload(other)
        case (.list(let list), _) where list.isStrict: .noOverload(other)
        case (.map(.lazy), _): .noOverload(other)
        default: Equality(Self.compareNumbers(self, other) == .equal)
        }
    }

    private static func equality(ofContents first: Value?, _ second: Value?) -> Equality {
        switch (first, second) {
        case (nil, nil): .equal
        case (let first?, let second?): first.equality(with: second)
        default: .unequal
        }
    }
}

extension Equality {
    /// Returns the error of a comparison with a value of another type, which is that value if it is
    /// an error (`MaybeNoSuchOverloadErr`).
    fileprivate static func noOverload(_ value: Value) -> Equality {
        if case .error(let text) = value { return .error(text) }
        return .error("no such overload")
    }
}

extension List {
    /// Whether errors in the elements are errors of a comparison, as in lists of resources; in other
    /// lists, the server ignores them.
    var isStrict: Bool {
        switch self {
        case .array: false
        case .lazy(let list): list.isStrict
        }
    }

    fileprivate func equality(with other: List) -> Equality {
        if case .lazy(let list) = self, let result = list.equality(with: other) { return result }
        let count = count
        guard count == other.count else { return .unequal }
        let isStrict = isStrict
        var result = Equality.equal
        for index in 0..<count {
            if isStrict {
                let result = self[index].equality(with: other[index])
                if result != .equal { return result }
            } else {
                result.add(.ofMembers(self[index], other[index]))
                if result == .unequal { return result }
            }
        }
        return result
    }

    /// Returns whether an element is equal to a value; an error of a comparison counts if none is.
    func contains(_ value: Value) -> Equality {
        let isStrict = isStrict
        var result = Equality.unequal
        for index in 0..<count {
            guard isStrict else {
                if Value.equal(value, self[index]) { return .equal }
                continue
            }
            let comparison = self[index].equality(with: value)
            if comparison == .equal { return .equal }
            if result == .unequal { result = comparison }
        }
        return result
    }
}

extension Map {
    fileprivate func equality(with other: Map) -> Equality {
        if case .lazy(let map) = self { return map.equality(with: other) }
        guard count == other.count else { return .unequal }
        var result = Equality.equal
        for key in keys {
            guard let value = value(forKey: key), let found = other.value(forKey: key) else {
                return .unequal
            }
            result.add(.ofMembers(value, found))
            if result == .unequal { return result }
        }
        return result
    }
}

extension Equality {
    /// Compares members of lists or maps of which the server ignores errors of comparisons.
    ///
    /// A member that is not known makes the result an error, unless other members differ.
    fileprivate static func ofMembers(_ first: Value, _ second: Value) -> Equality {
        if case .error(let text) = second, UnknownValue.name(inError: text) != nil {
            return .error(text)
        }
        switch Value.equality(first, second) {
        case .error(let text) where UnknownValue.name(inError: text) != nil: return .error(text)
        case .error, .equal: return .equal
        case .unequal: return .unequal
        }
    }

    /// Adds the result for another member.
    fileprivate mutating func add(_ other: Equality) {
        if other == .unequal || self == .equal { self = other }
    }
}
