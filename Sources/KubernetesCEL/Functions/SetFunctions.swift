/// Functions on lists as sets (cel-go 0.26, ext/sets.go).
extension Function {
    static var sets: [Function] {
        [
            Function(
                "sets.contains",
                [set("list_sets_contains_list", .sets(factor: 1)) { contains($0, $1) }]
            ),
            Function(
                "sets.equivalent",
                [
                    set("list_sets_equivalent_list", .sets(factor: 2)) {
                        contains($0, $1) && contains($1, $0)
                    }
                ]
            ),
            Function(
                "sets.intersects",
                [
                    set("list_sets_intersects_list", .sets(factor: 1)) { first, second in
                        second.contains { isElement($0, of: first) }
                    }
                ]
            ),
        ]
    }

    private static func set(
        _ id: String,
        _ cost: CallCost,
        _ test: @escaping @Sendable ([Value], [Value]) -> Bool
    ) -> Overload {
        .global(id, [.list(.t), .list(.t)], .bool, cost: cost) { first, second in
            guard case .list(let first) = first, case .list(let second) = second else {
                return .noSuchOverload
            }
            return .bool(test(first.elements, second.elements))
        }
    }

    /// Returns whether all elements of the second list are in the first one.
    private static func contains(_ first: [Value], _ second: [Value]) -> Bool {
        second.allSatisfy { isElement($0, of: first) }
    }

    private static func isElement(_ value: Value, of list: [Value]) -> Bool {
        list.contains { Value.equal($0, value) }
    }
}
