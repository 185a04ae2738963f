/// A point in time with nanoseconds, in the years 1 to 9999, and the offset of its text.
public struct Timestamp: Sendable {
    /// The reason why a text or number is not a timestamp.
    enum Failure: Error {
        /// The text is not a timestamp.
        case invalid
        /// The time is before year 1 or after year 9999.
        case outOfRange

        /// The message of the server.
        var message: String {
            switch self {
            case .invalid:
                "type conversion error from 'string' to 'google.protobuf.Timestamp'"
            case .outOfRange: "timestamp overflow"
            }
        }
    }

    /// The number of seconds after 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// The nanoseconds of the second, from 0 to 999,999,999.
    public let nanoseconds: Int32
    /// The seconds east of UTC with which the timestamp is written; they do not count in
    /// comparisons.
    public let offset: Int32

    private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
    private static let nanosecondsPerSecond: Int64 = 1_000_000_000

    /// Creates a timestamp.
    ///
    /// - Throws: `Failure.outOfRange` if the time is before year 1 or after year 9999.
    init(
        seconds: Int64,
        nanoseconds: Int32 = 0,
        offset: Int32 = 0
    ) throws(Failure) {
        guard Self.range.contains(seconds) else { throw .outOfRange }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.offset = offset
    }

    /// Returns the timestamp that is some nanoseconds later; `nil` if it is out of range.
    func adding(nanoseconds duration: Int64) -> Self? {
        let (whole, rest) = duration.quotientAndRemainder(dividingBy: Self.nanosecondsPerSecond)
        return shifted(bySeconds: whole, nanoseconds: rest)
    }

    /// Returns the timestamp that is some nanoseconds earlier; `nil` if it is out of range.
    func subtracting(nanoseconds duration: Int64) -> Self? {
        let (whole, rest) = duration.quotientAndRemainder(dividingBy: Self.nanosecondsPerSecond)
        return shifted(bySeconds: -whole, nanoseconds: -rest)
    }

    private func shifted(bySeconds shift: Int64, nanoseconds rest: Int64) -> Self? {
        var seconds = seconds + shift
        var nanoseconds = Int64(nanoseconds) + rest
        if nanoseconds < 0 {
            nanoseconds += Self.nanosecondsPerSecond
            seconds -= 1
        } else if nanoseconds >= Self.nanosecondsPerSecond {
            nanoseconds -= Self.nanosecondsPerSecond
            seconds += 1
        }
        // The only failure is that it is out of range.
        return try? Self(seconds: seconds, nanoseconds: Int32(nanoseconds), offset: offset)
    }

    /// Returns the nanoseconds since another timestamp; `nil` if they overflow.
    ///
    /// As in Go, the seconds alone must not overflow.
    func nanoseconds(since other: Self) -> Int64? {
        let (whole, overflows) = (seconds - other.seconds).multipliedReportingOverflow(
            by: Self.nanosecondsPerSecond
        )
        guard !overflows else { return nil }
        let rest = Int64(nanoseconds - other.nanoseconds)
        let (sum, sumOverflows) = whole.addingReportingOverflow(rest)
        return sumOverflows ? nil : sum
    }
}

extension Timestamp: Hashable, Comparable {
    /// Returns whether two timestamps are the same point in time.
    public static func == (left: Self, right: Self) -> Bool {
        left.seconds == right.seconds && left.nanoseconds == right.nanoseconds
    }

    /// Returns whether a timestamp is before another one.
    public static func < (left: Self, right: Self) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// Adds the point in time to a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }
}

// MARK: - Calendar

extension Timestamp {
    /// A part of a date or time of day, numbered as CEL does.
    enum Part: Sendable {
        case fullYear
        /// From 0.
        case month
        /// The day of the month, from 1.
        case date
        /// The day of the month, from 0.
        case dayOfMonth
        /// From 0, which is Sunday.
        case dayOfWeek
        /// From 0.
        case dayOfYear
        case hours
        case minutes
        case seconds
        case milliseconds
    }

    /// Returns a part of the date or time in a time zone.
    func part(_ part: Part, in zone: TimeZone = .utc) -> Int64 {
        let time = CivilTime(seconds: seconds + zone.offset(at: seconds))
        switch part {
        case .fullYear: return time.year
        case .month: return Int64(time.month - 1)
        case .date: return Int64(time.day)
        case .dayOfMonth: return Int64(time.day - 1)
        case .dayOfWeek: return Int64(time.dayOfWeek)
        case .dayOfYear: return Int64(time.dayOfYear)
        case .hours: return Int64(time.hour)
        case .minutes: return Int64(time.minute)
        case .seconds: return Int64(time.second)
        case .milliseconds: return Int64(nanoseconds / 1_000_000)
        }
    }
}
