extension Timestamp: CustomStringConvertible {
    /// Reads a timestamp such as `2020-01-01T00:00:00.5+01:00`.
    ///
    /// It accepts what Go's `time.Parse` accepts with the layout RFC 3339: also an hour of one
    /// digit, a `,` before the fraction, and offsets up to `24:60`.
    ///
    /// - Throws: `Failure` if Go rejects the text or if the time is out of range.
    init(parsing text: some StringProtocol) throws(Failure) {
        var reader = TimestampReader(rest: Array(text.utf8)[...])
        guard let time = reader.readTime(), let fraction = reader.readFraction(),
            let offset = reader.readOffset(), reader.rest.isEmpty
        else { throw .invalid }
        try self.init(
            seconds: time.seconds - Int64(offset),
            nanoseconds: fraction,
            offset: offset
        )
    }

    /// Reads a timestamp such as `2020-01-01T00:00:00.5+01:00`; returns `nil` if Go rejects the text
    /// or if the time is out of range.
    public init?(_ text: String) {
        do throws(Failure) {
            try self.init(parsing: text)
        } catch {
            return nil
        }
    }

    /// The text in RFC 3339, with the digits of the fraction that are needed and with the offset.
    public var description: String {
        let time = CivilTime(seconds: seconds + Int64(offset))
        var text = Self.padded(Int(time.year), 4)
        text += "-" + Self.padded(time.month, 2) + "-" + Self.padded(time.day, 2)
        text += "T" + Self.padded(time.hour, 2) + ":" + Self.padded(time.minute, 2)
        text += ":" + Self.padded(time.second, 2)
        if nanoseconds > 0 {
            var fraction = Self.padded(Int(nanoseconds), 9)
            while fraction.last == "0" { fraction.removeLast() }
            text += "." + fraction
        }
        guard offset != 0 else { return text + "Z" }
        let minutes = Int(offset.magnitude) / 60
        text += offset < 0 ? "-" : "+"
        return text + Self.padded(minutes / 60, 2) + ":" + Self.padded(minutes % 60, 2)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

/// Reads the parts of a timestamp one after the other; `nil` is an error.
private struct TimestampReader {
    var rest: ArraySlice<UInt8>

    mutating func readTime() -> CivilTime? {
        guard let year = readNumber(digits: 4), skip("-"),
            let month = readNumber(digits: 2), 1...12 ~= month, skip("-"),
            let day = readNumber(digits: 2), skip("T"),
            1...CivilTime.dayCount(month: month, year: Int64(year)) ~= day,
            let hour = readHour(), hour < 24, skip(":"),
            let minute = readNumber(digits: 2), minute < 60, skip(":"),
            let second = readNumber(digits: 2), second < 60
        else { return nil }
        return CivilTime(
            year: Int64(year),
            month: month,
            day: day,
            hour: hour,
            minute: minute,
            second: second
        )
    }

    /// Reads the fraction, if there is one, and returns its nanoseconds.
    mutating func readFraction() -> Int32? {
        guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","),
            rest.dropFirst().first?.isDigit == true
        else { return 0 }
        let digits = rest.dropFirst().prefix(while: \.isDigit)
        rest = rest[digits.endIndex...]
        var value: Int32 = 0
        for position in 0..<9 {
            let digit = position < digits.count ? digits[digits.startIndex + position] - 0x30 : 0
            value = value * 10 + Int32(digit)
        }
        return value
    }

    /// Reads `Z` or an offset such as `+01:00`, and returns its seconds.
    mutating func readOffset() -> Int32? {
        if skip("Z") { return 0 }
        let isNegative = rest.first == UInt8(ascii: "-")
        guard isNegative || rest.first == UInt8(ascii: "+") else { return nil }
        rest.removeFirst()
        guard let hours = readNumber(digits: 2), hours <= 24, skip(":"),
            let minutes = readNumber(digits: 2), minutes <= 60
        else { return nil }
        let seconds = Int32(hours * 3600 + minutes * 60)
        return isNegative ? -seconds : seconds
    }

    private mutating func readHour() -> Int? {
        let hasOneDigit = rest.dropFirst().first?.isDigit == false
        return readNumber(digits: hasOneDigit ? 1 : 2)
    }

    private mutating func readNumber(digits count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }
}
