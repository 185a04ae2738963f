// Numbers, as `UInt8(ascii:)` is slow in the debug builds that the build plugin runs in.
extension UInt8 {
    /// Whether this is an ASCII capital letter.
    package var isUppercase: Bool { 0x41 <= self && self <= 0x5A }

    /// Whether this is an ASCII small letter.
    package var isLowercase: Bool { 0x61 <= self && self <= 0x7A }

    /// Whether this is an ASCII digit.
    package var isDigit: Bool { 0x30 <= self && self <= 0x39 }

    /// Whether this is an ASCII letter.
    package var isLetter: Bool { isLowercase || isUppercase }

    /// Whether this is an ASCII letter or digit.
    package var isLetterOrDigit: Bool { isLetter || isDigit }

    /// Whether this is a hexadecimal digit in ASCII.
    package var isHexDigit: Bool {
        isDigit || 0x41 <= self && self <= 0x46 || 0x61 <= self && self <= 0x66
    }
}
