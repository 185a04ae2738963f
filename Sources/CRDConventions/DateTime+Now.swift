public import CRDRuntime

extension DateTime {
    /// The current time in UTC, in seconds, like the timestamps of Kubernetes.
    public static var now: DateTime { DateTime(secondsSince1970: currentTime.seconds) }

    /// Creates a timestamp in UTC from the seconds since 1970-01-01T00:00:00Z.
    ///
    /// The year has four digits, as RFC 3339 requires: the time is at most the end of 9999 and at
    /// least the start of 0000.
    init(secondsSince1970 seconds: Int64) {
        let time = min(max(seconds, -62_167_219_200), 253_402_300_799)
        // Days since 0000-03-01, in eras of 400 years. Years begin in March, so that the leap day
        // is the last day of a year.
        let (dayOf1970, second) = time.flooredQuotientAndRemainder(dividingBy: 86_400)
        let (era, day) = (dayOf1970 + 719_468).flooredQuotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = era * 400 + yearOfEra + (month < 10 ? 0 : 1)
        let parts = [
            month + (month < 10 ? 3 : -9), dayOfYear - (153 * month + 2) / 5 + 1, second / 3600,
            second / 60 % 60, second % 60,
        ].map { String($0 + 100).dropFirst() }
        let date = "\(String(year + 10_000).dropFirst())-\(parts[0])-\(parts[1])"
        self.init("\(date)T\(parts[2]):\(parts[3]):\(parts[4])Z")
    }
}

extension Int64 {
    /// Returns the quotient, rounded down, and the remainder, which is not negative.
    fileprivate func flooredQuotientAndRemainder(dividingBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
