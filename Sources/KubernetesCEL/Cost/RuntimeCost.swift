/// The cost of calls at run time, from the sizes of values.
enum RuntimeCost {
    /// Returns the size of a value; 1 if it has none.
    static func size(_ value: Value) -> UInt64 {
        UInt64(value.sizeIfSized ?? 1)
    }

    /// Returns the cost of comparing two values.
    static func smaller(_ first: Value, _ second: Value) -> UInt64 {
        switch (first, second) {
        case (.int, _), (_, .int), (.bool, _), (_, .bool), (.double, _), (_, .double): 1
        default: Cost.scaled(min(size(first), size(second)), by: Cost.perScalar)
        }
    }

    static func sum(_ first: Value, _ second: Value) -> UInt64 {
        Cost.scaled(size(first) + size(second), by: Cost.perScalar)
    }

    static func matches(_ text: Value, _ pattern: Value) -> UInt64 {
        Cost.product(
            Cost.scaled(1 + size(text), by: Cost.perScalar),
            Cost.scaled(size(pattern), by: Cost.perPatternScalar)
        )
    }

    /// Returns the cost of an equality, which is 1 for values of Kubernetes' types.
    ///
    /// The server's `!=` doesn't know these types.
    static func equality(_ first: Value, _ second: Value, isEqual: Bool) -> UInt64 {
        switch first {
        case .cidr where isEqual, .ip where isEqual, .quantity where isEqual,
            .format where isEqual, .url where isEqual, .semver where isEqual:
            1
        default: smaller(first, second)
        }
    }

    static func cost(_ cost: CallCost, _ argument: Value, _ result: Value) -> UInt64 {
        switch cost {
        case .one: 1
        case .dyn: 1
        default: self.cost(cost, [argument], result)
        }
    }

    static func cost(
        _ cost: CallCost,
        _ first: Value,
        _ second: Value,
        _ result: Value
    ) -> UInt64 {
        switch cost {
        case .one: 1
        case .argument: Cost.scaled(size(first), by: Cost.perScalar)
        case .contains:
            Cost.product(
                Cost.scaled(size(first), by: Cost.perScalar),
                Cost.scaled(size(second), by: Cost.perScalar)
            )
        default: self.cost(cost, [first, second], result)
        }
    }

    static func cost(_ cost: CallCost, _ arguments: [Value], _ result: Value) -> UInt64 {
        switch cost {
        case .one, .dyn, .logical, .conditional, .addLists: return 1
        case .free: return 0
        case .check: return 350_000
        case .traverse: return arguments.first.map(traversal) ?? 1
        case .parse, .scan, .url, .argument, .format, .quote, .stringToBytes, .bytesToString:
            return scaled(arguments, by: Cost.perScalar)
        case .parseTwice, .replace, .split: return scaled(arguments, by: 2 * Cost.perScalar)
        case .join: return Cost.scaled(size(result), by: 2 * Cost.perScalar)
        case .find, .matches: return pair(arguments, matches) ?? 1
        case .contains:
            return pair(arguments) { self.cost(.contains, $0, $1, result) } ?? 1
        case .inList: return pair(arguments) { size($1) } ?? 1
        case .equality: return pair(arguments) { equality($0, $1, isEqual: true) } ?? 1
        case .ordering: return pair(arguments, smaller) ?? 1
        case .add: return pair(arguments, sum) ?? 1
        case .containsIP, .containsCIDR: return pair(arguments) { network(cost, $0, $1) } ?? 1
        case .validate: return pair(arguments, validation) ?? 1
        case .sets, .slice, .range, .reverse, .flatten, .distinct, .sort:
            return collection(cost, arguments, result)
        }
    }

    private static func scaled(_ arguments: [Value], by factor: Double) -> UInt64 {
        arguments.first.map { Cost.scaled(size($0), by: factor) } ?? 1
    }

    private static func pair(
        _ arguments: [Value],
        _ cost: (Value, Value) -> UInt64
    ) -> UInt64? {
        arguments.count >= 2 ? cost(arguments[0], arguments[1]) : nil
    }

    /// Returns the cost of a visit of everything in a value.
    private static func traversal(_ value: Value) -> UInt64 {
        switch value {
        case .string(let text): return UInt64(Double(text.utf8.count) * Cost.perScalar)
        case .bytes(let bytes): return UInt64(Double(bytes.count) * Cost.perScalar)
        case .list(let list):
            var total: UInt64 = 0
            for index in 0..<list.count { total = Cost.sum(total, traversal(list[index])) }
            return total
        case .map(let map):
            var total: UInt64 = 0
            for key in map.keys {
                total = Cost.sum(total, map.value(forKey: key).map(traversal) ?? 0)
            }
            return total
        default: return 1
        }
    }

    private static func network(_ cost: CallCost, _ network: Value, _ other: Value) -> UInt64 {
        let own = size(network)
        let size = size(other)
        var total = Cost.scaled(own, by: Cost.perScalar)
        if cost == .containsCIDR { total += Cost.scaled(own, by: Cost.perScalar) + 1 }
        if case .string = other { total += Cost.scaled(size, by: Cost.perScalar) }
        return total
    }

    private static func validation(_ format: Value, _ text: Value) -> UInt64 {
        guard case .format(let format) = format else { return 1 }
        return Cost.product(
            Cost.scaled(1 + size(text), by: Cost.perScalar),
            UInt64(format.patternCost)
        )
    }

    private static func collection(
        _ cost: CallCost,
        _ arguments: [Value],
        _ result: Value
    ) -> UInt64 {
        let base: UInt64 = 11
        let count = arguments.first.map(size) ?? 1
        switch cost {
        case .sets(let factor):
            let other = arguments.count > 1 ? size(arguments[1]) : 1
            return 1 + Cost.scaled(Cost.product(count, other), by: factor)
        case .flatten:
            guard arguments.count > 1, case .int(let depth) = arguments[1] else {
                return base + count
            }
            // The server multiplies signed numbers, also for a negative depth, which is an error.
            return base &+ UInt64(bitPattern: depth) &* count
        case .distinct, .sort:
            let keys = arguments.last.map(size) ?? 1
            return truncated(base, Cost.product(keys, keys), comparisonFactor(arguments.last))
        default: return base + size(result)
        }
    }

    /// Returns the cost of comparing two elements of a list.
    private static func comparisonFactor(_ list: Value?) -> Double {
        guard case .list(let list)? = list, list.count > 0 else { return 2 }
        switch list[0] {
        case .string, .bytes: return 2 + Cost.perScalar
        default: return 2
        }
    }

    private static func truncated(_ base: UInt64, _ size: UInt64, _ factor: Double) -> UInt64 {
        let total = Double(base) + Double(size) * factor
        return total >= 0x1p64 ? .max : UInt64(total)
    }
}
