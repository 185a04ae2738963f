/// The result of comparing two values that have an order.
enum Ordering: Sendable {
    case less
    case equal
    case greater
    /// One of them is not a number.
    case unordered

    init<Compared: Comparable>(_ first: Compared, _ second: Compared) {
        self = first < second ? .less : first > second ? .greater : .equal
    }
}

extension Value {
    /// Returns the order of two values, or `nil` if their types have none.
    static func compare(_ first: Value, _ second: Value) -> Ordering? {
        switch (first, second) {
        case (.int(let a), .int(let b)): Ordering(a, b)
        case (.string(let a), .string(let b)): compare(a, b)
        case (.bool(let a), .bool(let b)): a == b ? .equal : b ? .less : .greater
        case (.bytes(let a), .bytes(let b)):
            a.lexicographicallyPrecedes(b) ? .less : a == b ? .equal : .greater
        case (.timestamp(let a), .timestamp(let b)): Ordering(a, b)
        case (.duration(let a), .duration(let b)): Ordering(a, b)
        default: compareNumbers(first, second)
        }
    }

    private static func compare(_ first: String, _ second: String) -> Ordering {
        if Text.equal(first, second) { return .equal }
        return Text.precedes(first, second) ? .less : .greater
    }

    /// Returns the order of two numbers of any types, or `nil` if they aren't numbers.
    static func compareNumbers(_ first: Value, _ second: Value) -> Ordering? {
        switch (first, second) {
        case (.int(let a), .int(let b)): Ordering(a, b)
        case (.uint(let a), .uint(let b)): Ordering(a, b)
        case (.double(let a), .double(let b)): compare(a, b)
        case (.int(let a), .uint(let b)): a < 0 ? .less : Ordering(UInt64(a), b)
        case (.uint(let a), .int(let b)): b < 0 ? .greater : Ordering(a, UInt64(b))
        case (.int(let a), .double(let b)): compare(b, a).reversed
        case (.double(let a), .int(let b)): compare(a, b)
        case (.uint(let a), .double(let b)): compare(b, a).reversed
        case (.double(let a), .uint(let b)): compare(a, b)
        default: nil
        }
    }

    private static func compare(_ first: Double, _ second: Double) -> Ordering {
        first.isNaN || second.isNaN ? .unordered : Ordering(first, second)
    }

    /// A double outside the range of the integers is decided by the range; otherwise the integer
    /// becomes a double, as cel-go does it.
    private static func compare(_ first: Double, _ second: Int64) -> Ordering {
        if first < -0x1p63 { return .less }
        if first > 0x1p63 { return .greater }
        return compare(first, Double(second))
    }

    private static func compare(_ first: Double, _ second: UInt64) -> Ordering {
        if first < 0 { return .less }
        if first > 0x1p64 { return .greater }
        return compare(first, Double(second))
    }
}

extension Ordering {
    /// The order of the same values the other way round.
    var reversed: Ordering {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal: .equal
        case .unordered: .unordered
        }
    }
}
