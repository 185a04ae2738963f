import CRDYAML

/// A JSON number.
///
/// It keeps its text, so that reading and writing loses nothing.
///
/// `9007199254740993` and `1.50` are written as they were read. Two numbers are equal if they have
/// the same value: `1.0` equals `1`.
public struct JSONNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number as JSON text.
    public let text: String

    /// Creates a number from an integer.
    public init(_ value: Int) {
        text = String(value)
    }

    /// Creates a number from a 64-bit integer, on every platform.
    package init(_ value: Int64) {
        text = String(value)
    }

    /// Creates a number from a finite double; returns `nil` for infinities and NaN, which JSON does
    /// not support.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let isWhole = value == value.rounded() && value.magnitude < 0x1p53
        text = isWhole ? String(Int64(value)) : value.description
    }

    /// Creates a number from JSON text; returns `nil` if the text is not a JSON number (RFC 8259).
    public init?(_ text: String) {
        guard JSONGrammar.isNumber(text) else { return nil }
        self.text = text
    }

    package init(uncheckedText text: String) {
        self.text = text
    }

    /// The value as an integer; `nil` if it has a fraction or does not fit.
    public var integer: Int? { integer64.flatMap { Int(exactly: $0) } }

    /// The value as a 64-bit integer, on every platform; `nil` if it has a fraction or does not fit.
    package var integer64: Int64? {
        if let integer = Int64(decimal: text) { return integer }
        // `9007199254740993.0` would lose digits if it were converted through a double.
        let bytes = text.utf8
        if let point = bytes.firstIndex(of: UInt8(ascii: ".")),
            bytes[point...].dropFirst().allSatisfy({ $0 == UInt8(ascii: "0") })
        {
            return Int64(decimal: String(text[..<point]))
        }
        guard let double = Double(text), double == double.rounded() else { return nil }
        return Int64(exactly: double)
    }

    /// The value as a double, rounded to the nearest one.
    public var double: Double { Double(text) ?? .nan }

    /// The number as JSON text.
    public var description: String { text }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(double)
    }
}

extension JSONNumber: Comparable {
    /// Whether both numbers have the same value.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        left.text == right.text || compare(left, right).areEqual
    }

    /// Whether the value of the left number is less.
    public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
        compare(left, right).isLess
    }

    /// Compares two numbers, exactly if both are integers of 64 bits.
    private static func compare(
        _ left: JSONNumber,
        _ right: JSONNumber
    ) -> (isLess: Bool, areEqual: Bool) {
        if let left = left.integer64, let right = right.integer64 {
            return (left < right, left == right)
        }
        if let left = UInt64(decimal: left.text), let right = UInt64(decimal: right.text) {
            return (left < right, left == right)
        }
        return (left.double < right.double, left.double == right.double)
    }
}
