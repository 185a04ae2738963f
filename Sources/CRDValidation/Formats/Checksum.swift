import CRDRuntime

/// Checks of numbers with a check digit.
enum Checksum {
    /// Whether the bytes are an ISBN of ten digits, the last of which may be `X`; spaces and dashes
    /// are ignored.
    static func isISBN10(_ bytes: [UInt8]) -> Bool {
        let digits = withoutSeparators(bytes)
        guard digits.count == 10, digits.dropLast().allSatisfy(\.isDigit) else { return false }
        let isX = digits[9] == UInt8(ascii: "X")
        guard isX || digits[9].isDigit else { return false }
        var sum = 0
        for (index, digit) in digits.dropLast().enumerated() { sum += (index + 1) * value(digit) }
        sum += 10 * (isX ? 10 : value(digits[9]))
        return sum % 11 == 0
    }

    /// Whether the bytes are an ISBN of 13 digits.
    static func isISBN13(_ bytes: [UInt8]) -> Bool {
        let digits = withoutSeparators(bytes)
        guard digits.count == 13, digits.allSatisfy(\.isDigit) else { return false }
        var sum = 0
        for (index, digit) in digits.enumerated() { sum += (index % 2 == 0 ? 1 : 3) * value(digit) }
        return sum % 10 == 0
    }

    /// Whether the bytes are the number of a known card type with a valid check digit (Luhn).
    static func isCreditCard(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.filter(\.isDigit)
        guard isKnownCard(digits) else { return false }
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let number = value(digit) * (index % 2 == 0 ? 1 : 2)
            sum += number > 9 ? number - 9 : number
        }
        return sum % 10 == 0
    }

    /// Whether the prefix and length are those of Visa, MasterCard, Discover, American Express,
    /// Diners or JCB.
    private static func isKnownCard(_ digits: [UInt8]) -> Bool {
        let text = String(decoding: digits, as: UTF8.self)
        func begins(_ range: ClosedRange<Int>, _ length: Int) -> Bool {
            Int(text.prefix(length)).map(range.contains) ?? false
        }
        switch digits.count {
        case 13: return begins(4...4, 1)
        case 14: return begins(300...305, 3) || begins(36...36, 2) || begins(38...38, 2)
        case 15:
            return begins(34...34, 2) || begins(37...37, 2) || begins(2131...2131, 4)
                || begins(1800...1800, 4)
        case 16:
            return begins(4...4, 1) || begins(51...55, 2) || begins(2221...2720, 4)
                || begins(6011...6011, 4) || begins(65...65, 2) || begins(35...35, 2)
                || begins(62...62, 2)
        default: return false
        }
    }

    private static func withoutSeparators(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { $0 != UInt8(ascii: "-") && $0 != 0x20 && !(0x09...0x0D).contains($0) }
    }

    private static func value(_ digit: UInt8) -> Int { Int(digit) - 0x30 }
}
