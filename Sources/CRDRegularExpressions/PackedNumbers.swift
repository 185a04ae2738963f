/// Numbers as letters, in which tables of Unicode stay small: of the 64 digits, the first half ends a
/// number and the second half is followed by a further digit.
struct PackedNumbers: Sequence, IteratorProtocol {
    private var bytes: Substring.UTF8View.Iterator

    init(_ text: Substring) {
        bytes = text.utf8.makeIterator()
    }

    mutating func next() -> UInt32? {
        var number: UInt32 = 0
        while let byte = bytes.next() {
            let digit = Self.digit(byte)
            number = number << 5 | digit & 31
            if digit < 32 { return number }
        }
        return nil
    }

    /// `0`–`9`, `a`–`v`, then `A`–`Z`, `w`–`z`, `-`, `_`.
    private static func digit(_ byte: UInt8) -> UInt32 {
        let digit: UInt8 =
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "v"): byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A") + 32
            case UInt8(ascii: "w")...UInt8(ascii: "z"): byte - UInt8(ascii: "w") + 58
            default: byte == UInt8(ascii: "-") ? 62 : 63
            }
        return UInt32(digit)
    }
}
