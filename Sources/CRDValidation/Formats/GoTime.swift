import CRDRegularExpressions
import CRDRuntime
import KubernetesCEL

/// Dates, timestamps and durations as strfmt and Go's time package read them.
enum GoTime {
    /// Whether the bytes are a date such as `2006-01-02` that exists in the calendar.
    static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.count == 10 else { return false }
        return RFC3339Reader.read(text + "T00:00:00Z") != nil
    }

    /// Whether the bytes are a date, `t`, and a time with a time zone.
    ///
    /// The text is split at each `t`, and the text after the second one is ignored.
    static func isDateTime(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.map { $0.isLetter ? $0 | 0x20 : $0 }
            .split(separator: UInt8(ascii: "t"), omittingEmptySubsequences: false)
        guard parts.count >= 2, isDate(parts[0]) else { return false }
        let time = String(decoding: parts[1], as: UTF8.self)
        guard timePattern.matches(time) else { return false }
        let digits = Array(parts[1])
        return atMost("23", digits[0...1]) && atMost("59", digits[3...4])
            && atMost("59", digits[6...7])
    }

    private static func atMost(_ limit: String, _ digits: ArraySlice<UInt8>) -> Bool {
        String(decoding: digits, as: UTF8.self) <= limit
    }

    /// The pattern of a time; the separator before the fraction may be any character.
    private static let timePattern: Pattern = {
        do throws(PatternError) {
            return try Pattern(
                "^[0-9]{2}:[0-9]{2}:[0-9]{2}(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$"
            )
        } catch {
            preconditionFailure("the pattern of a time is invalid: \(error)")
        }
    }()

    // MARK: - Durations

    /// Whether the text is a duration.
    static func isDuration(_ text: String) -> Bool { duration(text) != nil }

    /// Returns the nanoseconds of a duration: a text that Go's `time.ParseDuration` accepts, or one
    /// that contains numbers with units, such as `1 day` or `P1D` (`strfmt.ParseDuration`).
    ///
    /// Every number followed by letters is checked; one with a unit is sufficient.
    static func duration(_ text: String) -> Int64? {
        if let duration = GoDuration(text) { return duration.nanoseconds }
        let scalars = Array(text.unicodeScalars)
        var total: Int64?
        var position = 0
        while position < scalars.count {
            guard scalars[position].decimalDigit != nil else {
                position += 1
                continue
            }
            let start = position
            while position < scalars.count, scalars[position].decimalDigit != nil { position += 1 }
            let number = string(scalars[start..<position])
            var end = position
            while end < scalars.count, isBlank(scalars[end]) { end += 1 }
            let unitStart = end
            while end < scalars.count, isUnitLetter(scalars[end]) { end += 1 }
            guard end > unitStart else { continue }
            position = end
            // A number of more than 64 bits makes the whole text invalid.
            guard let number = Int64(number) else { return nil }
            if let unit = unit(string(scalars[unitStart..<end]).lowercased()) {
                total = (total ?? 0) &+ number &* unit
            }
        }
        return total
    }

    /// Returns the nanoseconds of a unit.
    private static func unit(_ text: String) -> Int64? {
        words[text] ?? longWords.first { text.hasPrefix($0.prefix) }?.nanoseconds
    }

    private static let second: Int64 = 1_000_000_000
    private static let day = 24 * 3600 * second
    private static let words: [String: Int64] = [
        "ns": 1, "us": 1000, "µs": 1000, "ms": 1_000_000, "s": second, "m": 60 * second,
        "h": 3600 * second, "hr": 3600 * second, "d": day, "w": 7 * day, "wk": 7 * day,
    ]
    /// A word that begins with one of these is a unit.
    private static let longWords: [(prefix: String, nanoseconds: Int64)] = [
        ("nano", 1), ("micro", 1000), ("milli", 1_000_000), ("sec", second), ("min", 60 * second),
        ("hour", 3600 * second), ("day", day), ("week", 7 * day),
    ]

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(scalar.value)
    }

    private static func isUnitLetter(_ scalar: Unicode.Scalar) -> Bool {
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar || scalar == "µ"
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
