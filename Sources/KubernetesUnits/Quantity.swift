/// A Kubernetes quantity such as `1500m`, `12Mi` or `1e3` (`resource.Quantity` of
/// k8s.io/apimachinery v0.35).
///
/// The value is exact. As in Kubernetes, it is a small number, or a decimal of any length after
/// numbers were too large; only small numbers can be integers.
public struct Quantity: Sendable {
    /// The form in which a quantity is written.
    enum Form: Sendable {
        /// `12e6`
        case decimalExponent
        /// `12M`
        case decimalSuffix
        /// `12Mi`
        case binarySuffix
    }

    enum Amount: Sendable {
        /// `value` times ten to the power of `scale`.
        case small(value: Int64, scale: Int)
        case large(Decimal)
    }

    /// The error for a text that is not a quantity, with the message of the server.
    package struct Failure: Error, Equatable {
        package let message: String

        package static let form = Failure(
            message: "quantities must match the regular expression "
                + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        )
        package static let suffix = Failure(message: "unable to parse quantity's suffix")
    }

    var amount: Amount
    var form: Form
    /// The text from which the quantity was read, if it is in the canonical form.
    var canonicalText: String?
    /// Whether the quantity is the result of an addition or subtraction.
    ///
    /// Kubernetes 1.35 has no overload of `==` with such a quantity on the right.
    package private(set) var isSum = false

    init(amount: Amount, form: Form, canonicalText: String? = nil) {
        self.amount = amount
        self.form = form
        self.canonicalText = canonicalText
    }

    /// The value as a decimal.
    var decimal: Decimal {
        switch amount {
        case .small(let value, let scale): Decimal(value, scale: scale)
        case .large(let decimal): decimal
        }
    }

    /// -1, 0 or 1.
    package var sign: Int64 {
        switch amount {
        case .small(let value, _): value.signum()
        case .large(let decimal): decimal.isZero ? 0 : decimal.isNegative ? -1 : 1
        }
    }

    /// The value as an integer; `nil` if it is not a small number that is one.
    ///
    /// A number with a fraction is not an integer even if the fraction is zero, as in `1.0`.
    package var integer: Int64? {
        guard case .small(let value, let scale) = amount, scale >= 0 else { return nil }
        return value.scaled(by: scale)
    }

    /// The value as a floating-point number, as `AsApproximateFloat64` computes it.
    package var approximateNumber: Double {
        switch amount {
        case .small(let value, let scale):
            scale == 0 ? Double(value) : Double(value) * Self.powerOfTen(scale)
        case .large(let decimal):
            decimal.places == 0
                ? decimal.unscaledNumber
                : decimal.unscaledNumber * Self.powerOfTen(-decimal.places)
        }
    }

    /// Returns a power of ten as Go's `math.Pow10` computes it.
    private static func powerOfTen(_ exponent: Int) -> Double {
        if exponent > 308 { return .infinity }
        if exponent < -323 { return 0 }
        let (high, low) = exponent.magnitude.quotientAndRemainder(dividingBy: 32)
        let small = Double("1e\(low)") ?? 1
        return exponent >= 0
            ? (Double("1e\(high * 32)") ?? 1) * small : (Double("1e-\(high * 32)") ?? 1) / small
    }
}

// MARK: - Comparing and adding

extension Quantity: Equatable {
    /// Returns whether two quantities have the same value.
    public static func == (left: Self, right: Self) -> Bool { left.compared(to: right) == 0 }

    /// Returns -1, 0 or 1 for less, equal and greater.
    package func compared(to other: Self) -> Int64 {
        if case .small(let left, let scale) = amount, case .small(let right, scale) = other.amount {
            return left < right ? -1 : left == right ? 0 : 1
        }
        return decimal.compared(to: other.decimal)
    }

    /// Returns the sum; `nil` if it has too many digits to be computed.
    package func adding(_ other: Self) -> Self? { adding(other, isNegated: false) }

    /// Returns the difference; `nil` if it has too many digits to be computed.
    package func subtracting(_ other: Self) -> Self? { adding(other, isNegated: true) }

    /// Creates the quantity that an integer stands for in CEL, as an argument of `add` and `sub`.
    package init(exponentForm value: Int64) {
        self.init(amount: .small(value: value, scale: 0), form: .decimalExponent)
    }

    private func adding(_ other: Self, isNegated: Bool) -> Self? {
        var sum = self
        sum.canonicalText = nil
        sum.isSum = true
        if sign == 0 { sum.form = other.form }
        if let amount = smallSum(other, isNegated: isNegated) {
            sum.amount = amount
            return sum
        }
        let term = isNegated ? other.decimal.negated : other.decimal
        guard let decimal = decimal.adding(term) else { return nil }
        sum.amount = .large(decimal)
        return sum
    }

    /// Returns the sum of two small numbers; `nil` if it is not small.
    private func smallSum(_ other: Self, isNegated: Bool) -> Amount? {
        guard case .small(let left, let leftScale) = amount,
            case .small(let value, let rightScale) = other.amount
        else { return nil }
        let right = isNegated ? 0 &- value : value
        if right == 0 { return amount }
        if left == 0 { return .small(value: right, scale: rightScale) }
        let scale = min(leftScale, rightScale)
        guard let left = left.scaled(by: leftScale - scale),
            let right = right.scaled(by: rightScale - scale)
        else { return nil }
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? nil : .small(value: sum, scale: scale)
    }
}

extension Int64 {
    /// Returns the product with a power of ten; `nil` if it overflows.
    fileprivate func scaled(by exponent: Int) -> Int64? {
        if self == 0 { return 0 }
        guard exponent < 19 else { return nil }
        var result = self
        for _ in 0..<exponent {
            let (product, overflows) = result.multipliedReportingOverflow(by: 10)
            if overflows { return nil }
            result = product
        }
        return result
    }
}
