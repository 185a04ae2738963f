/// A set of ASCII characters.
///
/// Two words of bits: asking costs a shift, in debug builds too.
struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Creates the set of the characters of `text`; others than ASCII are left out.
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

/// Walks over the bytes of a scalar, set by set.
///
/// The sets that follow each other in a form never overlap, so no step has to be taken back.
package struct ByteCursor {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether all bytes are behind.
    package var isAtEnd: Bool { position == bytes.count }

    /// The byte that comes next; `nil` at the end.
    var next: UInt8? { isAtEnd ? nil : bytes[position] }

    /// Steps over one byte if it is in `set`.
    mutating func skipOne(_ set: ByteSet) -> Bool {
        guard position < bytes.count, set.contains(bytes[position]) else { return false }
        position += 1
        return true
    }

    /// Steps over `byte` if it is next.
    package mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Steps over an ASCII digit and returns its value; `nil` if none is next.
    package mutating func takeDigit() -> Int? {
        guard position < bytes.count, ByteSet.digits.contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return Int(bytes[position] - UInt8(ascii: "0"))
    }

    /// Steps over all bytes that are in `set` and returns how many they were.
    @discardableResult
    mutating func skipAll(_ set: ByteSet) -> Int {
        let start = position
        while position < bytes.count, set.contains(bytes[position]) {
            position += 1
        }
        return position - start
    }
}
