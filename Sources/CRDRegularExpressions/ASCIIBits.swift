/// A set of ASCII scalars, one bit each.
struct ASCIIBits: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Adds the scalar with a code below 128.
    mutating func insert(_ code: UInt32) {
        if code < 64 { low |= 1 << UInt64(code) } else { high |= 1 << UInt64(code - 64) }
    }

    /// Returns whether the scalar with a code below 128 is in the set.
    func contains(_ code: UInt32) -> Bool {
        code < 64 ? low & (1 << UInt64(code)) != 0 : high & (1 << UInt64(code - 64)) != 0
    }
}
