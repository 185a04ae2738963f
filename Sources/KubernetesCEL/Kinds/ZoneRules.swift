/// The offsets of a place from UTC over time, as a file of the IANA time zone database has them
/// (RFC 9636, TZif).
struct ZoneRules: Sendable {
    private struct Kind {
        let offset: Int64
        let isDaylightSaving: Bool
    }

    /// The seconds after 1970-01-01T00:00:00Z at which each offset begins, in order.
    private let starts: [Int64]
    /// The offset from each start on.
    private let offsets: [Int64]
    /// The offset before the first start.
    private let firstOffset: Int64
    /// The rule for the time after the last start.
    private let rule: YearlyZoneRule?

    /// Reads the bytes of a file.
    ///
    /// - Returns: `nil` if they are not a time zone.
    init?(file: [UInt8]) {
        var reader = ZoneFileReader(rest: file[...])
        guard var counts = reader.readHeader() else { return nil }
        var timeSize = 4
        if counts.version >= UInt8(ascii: "2") {
            // The times of 64 bits follow the ones of 32 bits, in the same form.
            guard reader.take(counts.dataSize(timeSize: 4)) != nil,
                let wide = reader.readHeader()
            else { return nil }
            counts = wide
            timeSize = 8
        }
        guard let times = reader.take(counts.times * timeSize),
            let indexes = reader.take(counts.times).map(Array.init),
            let types = reader.take(counts.types * 6),
            reader.take(counts.dataSize(timeSize: timeSize) - counts.tableSize(timeSize: timeSize))
                != nil,
            counts.types > 0, indexes.allSatisfy({ Int($0) < counts.types })
        else { return nil }
        let kinds = (0..<counts.types).map { number in
            let start = types.startIndex + number * 6
            return Kind(
                offset: ZoneFileReader.integer(types[start..<start + 4]),
                isDaylightSaving: types[start + 4] != 0
            )
        }
        starts = (0..<counts.times).map { number in
            let start = times.startIndex + number * timeSize
            return ZoneFileReader.integer(times[start..<start + timeSize])
        }
        offsets = indexes.map { kinds[Int($0)].offset }
        firstOffset = Self.firstKind(of: kinds, indexes).offset
        rule = timeSize == 8 ? YearlyZoneRule(footer: reader.rest) : nil
    }

    /// Returns the kind of time before the first start, as Go chooses it.
    private static func firstKind(of kinds: [Kind], _ indexes: [UInt8]) -> Kind {
        guard let first = indexes.first, indexes.contains(0) else { return kinds[0] }
        if kinds[Int(first)].isDaylightSaving,
            let standard = kinds[..<Int(first)].last(where: { !$0.isDaylightSaving })
        {
            return standard
        }
        return kinds.first { !$0.isDaylightSaving } ?? kinds[0]
    }

    /// Returns the seconds east of UTC at a number of seconds after 1970-01-01T00:00:00Z.
    func offset(at seconds: Int64) -> Int64 {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == starts.count, let rule { return rule.offset(at: seconds) }
        return low == 0 ? firstOffset : offsets[low - 1]
    }
}

/// Reads the parts of a file of the time zone database one after the other.
private struct ZoneFileReader {
    struct Counts {
        let version: UInt8
        let utcMarks: Int
        let standardMarks: Int
        let leapSeconds: Int
        let times: Int
        let types: Int
        let characters: Int

        /// The number of bytes of the starts, of their types, and of the types.
        func tableSize(timeSize: Int) -> Int { times * (timeSize + 1) + types * 6 }

        func dataSize(timeSize: Int) -> Int {
            tableSize(timeSize: timeSize) + characters + leapSeconds * (timeSize + 4)
                + standardMarks + utcMarks
        }
    }

    var rest: ArraySlice<UInt8>

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func readHeader() -> Counts? {
        guard take(4)?.elementsEqual("TZif".utf8) == true, let version = take(16)?.first,
            let numbers = take(24)
        else { return nil }
        let counts = (0..<6).map { position in
            let start = numbers.startIndex + position * 4
            return Int(Self.integer(numbers[start..<start + 4]))
        }
        // No count is larger than the file, so sizes cannot overflow.
        guard counts.allSatisfy({ 0...rest.count ~= $0 }) else { return nil }
        return Counts(
            version: version,
            utcMarks: counts[0],
            standardMarks: counts[1],
            leapSeconds: counts[2],
            times: counts[3],
            types: counts[4],
            characters: counts[5]
        )
    }

    /// Returns the signed integer that 4 or 8 bytes represent.
    static func integer(_ bytes: ArraySlice<UInt8>) -> Int64 {
        let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return bytes.count == 4
            ? Int64(Int32(truncatingIfNeeded: value)) : Int64(truncatingIfNeeded: value)
    }
}
