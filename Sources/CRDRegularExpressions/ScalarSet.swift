/// A set of Unicode scalars, such as a class in a pattern: `[a-z\pL]`.
///
/// If case is ignored, ranges are extended when they are added, before a negation, as in Go.
package struct ScalarSet: Sendable {
    /// A part of a set that has no short list of ranges.
    private struct Category: Sendable {
        let name: Unicode.GeneralCategory.Name
        let isNegated: Bool
        let foldsCase: Bool

        func holds(_ code: UInt32) -> Bool {
            let isFound =
                isNamed(code) || foldsCase && CaseFolding.others(of: code).contains(where: isNamed)
            return isFound != isNegated
        }

        private func isNamed(_ code: UInt32) -> Bool {
            Unicode.Scalar(code).map(name.holds) ?? false
        }
    }

    private var ranges: [ClosedRange<UInt32>] = []
    private var categories: [Category] = []
    private var isNegated = false
    /// The ASCII scalars in the set; known when the set is complete.
    private(set) var ascii = ASCIIBits()

    init() {}

    mutating func insert(_ range: ClosedRange<UInt32>, foldsCase: Bool) {
        insert([range], isNegated: false, foldsCase: foldsCase)
    }

    /// Adds ranges, or all scalars outside of them if the ranges are negated.
    mutating func insert(
        _ ranges: [ClosedRange<UInt32>],
        isNegated: Bool,
        foldsCase: Bool
    ) {
        let widened = foldsCase ? CaseFolding.widened(ranges) : ranges
        guard isNegated else {
            self.ranges += widened
            return
        }
        var next: UInt32 = 0
        for range in Self.merged(widened) {
            if range.lowerBound > next { self.ranges.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= 0x10FFFF { self.ranges.append(next...0x10FFFF) }
    }

    mutating func insert(
        _ name: Unicode.GeneralCategory.Name,
        isNegated: Bool,
        foldsCase: Bool
    ) {
        categories.append(Category(name: name, isNegated: isNegated, foldsCase: foldsCase))
    }

    /// Sorts the ranges and computes the bits for ASCII; nothing can be added afterwards.
    mutating func complete(isNegated: Bool) {
        ranges = Self.merged(ranges)
        self.isNegated = isNegated
        for code in UInt32(0)..<128 where search(code) { ascii.insert(code) }
    }

    private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        if ranges.count < 2 { return ranges }
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                let end = max(last.upperBound, range.upperBound)
                merged[merged.count - 1] = last.lowerBound...end
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// Returns whether the set contains the scalar with a code.
    package func contains(_ code: UInt32) -> Bool {
        code < 128 ? ascii.contains(code) : search(code)
    }

    private func search(_ code: UInt32) -> Bool {
        includes(code) != isNegated
    }

    private func includes(_ code: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < code { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].contains(code) { return true }
        if categories.isEmpty { return false }
        return categories.contains { $0.holds(code) }
    }
}
