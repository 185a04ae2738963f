/// Functions that make new lists (cel-go 0.26, ext/lists.go, version 3).
extension Function {
    static var extendedLists: [Function] { sorts + newLists }

    private static var newLists: [Function] {
        [
            Function(
                "slice",
                [.memberN("list_slice", [.list(.t), .int, .int], .list(.t), cost: .slice, slice)]
            ),
            Function(
                "flatten",
                [
                    .member("list_flatten", [.list(.list(.t))], .list(.t), cost: .flatten) {
                        flatten($0, .int(1))
                    },
                    .member(
                        "list_flatten_int",
                        [.list(.dyn), .int],
                        .list(.dyn),
                        cost: .flatten,
                        flatten
                    ),
                ]
            ),
            Function(
                "lists.range",
                [
                    .global("lists_range", [.int], .list(.int), cost: .range) { count in
                        guard case .int(let count) = count else { return .noSuchOverload }
                        return .list(.lazy(IntegerRange(count: Int(clamping: max(0, count)))))
                    }
                ]
            ),
            Function(
                "reverse",
                [
                    .member("list_reverse", [.list(.t)], .list(.t), cost: .reverse) { list in
                        guard case .list(let list) = list else { return .noSuchOverload }
                        return .list(list.elements.reversed())
                    }
                ]
            ),
            Function(
                "distinct",
                [.member("list_distinct", [.list(.t)], .list(.t), cost: .distinct, distinct)]
            ),
        ]
    }

    private static var sorts: [Function] {
        [
            Function(
                "sort",
                sortable.map { name, type, cost in
                    .member("list_\(name)_sort", [.list(type)], .list(type), cost: cost) {
                        sort($0, by: $0)
                    }
                }
            ),
            Function(
                "@sortByAssociatedKeys",
                sortable.map { name, type, cost in
                    .member(
                        "list_\(name)_sortByAssociatedKeys",
                        [.list(.t), .list(type)],
                        .list(.t),
                        cost: cost
                    ) { sort($0, by: $1) }
                }
            ),
        ]
    }

    private static var sortable: [(name: String, type: Signature, cost: CallCost)] {
        [
            ("int", .int, .sort(factor: 2)), ("uint", .uint, .sort(factor: 2)),
            ("double", .double, .sort(factor: 2)), ("bool", .bool, .sort(factor: 2)),
            ("google.protobuf.Duration", .duration, .sort(factor: 2)),
            ("google.protobuf.Timestamp", .timestamp, .sort(factor: 2)),
            ("string", .string, .sort(factor: 2.1)), ("bytes", .bytes, .sort(factor: 2.1)),
        ]
    }

    private static func slice(_ arguments: [Value]) -> Value {
        guard arguments.count == 3, case .list(let list) = arguments[0],
            case .int(let start) = arguments[1], case .int(let end) = arguments[2]
        else { return .noSuchOverload }
        if start < 0 || end < 0 {
            return .error("cannot slice(\(start), \(end)), negative indexes not supported")
        }
        if start > end {
            return .error(
                "cannot slice(\(start), \(end)), start index must be less than or equal to end index"
            )
        }
        if end > list.count {
            return .error("cannot slice(\(start), \(end)), list is length \(list.count)")
        }
        return .list((Int(start)..<Int(end)).map { list[$0] })
    }

    // MARK: - Flattening

    /// The maximum number of elements of a flattened list: more than an expression can have before
    /// its cost is too high.
    ///
    /// A few lists that contain each other twice would have any number of elements.
    private static let flattenedLimit = 1 << 22

    private static func flatten(_ list: Value, _ depth: Value) -> Value {
        guard case .list(let list) = list, case .int(let depth) = depth else {
            return .noSuchOverload
        }
        if depth < 0 { return .error("level must be non-negative") }
        var result: [Value] = []
        // The lists that are being read, with the next position in each.
        var stack: [(list: List, position: Int)] = [(list, 0)]
        while let top = stack.last {
            guard top.position < top.list.count else {
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].position += 1
            let element = top.list[top.position]
            if case .list(let inner) = element, stack.count <= depth {
                stack.append((inner, 0))
            } else {
                result.append(element)
                guard result.count <= flattenedLimit else {
                    return .error("list of more than \(flattenedLimit) elements")
                }
            }
        }
        return .list(result)
    }

    // MARK: - Sorting

    private static func sort(_ list: Value, by keys: Value) -> Value {
        guard case .list(let list) = list, case .list(let keyList) = keys else {
            return .noSuchOverload
        }
        guard list.count == keyList.count else {
            return .error(
                "@sortByAssociatedKeys() expected a list of the same size as the associated keys "
                    + "list, but got \(list.count) and \(keyList.count) elements respectively"
            )
        }
        let keys = keyList.elements
        guard let first = keys.first else { return .list(list) }
        guard first.isComparable else { return .error("list elements must be comparable") }
        guard keys.allSatisfy({ $0.kindName == first.kindName }) else {
            return .error("list elements must have the same type")
        }
        // 'sorted' is stable.
        let order = keys.indices.sorted { Value.compare(keys[$0], keys[$1]) == .less }
        return .list(order.map { list[$0] })
    }

    // MARK: - Distinct elements

    private static func distinct(_ list: Value) -> Value {
        guard case .list(let list) = list else { return .noSuchOverload }
        var result: [Value] = []
        for element in list.elements where !result.contains(where: { Value.equal($0, element) }) {
            result.append(element)
        }
        return .list(result)
    }
}

/// The integers from 0 up to a number.
private final class IntegerRange: LazyList {
    let count: Int

    init(count: Int) {
        self.count = count
    }

    var isStrict: Bool { false }

    func element(at index: Int) -> Value { .int(Int64(index)) }
}
