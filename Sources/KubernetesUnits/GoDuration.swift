/// A duration in the form of Go, such as `1h30m` or `250ms`, as `metav1.Duration` of apimachinery
/// v0.35 reads and writes it.
///
/// ```swift
/// let timeout = GoDuration("90s")
/// print(timeout)  // 1m30s
/// ```
public struct GoDuration: Hashable, Sendable {
    /// The number of nanoseconds.
    public var nanoseconds: Int64

    /// Creates a duration of nanoseconds.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Creates a duration; returns `nil` if it is longer than 292 years.
    ///
    /// Fractions of a nanosecond are dropped.
    public init?(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, exceeds) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        if overflows || exceeds { return nil }
        nanoseconds = sum
    }

    /// The duration as a duration of Swift.
    public var duration: Duration { .nanoseconds(nanoseconds) }
}

extension GoDuration: Comparable, AdditiveArithmetic {
    /// The duration of length zero.
    public static var zero: GoDuration { GoDuration(nanoseconds: 0) }

    /// Whether the left duration is shorter.
    public static func < (left: GoDuration, right: GoDuration) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// Returns the sum.
    ///
    /// - Precondition: It is at most 292 years.
    public static func + (left: GoDuration, right: GoDuration) -> GoDuration {
        GoDuration(nanoseconds: left.nanoseconds + right.nanoseconds)
    }

    /// Returns the difference.
    ///
    /// - Precondition: It is at most 292 years.
    public static func - (left: GoDuration, right: GoDuration) -> GoDuration {
        GoDuration(nanoseconds: left.nanoseconds - right.nanoseconds)
    }
}

extension GoDuration: RawRepresentable, Codable {
    /// Reads a duration from the text in a manifest; returns `nil` if Go rejects it.
    public init?(rawValue: String) { self.init(rawValue) }

    /// The duration as Go writes it.
    public var rawValue: String { description }
}

extension GoDuration: LosslessStringConvertible, ExpressibleByStringLiteral {
    /// Creates a duration.
    ///
    /// - Precondition: The text is a duration in the form of Go.
    public init(stringLiteral text: String) {
        guard let duration = GoDuration(text) else {
            preconditionFailure("'\(text)' is not a duration, expected one such as 1h30m")
        }
        self = duration
    }

    /// The duration as Go writes it (`time.Duration.String`): `1h30m0s`, `1.5s`, `250ms`, `0s`.
    public var description: String {
        let sign = nanoseconds < 0 ? "-" : ""
        let magnitude = nanoseconds.magnitude
        switch magnitude {
        case 0: return "0s"
        case ..<1_000: return "\(sign)\(magnitude)ns"
        case ..<1_000_000: return sign + Self.text(magnitude, unit: 1_000) + "µs"
        case ..<1_000_000_000: return sign + Self.text(magnitude, unit: 1_000_000) + "ms"
        default: break
        }
        let (minutes, rest) = magnitude.quotientAndRemainder(dividingBy: 60_000_000_000)
        let seconds = Self.text(rest, unit: 1_000_000_000) + "s"
        if minutes == 0 { return sign + seconds }
        if minutes < 60 { return "\(sign)\(minutes)m\(seconds)" }
        return "\(sign)\(minutes / 60)h\(minutes % 60)m\(seconds)"
    }

    /// Returns a number of units with its fraction, without zeros at the end.
    private static func text(_ value: UInt64, unit: UInt64) -> String {
        let (whole, rest) = value.quotientAndRemainder(dividingBy: unit)
        if rest == 0 { return String(whole) }
        var digits = String(rest + unit).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}
