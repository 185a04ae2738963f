/// Floating-point numbers as Go's strconv reads and writes them.
package enum GoFloat {
    /// Returns the shortest digits that are read as the same number, with an exponent if it is less
    /// than -4 or more than 5: `1.5`, `1e+06`, `+Inf` (`strconv.FormatFloat` with format `g`).
    static func text(_ value: Double) -> String {
        special(value) ?? ShortestDigits(value).text
    }

    /// Returns the shortest digits that are read as the same number, without an exponent.
    static func plain(_ value: Double) -> String {
        special(value) ?? ShortestDigits(value).plain
    }

    /// Returns a number with a fixed number of decimal places (`strconv.FormatFloat` with format
    /// `f`).
    package static func fixed(_ value: Double, places: Int) -> String {
        if let special = special(value) { return special }
        var decimal = ExactDecimal(value)
        decimal.round(places: places)
        let zeros = [UInt8](repeating: 0, count: places - decimal.fractionDigits.count)
        let digits = [decimal.wholeDigits, decimal.fractionDigits + zeros].map { digits in
            String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        }
        return (decimal.isNegative ? "-" : "")
            + (places == 0 ? digits[0] : digits.joined(separator: "."))
    }

    private static func special(_ value: Double) -> String? {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return nil
    }

    /// Reads a number (`strconv.ParseFloat`): decimal or hexadecimal, `inf`, `infinity` and `nan`
    /// in any case, and `_` between digits.
    ///
    /// - Returns: `nil` if the text is not a number, or if the number is out of range.
    static func read(_ text: String) -> Double? {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        let magnitude: Double?
        switch String(decoding: bytes.map { $0.isUppercase ? $0 | 0x20 : $0 }, as: UTF8.self) {
        // Go rejects a sign before 'nan'.
        case "nan": magnitude = bytes.count == text.utf8.count ? .nan : nil
        case "inf", "infinity": magnitude = .infinity
        case let lower: magnitude = readDigits(Array(lower.utf8))
        }
        return magnitude.map { isNegative ? -$0 : $0 }
    }

    /// Reads an unsigned number in lower case.
    private static func readDigits(_ bytes: [UInt8]) -> Double? {
        let isHexadecimal = bytes.starts(with: "0x".utf8)
        guard underscoresSeparateDigits(bytes) else { return nil }
        let digits = bytes.filter { $0 != UInt8(ascii: "_") }
        guard isNumber(digits, isHexadecimal: isHexadecimal) else { return nil }
        // Swift wants a digit before the point and after it.
        var text = ""
        for (position, byte) in digits.enumerated() {
            let previous = position > 0 ? digits[position - 1] : 0
            let isPoint = byte == UInt8(ascii: ".")
            if isPoint, !isDigit(previous, isHexadecimal) || position == 0 { text += "0" }
            let followsPoint = previous == UInt8(ascii: ".")
            if followsPoint, !isDigit(byte, isHexadecimal) { text += "0" }
            text.unicodeScalars.append(Unicode.Scalar(byte))
        }
        if digits.last == UInt8(ascii: ".") { text += "0" }
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    private static func isDigit(_ byte: UInt8, _ isHexadecimal: Bool) -> Bool {
        isHexadecimal ? byte.hexadecimalDigit != nil : byte.isDigit
    }

    private static func isNumber(_ bytes: [UInt8], isHexadecimal: Bool) -> Bool {
        var rest = bytes[...]
        if isHexadecimal { rest = rest.dropFirst(2) }
        let whole = rest.prefix { isDigit($0, isHexadecimal) }
        rest = rest[whole.endIndex...]
        var count = whole.count
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { isDigit($0, isHexadecimal) }
            rest = rest[fraction.endIndex...]
            count += fraction.count
        }
        guard count > 0 else { return false }
        let mark = UInt8(ascii: isHexadecimal ? "p" : "e")
        guard rest.first == mark else { return rest.isEmpty && !isHexadecimal }
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
            rest = rest.dropFirst()
        }
        return !rest.isEmpty && rest.allSatisfy(\.isDigit)
    }

    /// Whether each `_` has a digit on both sides; the prefix `0x` counts as a digit.
    private static func underscoresSeparateDigits(_ bytes: [UInt8]) -> Bool {
        let isHexadecimal = bytes.starts(with: "0x".utf8)
        for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "_") {
            guard position > 0, position + 1 < bytes.count else { return false }
            let follows =
                isHexadecimal && position == 2 || isDigit(bytes[position - 1], isHexadecimal)
            guard follows, isDigit(bytes[position + 1], isHexadecimal) else { return false }
        }
        return true
    }
}

/// The shortest decimal digits that are read as the same finite number.
private struct ShortestDigits {
    private let sign: String
    /// The digits without zeros at either end; `0` for zero.
    private let digits: String
    /// The power of ten of the first digit: 0 for 1.5, -3 for 0.001.
    private let exponent: Int

    init(_ value: Double) {
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

    var text: String {
        if -4...5 ~= exponent { return plain }
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        let power = String(exponent.magnitude)
        return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")"
            + (power.count < 2 ? "0" : "") + power
    }

    var plain: String {
        if exponent < 0 {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        }
        let wholeCount = exponent + 1
        if digits.count <= wholeCount {
            return sign + digits + String(repeating: "0", count: wholeCount - digits.count)
        }
        return "\(sign)\(digits.prefix(wholeCount)).\(digits.dropFirst(wholeCount))"
    }
}
