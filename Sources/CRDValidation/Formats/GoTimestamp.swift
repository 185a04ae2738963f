import CRDYAML

/// Reads timestamps as the server does (Go 1.26, `time.Parse`).
///
/// The layouts are those of `v1.Time` and `v1.MicroTime`. Go accepts more than RFC 3339: hours with
/// one digit, a comma before the fraction, and offsets of up to 24 hours and 60 minutes. It does not
/// accept lower-case letters.
struct GoTimestamp {
    private enum Failure: Error {
        /// The rest of the text doesn't begin with an element of the layout.
        case mismatch(rest: ArraySlice<UInt8>, element: String)
        /// A number is too small or too large.
        case outOfRange(String)
        /// Text follows the timestamp.
        case extraText(ArraySlice<UInt8>)
    }

    private let bytes: [UInt8]
    private var rest: ArraySlice<UInt8>

    private init(_ text: String) {
        bytes = Array(text.utf8)
        rest = bytes[...]
    }

    /// Returns Go's error for a text that is not a timestamp; `nil` if it is one.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isMicro: Whether the seconds have a fraction of exactly six digits.
    /// - Returns: The message.
    static func rejection(of text: String, isMicro: Bool) -> String? {
        var reader = GoTimestamp(text)
        do throws(Failure) {
            try reader.read(isMicro: isMicro)
            return nil
        } catch {
            let start = "parsing time \(quoted(reader.bytes[...]))"
            switch error {
            case .mismatch(let rest, let element):
                let layout = "2006-01-02T15:04:05\(isMicro ? ".000000" : "")Z07:00"
                return start + " as \"\(layout)\": cannot parse \(quoted(rest)) as \"\(element)\""
            case .outOfRange(let name): return "\(start): \(name) out of range"
            case .extraText(let rest): return "\(start): extra text: \(quoted(rest))"
            }
        }
    }

    private mutating func read(isMicro: Bool) throws(Failure) {
        try skipNumber("2006", digits: 4)
        try skip("-")
        try skipNumber("01", in: 1...12, named: "month")
        try skip("-")
        try skipNumber("02")
        try skip("T")
        let hasShortHour = rest.first?.isDigit == true && rest.dropFirst().first?.isDigit != true
        try skipNumber("15", digits: hasShortHour ? 1 : 2, in: 0...23, named: "hour")
        try skip(":")
        try skipNumber("04", in: 0...59, named: "minute")
        try skip(":")
        try skipNumber("05", in: 0...59, named: "second")
        try skipFraction(isMicro: isMicro)
        try skipOffset()
        if !rest.isEmpty { throw .extraText(rest) }
        if !GoTime.isDate(bytes.prefix(10)) { throw .outOfRange("day") }
    }

    private mutating func skip(_ character: Unicode.Scalar) throws(Failure) {
        guard rest.first == UInt8(ascii: character) else {
            throw .mismatch(rest: rest, element: String(character))
        }
        rest.removeFirst()
    }

    /// Skips a number with leading zeros.
    ///
    /// - Parameters:
    ///   - element: The number in the layout.
    ///   - count: The number of digits.
    ///   - range: The valid numbers.
    ///   - name: The name of the number in messages.
    /// - Throws: `Failure` if there are too few digits, or if the number is invalid.
    private mutating func skipNumber(
        _ element: String,
        digits count: Int = 2,
        in range: ClosedRange<Int> = 0...9999,
        named name: String = ""
    ) throws(Failure) {
        guard let number = Self.number(rest.prefix(count)), rest.count >= count else {
            throw .mismatch(rest: rest, element: element)
        }
        if !range.contains(number) { throw .outOfRange(name) }
        rest.removeFirst(count)
    }

    private mutating func skipFraction(isMicro: Bool) throws(Failure) {
        let isFraction = rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",")
        let digits = isFraction ? rest.dropFirst().prefix(while: \.isDigit).count : 0
        if isMicro, digits < 6 { throw .mismatch(rest: rest, element: ".000000") }
        if digits > 0 { rest.removeFirst(1 + (isMicro ? 6 : digits)) }
    }

    private mutating func skipOffset() throws(Failure) {
        if rest.first == UInt8(ascii: "Z") {
            rest.removeFirst()
            return
        }
        let text = Array(rest.prefix(6))
        let mismatch = Failure.mismatch(rest: rest, element: "Z07:00")
        guard text.count == 6, text[3] == UInt8(ascii: ":"), let hours = Self.number(text[1...2]),
            let minutes = Self.number(text[4...5])
        else { throw mismatch }
        if hours > 24 { throw .outOfRange("time zone offset hour") }
        if minutes > 60 { throw .outOfRange("time zone offset minute") }
        guard text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") else { throw mismatch }
        rest.removeFirst(6)
    }

    /// Returns the number of some digits; `nil` if a character is not a digit.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy(\.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    /// Returns a text in quotation marks, with escapes for bytes that aren't ASCII.
    private static func quoted(_ text: ArraySlice<UInt8>) -> String {
        var result = "\""
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += "\\"
            case 0x20..<0x80: break
            default:
                result += "\\x" + Unicode.Scalar(byte).hexadecimal(digits: 2)
                continue
            }
            result.unicodeScalars.append(Unicode.Scalar(byte))
        }
        return result + "\""
    }
}
