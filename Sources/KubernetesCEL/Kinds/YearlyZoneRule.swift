/// The offsets of a place that repeat each year, from the last line of a file of the time zone
/// database (`TZ` of POSIX with the extension of RFC 9636), such as `EST5EDT,M3.2.0,M11.1.0`.
struct YearlyZoneRule: Sendable {
    /// The time of a change, as the file has it.
    fileprivate struct Change {
        enum Day {
            /// A day from 1 to 365; February 29 is not counted.
            case julian(Int)
            /// A day from 0 to 365.
            case dayOfYear(Int)
            /// The nth such weekday of a month; 5 is the last one.
            case weekday(month: Int, week: Int, day: Int)
        }

        let day: Day
        /// The seconds after midnight in local time; it can be negative.
        let time: Int64
    }

    private let standardOffset: Int64
    private var daylight: (offset: Int64, start: Change, end: Change)?

    /// Reads a text between newlines.
    ///
    /// - Returns: `nil` if it is empty or not a rule.
    init?(footer: ArraySlice<UInt8>) {
        guard footer.first == UInt8(ascii: "\n"), let end = footer.dropFirst().firstIndex(of: 0x0A)
        else { return nil }
        var reader = YearlyZoneRuleReader(rest: footer[..<end].dropFirst())
        guard reader.skipName(), let west = reader.readTime() else { return nil }
        standardOffset = -west
        if reader.rest.isEmpty { return }
        guard reader.skipName() else { return nil }
        var offset = standardOffset + 3600
        if reader.rest.first != UInt8(ascii: ",") {
            guard let west = reader.readTime() else { return nil }
            offset = -west
        }
        guard let start = reader.readChange(), let end = reader.readChange(), reader.rest.isEmpty
        else { return nil }
        daylight = (offset, start, end)
    }

    /// Returns the seconds east of UTC at a number of seconds after 1970-01-01T00:00:00Z.
    func offset(at seconds: Int64) -> Int64 {
        guard let daylight else { return standardOffset }
        let year = CivilTime(seconds: seconds + standardOffset).year
        let start = daylight.start.seconds(in: year) - standardOffset
        let end = daylight.end.seconds(in: year) - daylight.offset
        // In the south, daylight saving time is in effect at the beginning of the year.
        let isDaylight =
            start < end ? start..<end ~= seconds : !(end..<start ~= seconds)
        return isDaylight ? daylight.offset : standardOffset
    }
}

extension YearlyZoneRule.Change {
    /// Returns the local time of the change, in seconds after 1970-01-01T00:00:00 there.
    fileprivate func seconds(in year: Int64) -> Int64 {
        let january = CivilTime(year: year, month: 1, day: 1).seconds
        return switch day {
        case .julian(let day):
            january + time + CivilTime.secondsPerDay
                * Int64(CivilTime.isLeap(year) && day >= 60 ? day : day - 1)
        case .dayOfYear(let day): january + time + CivilTime.secondsPerDay * Int64(day)
        case .weekday(let month, let week, let day):
            CivilTime(year: year, month: month, day: dayOfMonth(month, year, week, day)).seconds
                + time
        }
    }

    private func dayOfMonth(_ month: Int, _ year: Int64, _ week: Int, _ weekday: Int) -> Int {
        let first = CivilTime(year: year, month: month, day: 1).dayOfWeek
        var day = 1 + (weekday - first + 7) % 7 + (week - 1) * 7
        if day > CivilTime.dayCount(month: month, year: year) { day -= 7 }
        return day
    }
}

/// Reads the parts of a rule one after the other; `nil` is an error.
private struct YearlyZoneRuleReader {
    var rest: ArraySlice<UInt8>

    /// Skips a name such as `CET` or `<+03>`.
    mutating func skipName() -> Bool {
        if skip("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[(end + 1)...]
            return true
        }
        let name = rest.prefix { $0.isLetter }
        rest = rest[name.endIndex...]
        return name.count >= 3
    }

    /// Reads hours, minutes and seconds, such as `-5:30`, and returns the seconds.
    mutating func readTime() -> Int64? {
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        // A week at most.
        guard let hours = readNumber(0...168) else { return nil }
        var seconds = hours * 3600
        if skip(":") {
            guard let minutes = readNumber(0...59) else { return nil }
            seconds += minutes * 60
            if skip(":") {
                guard let rest = readNumber(0...59) else { return nil }
                seconds += rest
            }
        }
        return Int64(isNegative ? -seconds : seconds)
    }

    mutating func readChange() -> YearlyZoneRule.Change? {
        guard skip(","), let day = readDay() else { return nil }
        guard skip("/") else { return YearlyZoneRule.Change(day: day, time: 7200) }
        return readTime().map { YearlyZoneRule.Change(day: day, time: $0) }
    }

    private mutating func readDay() -> YearlyZoneRule.Change.Day? {
        if skip("J") { return readNumber(1...365).map { .julian($0) } }
        guard skip("M") else { return readNumber(0...365).map { .dayOfYear($0) } }
        guard let month = readNumber(1...12), skip("."), let week = readNumber(1...5), skip("."),
            let day = readNumber(0...6)
        else { return nil }
        return .weekday(month: month, week: week, day: day)
    }

    private mutating func readNumber(_ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { $0.isDigit }
        guard 1...3 ~= digits.count else { return nil }
        rest = rest[digits.endIndex...]
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return range.contains(value) ? value : nil
    }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }
}
