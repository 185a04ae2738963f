/// Text as Go's packages strconv and fmt write it, for the messages of the server.
enum GoText {
    /// Returns a text in quotes, with characters escaped that are not printable (`strconv.Quote`).
    static func quoted(_ text: some StringProtocol) -> String {
        var result = "\""
        for scalar in text.unicodeScalars { result += escaped(scalar) }
        return result + "\""
    }

    /// Returns the text of bytes in quotes; a byte that is not UTF-8 is written as `\xff`.
    static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
        var result = "\""
        var rest = bytes
        while let first = rest.first {
            let scalar = UTF8Scalar(startOf: rest)
            result += scalar.map { escaped($0.scalar) } ?? "\\x" + hexadecimal(UInt32(first), 2)
            rest = rest.dropFirst(scalar?.length ?? 1)
        }
        return result + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\u{07}": "\\a"
        case "\u{08}": "\\b"
        case "\u{0C}": "\\f"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\u{0B}": "\\v"
        case _ where isPrintable(scalar): String(scalar)
        case "\0"..."\u{7F}": "\\x" + hexadecimal(scalar.value, 2)
        case ..."\u{FFFF}": "\\u" + hexadecimal(scalar.value, 4)
        default: "\\U" + hexadecimal(scalar.value, 8)
        }
    }

    /// Whether a character is printable (`strconv.IsPrint`): letters, marks, numbers, punctuation,
    /// symbols, and the ASCII space.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
            .lineSeparator, .paragraphSeparator:
            return false
        default:
            return true
        }
    }

    private static func hexadecimal(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

/// The scalar at the start of some bytes of UTF-8.
struct UTF8Scalar {
    let scalar: Unicode.Scalar
    /// The number of bytes.
    let length: Int

    /// Decodes the first scalar; `nil` if the bytes do not begin with valid UTF-8.
    init?(startOf bytes: ArraySlice<UInt8>) {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        self.scalar = scalar
        length = UTF8.width(scalar)
    }
}
