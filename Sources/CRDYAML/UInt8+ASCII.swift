// Numbers, because `UInt8(ascii:)` is slow in the debug builds in which the build plugin runs.
extension UInt8 {
    /// Whether this is an ASCII uppercase letter.
    package var isUppercase: Bool { 0x41 <= self && self <= 0x5A }

    /// Whether this is an ASCII lowercase letter.
    package var isLowercase: Bool { 0x61 <= self && self <= 0x7A }

    /// Whether this is an ASCII digit.
    package var isDigit: Bool { 0x30 <= self && self <= 0x39 }

    /// Whether this is an ASCII letter.
    package var isLetter: Bool { isLowercase || isUppercase }

    /// Whether this is an ASCII letter or digit.
    package var isLetterOrDigit: Bool { isLetter || isDigit }

    /// Whether this is an ASCII hexadecimal digit.
    package var isHexDigit: Bool {
        isDigit || 0x41 <= self && self <= 0x46 || 0x61 <= self && self <= 0x66
    }
}
