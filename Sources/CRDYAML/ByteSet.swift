/// A set of ASCII characters.
///
/// It is stored in two words of bits, so a look-up is a shift, in debug builds too.
struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Creates the set of the ASCII characters of `text`; other characters are ignored.
    init(_ text: String) {
        for byte in text.utf8 where byte < 128 {
            if byte < 64 {
                low |= 1 &<< UInt64(byte)
            } else {
                high |= 1 &<< UInt64(byte &- 64)
            }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return (low &>> UInt64(byte)) & 1 == 1 }
        return byte < 128 && (high &>> UInt64(byte &- 64)) & 1 == 1
    }
}

extension ByteSet {
    static let signs = ByteSet("+-")
    static let digits = ByteSet("0123456789")
    static let exponents = ByteSet("eE")
}

/// A cursor that moves over the bytes of a scalar.
///
/// Consecutive sets in a pattern never overlap, so no backtracking is needed.
package struct ByteCursor {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether the cursor is at the end.
    package var isAtEnd: Bool { position == bytes.count }

    /// The next byte; `nil` at the end.
    var next: UInt8? { isAtEnd ? nil : bytes[position] }

    /// Skips one byte if it is in `set`, and returns whether it did.
    mutating func skipOne(_ set: ByteSet) -> Bool {
        guard position < bytes.count, set.contains(bytes[position]) else { return false }
        position += 1
        return true
    }

    /// Skips `byte` if it is next, and returns whether it did.
    package mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Skips an ASCII digit and returns its value; returns `nil` if the next byte is not a digit.
    package mutating func takeDigit() -> Int? {
        guard position < bytes.count, ByteSet.digits.contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return Int(bytes[position] - UInt8(ascii: "0"))
    }

    /// Skips all bytes that are in `set` and returns their number.
    @discardableResult
    mutating func skipAll(_ set: ByteSet) -> Int {
        let start = position
        while position < bytes.count, set.contains(bytes[position]) {
            position += 1
        }
        return position - start
    }
}
