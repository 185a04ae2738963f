// The standard library's initializers are generic: the compiler makes a copy of 1,500 instructions
// for each type of integers and text, in each module.

extension UInt64 {
    /// Creates a number from the ASCII digits of a text; returns `nil` if there are none, if one is
    /// too large, or if the value does not fit.
    ///
    /// - Parameters:
    ///   - bytes: The digits; letters can be in upper or lower case.
    ///   - radix: The number of different digits, at most 16.
    @inline(never)
    package init?(digits bytes: ArraySlice<UInt8>, radix: UInt64 = 10) {
        guard !bytes.isEmpty else { return nil }
        self = 0
        for byte in bytes {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- UInt8(ascii: "A") &+ 10
            default: return nil
            }
            guard digit < radix else { return nil }
            let (product, isTooLarge) = multipliedReportingOverflow(by: radix)
            let (sum, carries) = product.addingReportingOverflow(UInt64(digit))
            if isTooLarge || carries { return nil }
            self = sum
        }
    }

    /// Creates a number from a text in decimal digits; returns `nil` if the text has another form,
    /// or if the value does not fit.
    package init?(decimal text: String) {
        self.init(digits: Array(text.utf8)[...])
    }
}

extension Int64 {
    /// Creates a number from a text in decimal digits, which can begin with a sign; returns `nil` if
    /// the text has another form, or if the value does not fit.
    @inline(never)
    package init?(decimal text: String) {
        let bytes = Array(text.utf8)
        guard let first = bytes.first,
            let magnitude = UInt64(digits: ByteSet.signs.contains(first) ? bytes[1...] : bytes[...])
        else { return nil }
        self.init(magnitude, isNegative: first == UInt8(ascii: "-"))
    }

    /// Creates a number from its magnitude and sign; returns `nil` if it does not fit.
    init?(_ magnitude: UInt64, isNegative: Bool) {
        guard isNegative else {
            self.init(exactly: magnitude)
            return
        }
        guard magnitude <= Int64.min.magnitude else { return nil }
        self.init(truncatingIfNeeded: 0 &- magnitude)
    }
}
