import CRDRegularExpressions
import CRDRuntime

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

    /// Whether Go's `time.ParseDuration` accepts the text, or the text contains a number with a
    /// unit.
    static func isDuration(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        return isGoDuration(scalars) || hasNumberWithUnit(scalars)
    }

    /// Whether a text is a Go duration, such as `1h30m`, `-1.5s` or `0`.
    private static func isGoDuration(_ scalars: [Unicode.Scalar]) -> Bool {
        var position = 0
        if let sign = scalars.first, sign == "-" || sign == "+" { position = 1 }
        if scalars.count == position + 1, scalars[position] == "0" { return true }
        guard position < scalars.count else { return false }
        var total = 0.0
        while position < scalars.count {
            let start = position
            var digits = 0
            while position < scalars.count, scalars[position].decimalDigit != nil {
                digits += 1
                position += 1
            }
            if position < scalars.count, scalars[position] == "." {
                position += 1
                while position < scalars.count, scalars[position].decimalDigit != nil {
                    digits += 1
                    position += 1
                }
            }
            guard digits > 0 else { return false }
            let number = string(scalars[start..<position])
            let unitStart = position
            while position < scalars.count, scalars[position] != ".",
                scalars[position].decimalDigit == nil
            {
                position += 1
            }
            guard let factor = goUnits[string(scalars[unitStart..<position])] else { return false }
            total += (Double(number) ?? Double("0" + number) ?? 0) * factor
            // A duration is a number of nanoseconds in 64 bits.
            guard total < 0x1p63 else { return false }
        }
        return true
    }

    private static let goUnits: [String: Double] = [
        "ns": 1, "us": 1e3, "µs": 1e3, "μs": 1e3, "ms": 1e6, "s": 1e9, "m": 60e9, "h": 3600e9,
    ]

    /// Whether a text has a number with a unit, such as `1 day` or `P1D`.
    ///
    /// Every number followed by letters is checked; one with a unit is sufficient.
    private static func hasNumberWithUnit(_ scalars: [Unicode.Scalar]) -> Bool {
        var position = 0
        var isFound = false
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
            guard Int64(number) != nil else { return false }
            if isUnit(string(scalars[unitStart..<end]).lowercased()) { isFound = true }
        }
        return isFound
    }

    private static func isUnit(_ unit: String) -> Bool {
        words.contains(unit) || longWords.contains { unit.hasPrefix($0) }
    }

    private static let words: Set<String> = [
        "ns", "us", "µs", "ms", "s", "m", "h", "hr", "d", "w", "wk",
    ]
    /// A word that begins with one of these is a unit.
    private static let longWords = ["nano", "micro", "milli", "sec", "min", "hour", "day", "week"]

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
