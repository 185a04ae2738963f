extension Quantity {
    /// Reads a quantity (`resource.ParseQuantity`).
    ///
    /// A value that is not a multiple of one billionth is rounded away from zero, and a value with
    /// a binary suffix is at most 2^63-1.
    ///
    /// - Throws: `Failure` with the message of the server.
    package init(parsing text: String) throws(Failure) {
        guard !text.isEmpty else { throw .form }
        let parts = try QuantityParts(text)
        guard let unit = Unit(parts.suffix) else { throw .suffix }
        if let small = Self.small(parts, unit, text) {
            self = small
            return
        }
        var decimal = Decimal(
            isNegative: parts.isNegative,
            digits: (parts.whole + parts.fraction).map { $0 - 0x30 },
            exponent: unit.base == 10
                ? unit.exponent - parts.fraction.count : -parts.fraction.count,
            places: 9
        )
        if unit.base == 2 { decimal = decimal.multiplied(byTwoToThe: unit.exponent) }
        decimal = decimal.roundedUp(places: 9)
        var form = unit.form
        if form == .binarySuffix {
            let magnitude = decimal.isNegative ? decimal.negated : decimal
            let largest = Decimal(.max, scale: 0)
            if magnitude.compared(to: largest) > 0 {
                decimal = decimal.isNegative ? largest.negated : largest
            }
            if magnitude.compared(to: Decimal(1, scale: 0)) < 0, !magnitude.isZero {
                form = .decimalSuffix
            }
        }
        self.init(amount: .large(decimal), form: form)
    }

    /// Returns the quantity as a small number; `nil` if Kubernetes does not store it so.
    private static func small(_ parts: QuantityParts, _ unit: Unit, _ text: String) -> Self? {
        let digits = parts.whole + parts.fraction
        let scale = unit.base == 10 ? unit.exponent - parts.fraction.count : 0
        if unit.base == 10 {
            guard digits.count <= 18, scale >= -9 else { return nil }
        } else {
            guard parts.fraction.isEmpty,
                14 - parts.whole.count - unit.exponent * 3 / 10 >= 0
            else { return nil }
        }
        let factor: Int64 = unit.base == 10 ? 1 : 1 << Int64(unit.exponent)
        guard let number = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
        let (value, overflows) = number.multipliedReportingOverflow(by: factor)
        guard !overflows else { return nil }
        let isCanonical =
            unit.base == 2
            ? number & 7 != 0
            : scale % 3 == 0 && !digits.suffix(3).elementsEqual("000".utf8)
                && digits.first != UInt8(ascii: "0")
        return Self(
            amount: .small(value: parts.isNegative ? -value : value, scale: scale),
            form: unit.form,
            canonicalText: isCanonical || text == "0" ? text : nil
        )
    }

    /// The suffix of a quantity.
    private struct Unit {
        private static let exponentLimit = 1_000_000_000

        let base: Int
        let exponent: Int
        let form: Form

        init?(_ suffix: String) {
            let decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
            let binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
            if let position = decimal.firstIndex(of: suffix) {
                self.init(base: 10, exponent: position * 3 - 9, form: .decimalSuffix)
            } else if let position = binary.firstIndex(of: suffix) {
                self.init(base: 2, exponent: position * 10 + 10, form: .binarySuffix)
            } else {
                let mark = suffix.utf8.first.map { $0 | 0x20 }
                guard mark == UInt8(ascii: "e"), let exponent = Int64(suffix.dropFirst()) else {
                    return nil
                }
                // Kubernetes keeps the lower 32 bits. The limit keeps sums with it in this range.
                let kept = Int(Int32(truncatingIfNeeded: exponent))
                self.init(
                    base: 10,
                    exponent: max(-Self.exponentLimit, min(kept, Self.exponentLimit)),
                    form: .decimalExponent
                )
            }
        }

        private init(base: Int, exponent: Int, form: Form) {
            self.base = base
            self.exponent = exponent
            self.form = form
        }
    }
}

/// The parts of the text of a quantity.
private struct QuantityParts {
    let isNegative: Bool
    /// The digits before the point, without leading zeros; `0` if there are none.
    let whole: [UInt8]
    let fraction: [UInt8]
    let suffix: String

    init(_ text: String) throws(Quantity.Failure) {
        var rest = Array(text.utf8)[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        rest = rest.drop { $0 == UInt8(ascii: "0") }
        let whole = rest.prefix { $0.isDigit }
        self.whole = whole.isEmpty ? [UInt8(ascii: "0")] : Array(whole)
        rest = rest[whole.endIndex...]
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix { $0.isDigit }
            rest = rest[fraction.endIndex...]
        }
        self.fraction = Array(fraction)
        suffix = String(decoding: rest, as: UTF8.self)
        rest = rest.drop { "eEinumkKMGTP".utf8.contains($0) }
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard rest.allSatisfy(\.isDigit) else { throw .form }
    }
}

// MARK: - Writing

extension Quantity: CustomStringConvertible {
    /// The canonical form: no fraction, and the largest suffix or exponent that is possible.
    public var description: String {
        if let canonicalText { return canonicalText }
        let decimal = decimal
        if decimal.isZero { return "0" }
        let sign = decimal.isNegative ? "-" : ""
        if form == .binarySuffix, let text = Self.binaryText(decimal) { return sign + text }
        // The exponent becomes a multiple of three.
        let extra = ((decimal.exponent % 3) + 3) % 3
        let exponent = decimal.exponent - extra
        let digits = Self.text(decimal.digits) + String(repeating: "0", count: extra)
        if form != .decimalExponent, -9...18 ~= exponent {
            let suffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
            return sign + digits + suffixes[exponent / 3 + 3]
        }
        return sign + digits + (exponent == 0 ? "" : "e\(exponent)")
    }

    /// Returns the magnitude with a binary suffix; `nil` if it is less than 1024 or not an integer.
    private static func binaryText(_ decimal: Decimal) -> String? {
        let magnitude = decimal.isNegative ? decimal.negated : decimal
        // A sum with an exponent of more digits is written with the exponent.
        guard 0...100 ~= decimal.exponent, magnitude.compared(to: Decimal(1024, scale: 0)) >= 0
        else { return nil }
        var digits = decimal.digits + [UInt8](repeating: 0, count: decimal.exponent)
        let suffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
        var suffix = 0
        while suffix + 1 < suffixes.count, let quotient = Decimal.quotientBy1024(digits) {
            digits = quotient
            suffix += 1
        }
        return text(digits) + suffixes[suffix]
    }

    private static func text(_ digits: [UInt8]) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }
}
