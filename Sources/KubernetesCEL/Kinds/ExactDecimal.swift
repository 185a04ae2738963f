/// The exact decimal value of a finite floating-point number, which can be rounded.
struct ExactDecimal {
    let isNegative: Bool
    /// The digits from the most significant one on, without zeros at either end; none for zero.
    private(set) var digits: [UInt8]
    /// The power of ten of the last digit.
    private var exponent: Int

    init(_ value: Double) {
        isNegative = value.sign == .minus
        let zeros = value.significandBitPattern.trailingZeroBitCount
        let fractionBits = Double.significandBitCount
        var significand = value.significandBitPattern
        if value.isNormal { significand |= 1 << UInt64(fractionBits) }
        let shift = significand == 0 ? 0 : min(zeros, fractionBits)
        let exponent = value == 0 ? 0 : Int(value.isNormal ? value.exponent : -1022) - fractionBits
        var digits = String(significand >> UInt64(shift)).utf8.map { $0 - 0x30 }
        let power = exponent + shift
        // A negative power of two is a power of five with a decimal point.
        for _ in 0..<power.magnitude / 13 {
            Self.multiply(&digits, by: power < 0 ? 1_220_703_125 : 8192)
        }
        for _ in 0..<power.magnitude % 13 { Self.multiply(&digits, by: power < 0 ? 5 : 2) }
        self.digits = digits
        self.exponent = min(power, 0)
        trim()
    }

    private static func multiply(_ digits: inout [UInt8], by factor: Int64) {
        var carry: Int64 = 0
        for position in digits.indices.reversed() {
            let product = Int64(digits[position]) * factor + carry
            digits[position] = UInt8(product % 10)
            carry = product / 10
        }
        if carry > 0 { digits = String(carry).utf8.map { $0 - 0x30 } + digits }
    }

    private mutating func trim() {
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { exponent = 0 }
    }

    /// The power of ten of the first digit.
    var order: Int { digits.isEmpty ? 0 : exponent + digits.count - 1 }

    /// Rounds to a number of decimal places; halves become even.
    mutating func round(places: Int) {
        let dropped = -exponent - places
        guard dropped > 0, !digits.isEmpty else { return }
        guard dropped <= digits.count else {
            digits = []
            exponent = 0
            return
        }
        let rest = digits.suffix(dropped)
        digits.removeLast(dropped)
        exponent += dropped
        let isTie = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
        let isUp = isTie ? (digits.last ?? 0) % 2 == 1 : (rest.first ?? 0) >= 5
        if isUp { increment() }
        trim()
    }

    private mutating func increment() {
        for position in digits.indices.reversed() {
            if digits[position] < 9 {
                digits[position] += 1
                return
            }
            digits[position] = 0
        }
        digits.insert(1, at: 0)
    }

    /// Rounds to a number of digits; halves become even.
    mutating func round(digits count: Int) {
        round(places: count - 1 - order)
    }

    /// The digits before the decimal point; `0` if there are none.
    var wholeDigits: [UInt8] {
        if order < 0 || digits.isEmpty { return [0] }
        let whole = digits.prefix(order + 1)
        return whole + [UInt8](repeating: 0, count: order + 1 - whole.count)
    }

    /// The digits after the decimal point.
    var fractionDigits: [UInt8] {
        if exponent >= 0 { return [] }
        let zeros = max(0, -order - 1)
        return [UInt8](repeating: 0, count: zeros) + digits.suffix(-exponent)
    }
}
