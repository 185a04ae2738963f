/// The shortest decimal digits that are read as the same finite binary number.
///
/// Go's `strconv.FormatFloat` writes them in several formats, which differ in the numbers that have
/// an exponent.
package struct ShortestDecimal {
    private let sign: String
    /// The digits without leading and trailing zeros; `0` for zero.
    private let digits: String
    /// The power of ten of the first digit: 0 for 1.5, -3 for 0.001.
    private let exponent: Int

    /// Finds the digits of a number.
    package init(_ value: Double) {
        self.init(magnitude: value.magnitude.description, isNegative: value.sign == .minus)
    }

    /// Finds the digits of a number.
    package init(_ value: Float) {
        self.init(magnitude: value.magnitude.description, isNegative: value.sign == .minus)
    }

    /// Finds the digits in Swift's description of a number, such as `0.001` and `1.5e+16`.
    private init(magnitude text: String, isNegative: Bool) {
        let bytes = text.utf8
        let end = bytes.firstIndex(of: UInt8(ascii: "e")) ?? bytes.endIndex
        let power = end == bytes.endIndex ? "0" : String(text[bytes.index(after: end)...])
        let mantissa = [UInt8](bytes[..<end])
        let wholeCount = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
        let all = mantissa.filter { $0 != UInt8(ascii: ".") }
        sign = isNegative ? "-" : ""
        guard let first = all.firstIndex(where: { $0 != UInt8(ascii: "0") }),
            let last = all.lastIndex(where: { $0 != UInt8(ascii: "0") })
        else {
            digits = "0"
            exponent = 0
            return
        }
        digits = String(decoding: all[first...last], as: UTF8.self)
        exponent = wholeCount - 1 - first + Int(Int64(decimal: power) ?? 0)
    }

    /// Returns the number as text.
    ///
    /// - Parameters:
    ///   - plainExponents: The exponents for which the number is written without an exponent.
    ///   - exponentDigits: The minimum number of digits of an exponent.
    /// - Returns: Text such as `1500`, `0.001` and `1.5e+06`.
    package func text(plainExponents: Range<Int>, exponentDigits: Int = 2) -> String {
        guard plainExponents.contains(exponent) else {
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            let power = String(exponent.magnitude)
            return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")"
                + Self.zeros(exponentDigits - power.count) + power
        }
        if exponent < 0 { return sign + "0." + Self.zeros(-exponent - 1) + digits }
        let wholeCount = exponent + 1
        if digits.count <= wholeCount {
            return sign + digits + Self.zeros(wholeCount - digits.count)
        }
        return "\(sign)\(digits.prefix(wholeCount)).\(digits.dropFirst(wholeCount))"
    }

    private static func zeros(_ count: Int) -> String {
        String(repeating: "0", count: max(0, count))
    }
}
