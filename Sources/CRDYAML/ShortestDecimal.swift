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
    package init(_ value: some BinaryFloatingPoint & CustomStringConvertible) {
        sign = value.sign == .minus ? "-" : ""
        let parts = value.magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let all = mantissa[0] + (mantissa.count > 1 ? mantissa[1] : "")
        let zeros = all.prefix { $0 == "0" }.count
        var significant = all.dropFirst(zeros)
        while significant.last == "0" { significant.removeLast() }
        digits = significant.isEmpty ? "0" : String(significant)
        let scale = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        exponent = significant.isEmpty ? 0 : mantissa[0].count - 1 - zeros + scale
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
