/// Functions on lists (k8s.io/apiserver v0.35, pkg/cel/library/lists.go).
extension Function {
    static var lists: [Function] { listOrders + listPositions }

    private static var listOrders: [Function] {
        let summable: [(name: String, type: Signature, zero: Value)] = [
            ("int", .int, .int(0)), ("uint", .uint, .uint(0)), ("double", .double, .double(0)),
            ("duration", .duration, .duration(0)),
        ]
        return [
            Function(
                "isSorted",
                cost: .traverse,
                comparable.map { name, type in
                    .member("list_\(name)_is_sorted_bool", [.list(type)], .bool, isSorted)
                }
            ),
            Function(
                "sum",
                cost: .traverse,
                summable.map { name, type, zero in
                    .member("list_\(name)_sum_\(name)", [.list(type)], type) { sum($0, from: zero) }
                }
            ),
            Function(
                "max",
                cost: .traverse,
                comparable.map { name, type in
                    .member("list_\(name)_max_\(name)", [.list(type)], type) {
                        extreme($0, "max", replacing: .less)
                    }
                }
            ),
            Function(
                "min",
                cost: .traverse,
                comparable.map { name, type in
                    .member("list_\(name)_min_\(name)", [.list(type)], type) {
                        extreme($0, "min", replacing: .greater)
                    }
                }
            ),
        ]
    }

    private static var listPositions: [Function] {
        [
            Function(
                "indexOf",
                cost: .traverse,
                [
                    .member("list_a_index_of_int", [.list(.a), .a], .int) { list, value in
                        guard case .list(let list) = list else { return .noSuchOverload }
                        return position(of: value, in: list, 0..<list.count)
                    }
                ]
            ),
            Function(
                "lastIndexOf",
                cost: .traverse,
                [
                    .member("list_a_last_index_of_int", [.list(.a), .a], .int) { list, value in
                        guard case .list(let list) = list else { return .noSuchOverload }
                        return position(of: value, in: list, (0..<list.count).reversed())
                    }
                ]
            ),
        ]
    }

    private static let comparable: [(name: String, type: Signature)] = [
        ("int", .int), ("uint", .uint), ("double", .double), ("bool", .bool),
        ("duration", .duration), ("timestamp", .timestamp), ("string", .string), ("bytes", .bytes),
    ]

    private static func position(
        of value: Value,
        in list: List,
        _ positions: some Sequence<Int>
    ) -> Value {
        .int(positions.first { Value.equal(list[$0], value) }.map(Int64.init) ?? -1)
    }

    /// Returns whether no element is less than the one before it; values without an order and NaN
    /// don't count.
    private static func isSorted(_ list: Value) -> Value {
        guard case .list(let list) = list else { return .noSuchOverload }
        var previous: Value?
        for position in 0..<list.count {
            let element = list[position]
            guard element.isComparable else { return element.orNoSuchOverload }
            if let previous, Value.compare(previous, element) == .greater { return .bool(false) }
            previous = element
        }
        return .bool(true)
    }

    private static func sum(_ list: Value, from zero: Value) -> Value {
        guard case .list(let list) = list else { return .noSuchOverload }
        // In a list of unknown type, the first number decides about the type of the sum.
        let hasFirst = list.count > 0 && list[0].isSummable
        var sum = hasFirst ? list[0] : zero
        for position in (hasFirst ? 1 : 0)..<list.count {
            let element = list[position]
            sum = element.isError ? element : ArithmeticOperator.add.apply(sum, element)
            if sum.isError { return sum }
        }
        return sum
    }

    /// Returns the least or greatest element; of equal ones the first.
    private static func extreme(
        _ list: Value,
        _ name: String,
        replacing order: Ordering
    ) -> Value {
        guard case .list(let list) = list else { return .noSuchOverload }
        var result: Value?
        for position in 0..<list.count {
            let element = list[position]
            guard element.isComparable else { return element.orNoSuchOverload }
            if let current = result, Value.compare(current, element) != order { continue }
            result = element
        }
        return result ?? .error("\(name) called on empty list")
    }
}

extension Value {
    /// Whether the value is of a type that has an order.
    var isComparable: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
        case .null, .list, .map, .type, .optional, .quantity, .ip, .cidr, .url, .semver, .format,
            .error:
            false
        }
    }

    /// The value if it is an error; otherwise the error that there is no overload for it.
    var orNoSuchOverload: Value { isError ? self : .noSuchOverload }
}

extension Value {
    /// Whether the value can be the start of a sum.
    fileprivate var isSummable: Bool {
        switch self {
        case .int, .uint, .double, .duration: true
        default: false
        }
    }
}
