/// A decimal number of any length: digits times a power of ten.
struct Decimal: Sendable {
    let isNegative: Bool
    /// The digits from the most significant one on, without zeros at either end; none for zero.
    let digits: [UInt8]
    /// The power of ten of the last digit.
    let exponent: Int
    /// The number of decimal places with which Kubernetes stores the number; it can be negative.
    let places: Int

    /// The maximum number of digits of a sum.
    ///
    /// Numbers such as `1e2000000000` are read without the zeros, but not added with them.
    private static let digitLimit = 100_000

    var isZero: Bool { digits.isEmpty }

    init(isNegative: Bool, digits: [UInt8], exponent: Int, places: Int) {
        let first = digits.firstIndex { $0 != 0 } ?? digits.endIndex
        let last = digits.lastIndex { $0 != 0 } ?? digits.startIndex
        self.isNegative = isNegative && first < digits.endIndex
        self.digits = first < digits.endIndex ? Array(digits[first...last]) : []
        self.exponent = first < digits.endIndex ? exponent + digits.count - 1 - last : 0
        self.places = places
    }

    /// Creates `value` times ten to the power of `scale`.
    init(_ value: Int64, scale: Int) {
        self.init(
            isNegative: value < 0,
            digits: Array(String(value.magnitude).utf8).map { $0 - 0x30 },
            exponent: scale,
            places: -scale
        )
    }

    var negated: Self {
        Self(isNegative: !isNegative, digits: digits, exponent: exponent, places: places)
    }

    /// The number without the decimal point, as it is stored: times ten to the power of `places`.
    var unscaledNumber: Double {
        let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        let magnitude = isZero ? 0 : Double("\(text)e\(exponent + places)") ?? 0
        return isNegative ? -magnitude : magnitude
    }

    /// Returns -1, 0 or 1 for less, equal and greater.
    func compared(to other: Self) -> Int64 {
        if isZero { return other.isZero ? 0 : other.isNegative ? 1 : -1 }
        if other.isZero || isNegative != other.isNegative { return isNegative ? -1 : 1 }
        let order = comparedMagnitude(to: other)
        return isNegative ? -order : order
    }

    private func comparedMagnitude(to other: Self) -> Int64 {
        let size = digits.count + exponent
        let otherSize = other.digits.count + other.exponent
        if size != otherSize { return size < otherSize ? -1 : 1 }
        if digits == other.digits { return 0 }
        return digits.lexicographicallyPrecedes(other.digits) ? -1 : 1
    }

    /// Returns the sum; `nil` if it has too many digits.
    func adding(_ other: Self) -> Self? {
        let places = max(places, other.places)
        if isZero || other.isZero {
            let term = isZero ? other : self
            return Self(
                isNegative: term.isNegative,
                digits: term.digits,
                exponent: term.exponent,
                places: places
            )
        }
        let low = min(exponent, other.exponent)
        let high = max(exponent + digits.count, other.exponent + other.digits.count)
        guard high - low <= Self.digitLimit else { return nil }
        let left = aligned(low: low, high: high)
        let right = other.aligned(low: low, high: high)
        let isFirstLarger = comparedMagnitude(to: other) >= 0
        let result =
            isNegative == other.isNegative
            ? Self.sum(left, right)
            : isFirstLarger ? Self.difference(left, right) : Self.difference(right, left)
        return Self(
            isNegative: isFirstLarger ? isNegative : other.isNegative,
            digits: result,
            exponent: low,
            places: places
        )
    }

    /// Returns the digits for all powers of ten in a range, the most significant one first.
    private func aligned(low: Int, high: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: high - exponent - digits.count) + digits
            + [UInt8](repeating: 0, count: exponent - low)
    }

    private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result = left
        var carry: UInt8 = 0
        for position in left.indices.reversed() {
            let digit = left[position] + right[position] + carry
            carry = digit / 10
            result[position] = digit % 10
        }
        return carry > 0 ? [carry] + result : result
    }

    private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result = left
        var borrow: UInt8 = 0
        for position in left.indices.reversed() {
            let digit = left[position] + 10 - right[position] - borrow
            borrow = digit < 10 ? 1 : 0
            result[position] = digit % 10
        }
        return result
    }

    /// Returns the number with at most some decimal places, rounded away from zero.
    func roundedUp(places: Int) -> Self {
        let excess = -exponent - places
        guard !isZero, excess > 0 else {
            return Self(
                isNegative: isNegative,
                digits: digits,
                exponent: exponent,
                places: places
            )
        }
        let kept = Array(digits.dropLast(excess))
        // What is dropped is not zero, as the last digit is not.
        let one = [UInt8](repeating: 0, count: max(0, kept.count - 1)) + [1]
        return Self(
            isNegative: isNegative,
            digits: kept.isEmpty ? [1] : Self.sum(kept, one),
            exponent: -places,
            places: places
        )
    }

    /// Returns the product with a power of two.
    func multiplied(byTwoToThe power: Int) -> Self {
        var result = digits
        for _ in 0..<power / 10 {
            var carry = 0
            for position in result.indices.reversed() {
                let product = Int(result[position]) * 1024 + carry
                result[position] = UInt8(product % 10)
                carry = product / 10
            }
            result = String(carry).utf8.map { $0 - 0x30 } + result
        }
        return Self(isNegative: isNegative, digits: result, exponent: exponent, places: places)
    }

    /// Returns the digits of an integer divided by 1024; `nil` if the result is not an integer.
    static func quotientBy1024(_ digits: [UInt8]) -> [UInt8]? {
        var quotient: [UInt8] = []
        var rest = 0
        for digit in digits {
            rest = rest * 10 + Int(digit)
            let next = UInt8(rest / 1024)
            if next > 0 || !quotient.isEmpty { quotient.append(next) }
            rest %= 1024
        }
        return rest == 0 ? quotient : nil
    }
}
