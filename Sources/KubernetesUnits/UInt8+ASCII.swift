extension UInt8 {
    /// Whether this is an ASCII digit.
    var isDigit: Bool { 0x30 <= self && self <= 0x39 }
}
