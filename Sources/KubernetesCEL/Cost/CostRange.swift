/// The minimum and the maximum of an estimated cost or size.
public struct CostRange: Hashable, Sendable {
    /// The minimum.
    public let minimum: UInt64
    /// The maximum; 2^64-1 if it is unknown.
    public let maximum: UInt64

    init(_ minimum: UInt64, _ maximum: UInt64) {
        self.minimum = minimum
        self.maximum = maximum
    }

    init(_ value: UInt64) { self.init(value, value) }

    static let zero = CostRange(0)
    static let unknown = CostRange(0, .max)

    static func + (first: CostRange, second: CostRange) -> CostRange {
        CostRange(
            Cost.sum(first.minimum, second.minimum),
            Cost.sum(first.maximum, second.maximum)
        )
    }

    static func * (first: CostRange, second: CostRange) -> CostRange {
        CostRange(
            Cost.product(first.minimum, second.minimum),
            Cost.product(first.maximum, second.maximum)
        )
    }

    /// The range times a factor, rounded up.
    func scaled(by factor: Double) -> CostRange {
        CostRange(Cost.scaled(minimum, by: factor), Cost.scaled(maximum, by: factor))
    }

    /// The range that includes both.
    func union(_ other: CostRange) -> CostRange {
        CostRange(min(minimum, other.minimum), max(maximum, other.maximum))
    }
}
