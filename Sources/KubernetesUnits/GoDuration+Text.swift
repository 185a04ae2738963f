extension GoDuration {
    /// Creates a duration from a text such as `1h30m` or `-1.5s`; returns `nil` if Go rejects it
    /// (`time.ParseDuration`).
    public init?(_ text: String) {
        guard let nanoseconds = Self.nanoseconds(text) else { return nil }
        self.init(nanoseconds: nanoseconds)
    }

    private static func nanoseconds(_ text: String) -> Int64? {
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        if rest.elementsEqual("0".utf8) {
            return 0
        }
        guard !rest.isEmpty else { return nil }
        var total: UInt64 = 0
        while !rest.isEmpty {
            guard let part = readPart(&rest) else { return nil }
            total += part
            guard total <= limit else { return nil }
        }
        if isNegative { return Int64(truncatingIfNeeded: 0 &- total) }
        return Int64(exactly: total)
    }

    private static let limit: UInt64 = 1 << 63

    /// Reads a number and its unit, and returns the nanoseconds.
    private static func readPart(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
        let start = rest.startIndex
        guard var whole = readWhole(&rest) else { return nil }
        var digits = rest.startIndex - start
        var fraction: (value: UInt64, scale: Double) = (0, 1)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            let start = rest.startIndex
            fraction = readFraction(&rest)
            digits += rest.startIndex - start
        }
        guard digits > 0 else { return nil }
        let name = rest.prefix { $0 != UInt8(ascii: ".") && !$0.isDigit }
        rest = rest[name.endIndex...]
        guard let unit = unit(name), whole <= limit / unit else { return nil }
        whole *= unit
        if fraction.value > 0 {
            whole += UInt64(Double(fraction.value) * (Double(unit) / fraction.scale))
        }
        return whole <= limit ? whole : nil
    }

    private static func readWhole(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
        var value: UInt64 = 0
        while let byte = rest.first, byte.isDigit {
            guard value <= limit / 10 else { return nil }
            value = value * 10 + UInt64(byte - 0x30)
            guard value <= limit else { return nil }
            rest.removeFirst()
        }
        return value
    }

    /// Reads the digits after the point; more than fit into 63 bits are ignored.
    private static func readFraction(
        _ rest: inout ArraySlice<UInt8>
    ) -> (value: UInt64, scale: Double) {
        var value: UInt64 = 0
        var scale = 1.0
        var isFull = false
        while let byte = rest.first, byte.isDigit {
            rest.removeFirst()
            guard !isFull, value <= (limit - 1) / 10 else {
                isFull = true
                continue
            }
            let next = value * 10 + UInt64(byte - 0x30)
            guard next <= limit else {
                isFull = true
                continue
            }
            value = next
            scale *= 10
        }
        return (value, scale)
    }

    private static func unit(_ name: ArraySlice<UInt8>) -> UInt64? {
        switch String(decoding: name, as: UTF8.self).unicodeScalars.map(\.value) {
        case [0x6E, 0x73]: 1  // ns
        // 'us', with the ASCII letter, the micro sign, or the Greek letter.
        case [0x75, 0x73], [0xB5, 0x73], [0x3BC, 0x73]: 1000
        case [0x6D, 0x73]: 1_000_000  // ms
        case [0x73]: 1_000_000_000  // s
        case [0x6D]: 60_000_000_000  // m
        case [0x68]: 3_600_000_000_000  // h
        default: nil
        }
    }
}
