/// Durations, which are a number of nanoseconds, as CEL writes them.
package enum DurationText {
    /// The text that `string(duration)` gives: seconds such as `3661.5s`.
    ///
    /// Go computes the seconds in floating point, so a long duration loses nanoseconds.
    package static func print(_ nanoseconds: Int64) -> String {
        GoFloat.plain(count(nanoseconds, of: .seconds)) + "s"
    }

    /// Returns the number of whole units, as Go computes it: in floating point, except for
    /// milliseconds.
    static func whole(_ nanoseconds: Int64, _ unit: Unit) -> Int64 {
        if unit == .milliseconds { return nanoseconds / unit.rawValue }
        return Int64(count(nanoseconds, of: unit))
    }

    private static func count(_ nanoseconds: Int64, of unit: Unit) -> Double {
        let (count, rest) = nanoseconds.quotientAndRemainder(dividingBy: unit.rawValue)
        return Double(count) + Double(rest) / Double(unit.rawValue)
    }

    /// A unit of time, with its nanoseconds.
    enum Unit: Int64 {
        case milliseconds = 1_000_000
        case seconds = 1_000_000_000
        case minutes = 60_000_000_000
        case hours = 3_600_000_000_000
    }
}
