extension Quantity: LosslessStringConvertible, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral
{
    /// Reads a quantity such as `500m`, `1.5Gi` or `1e3`; returns `nil` if Kubernetes rejects it.
    public init?(_ text: String) {
        guard let quantity = try? Quantity(parsing: text) else { return nil }
        self = quantity
    }

    /// Creates a quantity from an integer, which is written with a decimal suffix: 2000 is `2k`.
    public init(_ value: Int) {
        self.init(amount: .small(value: Int64(value), scale: 0), form: .decimalSuffix)
    }

    /// Creates a quantity.
    ///
    /// - Precondition: The text is a quantity.
    public init(stringLiteral text: String) {
        guard let quantity = Quantity(text) else {
            preconditionFailure("'\(text)' is not a quantity, expected one such as 500m or 1Gi")
        }
        self = quantity
    }

    /// Creates a quantity from an integer.
    public init(integerLiteral value: Int) { self.init(value) }

    /// The value as a double, which may lose digits.
    public var double: Double { approximateNumber }

    /// The value as an integer, rounded away from zero; `nil` if it does not fit.
    public var value: Int64? { integer(places: 0) }

    /// The value in thousandths, rounded away from zero; `nil` if it does not fit.
    public var milliValue: Int64? { integer(places: 3) }

    private func integer(places: Int) -> Int64? {
        let rounded = decimal.roundedUp(places: places)
        let zeros = rounded.exponent + places
        guard zeros + rounded.digits.count <= 19 else { return nil }
        let digits = rounded.digits + [UInt8](repeating: 0, count: max(0, zeros))
        let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        return Int64((rounded.isNegative ? "-" : "") + (text.isEmpty ? "0" : text))
    }
}

extension Quantity: Comparable, Hashable {
    /// Whether the left quantity is less.
    public static func < (left: Quantity, right: Quantity) -> Bool {
        left.compared(to: right) < 0
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) {
        let decimal = decimal
        hasher.combine(decimal.isNegative)
        hasher.combine(decimal.digits)
        hasher.combine(decimal.exponent)
    }
}

// The form of the left operand is kept, as in Kubernetes, unless it is zero.
extension Quantity: AdditiveArithmetic {
    /// The quantity `0`.
    public static var zero: Quantity { Quantity(0) }

    /// Returns the sum, in the form of the left quantity: `1Gi` + `512Mi` is `1536Mi`.
    ///
    /// - Precondition: It has at most 100,000 digits.
    public static func + (left: Quantity, right: Quantity) -> Quantity {
        exact(left.adding(right))
    }

    /// Returns the difference, in the form of the left quantity.
    ///
    /// - Precondition: It has at most 100,000 digits.
    public static func - (left: Quantity, right: Quantity) -> Quantity {
        exact(left.subtracting(right))
    }

    /// Returns the quantity with the other sign.
    public static prefix func - (quantity: Quantity) -> Quantity {
        Quantity.zero - quantity
    }

    private static func exact(_ result: Quantity?) -> Quantity {
        guard let result else { preconditionFailure("a sum has more than 100,000 digits") }
        return result
    }
}

extension Quantity: Codable {
    /// Reads a quantity from a string or a number, as Kubernetes does.
    ///
    /// - Throws: `DecodingError` if the value is not a quantity.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text: String
        if let string = try? container.decode(String.self) {
            text = string
        } else if let integer = try? container.decode(Int64.self) {
            text = String(integer)
        } else {
            text = "\(try container.decode(Double.self))"
        }
        guard let quantity = Quantity(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(text)' is not a quantity"
            )
        }
        self = quantity
    }

    /// Writes the canonical form as a string.
    ///
    /// - Throws: The errors of the encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
