/// A time zone: a fixed offset from UTC, or the rules of a place.
enum TimeZone: Sendable {
    /// The error for a text that is not a time zone, with Go's message.
    struct Failure: Error {
        /// The message, such as `unknown time zone X`.
        let message: String
    }

    /// Seconds east of UTC.
    case fixed(Int64)
    case place(ZoneRules)

    /// Coordinated universal time.
    static let utc = TimeZone.fixed(0)

    /// Finds the time zone that the argument of a function such as `getHours` names.
    ///
    /// A text with `:` is an offset such as `02:00` or `-05:30`. Any other text is the name of a
    /// zone in the IANA database, such as `Europe/Berlin`, which is read from the files of the
    /// system on each call. `Local` is UTC, as on an API server.
    ///
    /// - Throws: `Failure` if the offset is not two numbers, or if there is no such zone.
    init(_ text: String) throws(Failure) {
        if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            self = .fixed(
                try Self.offset(
                    hours: text[..<colon],
                    minutes: text[text.utf8.index(after: colon)...]
                )
            )
            return
        }
        if ["", "UTC", "Local"].contains(text) {
            self = .utc
            return
        }
        let bytes = Array(text.utf8)
        let goesUp = zip(bytes, bytes.dropFirst()).contains { $0 == 0x2E && $1 == 0x2E }
        if goesUp || bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "\\") {
            throw Failure(message: "time: invalid location name")
        }
        guard let file = ZoneFile.read(named: text), let rules = ZoneRules(file: file) else {
            throw Failure(message: "unknown time zone " + text)
        }
        self = .place(rules)
    }

    /// Returns the seconds east of UTC; as in Go, numbers that are too large wrap around.
    private static func offset(
        hours: Substring,
        minutes: Substring
    ) throws(Failure) -> Int64 {
        do throws(GoInteger.Failure) {
            let whole = try GoInteger.read(hours) &* 60
            let rest = try GoInteger.read(minutes)
            let total = hours.utf8.first == UInt8(ascii: "-") ? whole &- rest : whole &+ rest
            return DurationText.whole(total &* 60_000_000_000, .seconds)
        } catch {
            throw Failure(message: error.message)
        }
    }

    /// Returns the seconds east of UTC at a number of seconds after 1970-01-01T00:00:00Z.
    func offset(at seconds: Int64) -> Int64 {
        switch self {
        case .fixed(let offset): offset
        case .place(let rules): rules.offset(at: seconds)
        }
    }
}
