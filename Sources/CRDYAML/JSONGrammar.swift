/// The parts of JSON's grammar (RFC 8259) that more than one place needs.
package enum JSONGrammar {
    /// Whether a text is one JSON number (section 6) and nothing else: `-1.50e3` is, `+1`, `.5`, `01` and `1.`
    /// are not.
    package static func isNumber(_ text: String) -> Bool {
        var digits = Cursor(bytes: Array(text.utf8))
        digits.skip(UInt8(ascii: "-"))
        if !digits.skip(UInt8(ascii: "0")) {
            guard digits.skipDigits() > 0 else { return false }
        }
        if digits.skip(UInt8(ascii: ".")) {
            guard digits.skipDigits() > 0 else { return false }
        }
        if digits.skip(UInt8(ascii: "e")) || digits.skip(UInt8(ascii: "E")) {
            if !digits.skip(UInt8(ascii: "+")) { digits.skip(UInt8(ascii: "-")) }
            guard digits.skipDigits() > 0 else { return false }
        }
        return digits.isAtEnd
    }

    private struct Cursor {
        let bytes: [UInt8]
        var position = 0

        var isAtEnd: Bool { position == bytes.count }

        @discardableResult
        mutating func skip(_ byte: UInt8) -> Bool {
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func skipDigits() -> Int {
            let start = position
            while position < bytes.count,
                UInt8(ascii: "0") <= bytes[position], bytes[position] <= UInt8(ascii: "9")
            {
                position += 1
            }
            return position - start
        }
    }
}
