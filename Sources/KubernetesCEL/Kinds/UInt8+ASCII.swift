extension UInt8 {
    /// Whether this is an ASCII digit.
    var isDigit: Bool { 0x30 <= self && self <= 0x39 }

    /// Whether this is an ASCII lowercase letter.
    var isLowercase: Bool { 0x61 <= self && self <= 0x7A }

    /// Whether this is an ASCII uppercase letter.
    var isUppercase: Bool { 0x41 <= self && self <= 0x5A }

    /// Whether this is an ASCII letter.
    var isLetter: Bool { isLowercase || isUppercase }

    /// Whether this is an ASCII letter or digit.
    var isLetterOrDigit: Bool { isLetter || isDigit }

    /// The value of an ASCII hexadecimal digit; `nil` for other bytes.
    var hexadecimalDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x57
        default: nil
        }
    }
}
