/// Floating-point numbers as `format` writes them: with the symbols of the language en-US.
enum FormatNumber {
    /// Returns a number with a fixed number of decimal places and with separators between
    /// thousands.
    ///
    /// Go's golang.org/x/text keeps only 16 bits of the precision, and 8 bits for the zeros.
    static func fixed(_ value: Double, precision: Int) -> String {
        if let special = special(value) { return special }
        var decimal = ExactDecimal(value)
        decimal.round(places: max(0, Int(Int16(truncatingIfNeeded: precision))))
        let whole = decimal.wholeDigits
        var text = decimal.isNegative && !decimal.digits.isEmpty ? "-" : ""
        for (position, digit) in whole.enumerated() {
            if position > 0, (whole.count - position).isMultiple(of: 3) { text += "," }
            text += String(digit)
        }
        return text
            + fraction(decimal.fractionDigits, minimum: Int(UInt8(truncatingIfNeeded: precision)))
    }

    /// Returns a number such as `1.052033×10⁰³`, with spaces in front up to a width.
    static func scientific(_ value: Double, width: Int) -> String {
        let text = special(value) ?? scientific(value)
        let width = Int(UInt16(truncatingIfNeeded: width))
        return String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
    }

    private static func scientific(_ value: Double) -> String {
        var decimal = ExactDecimal(value)
        decimal.round(digits: 7)
        let sign = decimal.isNegative && !decimal.digits.isEmpty ? "-" : ""
        let first = String(decimal.digits.first ?? 0)
        let exponent = String(decimal.order.magnitude)
        let digits = (exponent.count < 2 ? "0" : "") + exponent
        return sign + first + fraction(Array(decimal.digits.dropFirst()), minimum: 6) + "×10"
            + (decimal.order < 0 ? "⁻" : "") + superscript(digits)
    }

    private static func special(_ value: Double) -> String? {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-∞" : "∞" }
        return nil
    }

    private static func fraction(_ digits: [UInt8], minimum: Int) -> String {
        let zeros = String(repeating: "0", count: max(0, minimum - digits.count))
        return digits.isEmpty && zeros.isEmpty ? "" : "." + text(digits) + zeros
    }

    private static func text(_ digits: [UInt8]) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }

    private static func superscript(_ digits: String) -> String {
        let symbols = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        return digits.utf8.map { symbols[Int($0 - 0x30)] }.joined()
    }
}
