import CRDYAML

/// Reads timestamps in the format of RFC 3339, section 5.6.
package struct RFC3339Reader {
    private var cursor: ByteCursor

    /// Returns the time since 1970; `nil` if the text is not a valid timestamp.
    package static func read(_ text: String) -> Duration? {
        var reader = RFC3339Reader(cursor: ByteCursor(Array(text.utf8)))
        return reader.timestamp()
    }

    private mutating func timestamp() -> Duration? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"),
            let day = number(2), skip("T") || skip("t") || skip(" "),
            let hour = number(2), skip(":"), let minute = number(2), skip(":"),
            let second = number(2), let nanoseconds = fraction(), let offset = offset(),
            cursor.isAtEnd
        else { return nil }
        guard (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let days = Self.daysSince1970(year, month, day)
        let seconds = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second - offset)
        return .seconds(seconds) + .nanoseconds(nanoseconds)
    }

    /// Reads the fraction in nanoseconds: 0 if there is none, `nil` if the period has no digits
    /// after it.
    private mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        var nanoseconds = 0
        var digits = 0
        while let digit = cursor.takeDigit() {
            if digits < 9 { nanoseconds = nanoseconds * 10 + digit }
            digits += 1
        }
        guard digits > 0 else { return nil }
        for _ in 0..<max(0, 9 - digits) { nanoseconds *= 10 }
        return nanoseconds
    }

    /// Reads the offset in seconds east of UTC.
    private mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign: Int
        if skip("+") {
            sign = 1
        } else if skip("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }

    private mutating func number(_ count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = cursor.takeDigit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        cursor.skip(UInt8(ascii: character))
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Returns the number of days in the Gregorian calendar.
    ///
    /// Years are counted from March, so that the leap day is the last day.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // One cycle of 400 years is added, so that no number is negative.
        let marchYear = (month > 2 ? year : year - 1) + 400
        let marchMonth = (month + 9) % 12
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        // There are 719,468 days between 0000-03-01 and 1970-01-01, and 146,097 in a cycle.
        return marchYear * 365 + leapDays + dayOfYear - 719_468 - 146_097
    }
}
