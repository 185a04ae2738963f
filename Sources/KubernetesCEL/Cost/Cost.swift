/// The rules of costs that estimates and run-time costs share.
enum Cost {
    static let perScalar = 0.1
    static let perPatternScalar = 0.25
    static let list: UInt64 = 10
    static let map: UInt64 = 30

    /// Returns a size times a factor, rounded up, at most 2^64-1.
    static func scaled(_ size: UInt64, by factor: Double) -> UInt64 {
        let product = (Double(size) * factor).rounded(.up)
        return product >= 0x1p64 ? .max : UInt64(product)
    }

    static func sum(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let (sum, overflow) = first.addingReportingOverflow(second)
        return overflow ? .max : sum
    }

    static func product(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let (product, overflow) = first.multipliedReportingOverflow(by: second)
        return overflow ? .max : product
    }
}
