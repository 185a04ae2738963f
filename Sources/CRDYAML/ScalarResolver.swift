// The rules of the API server for plain scalars: sigs.k8s.io/yaml with go-yaml v2, which is YAML
// 1.1 without sexagesimal numbers and with the prefixes of Go's integers.

extension Scalar {
    /// Returns the value of a plain scalar for the API server.
    ///
    /// `yes` is a Boolean, `0o17`, `017` and `1_5` are 15, `08` is the float 8, `2024-01-01` and
    /// `12:30` are strings, an empty text is null. A number that is too large for its type is a
    /// string.
    package static func resolve(plain text: String) -> Scalar {
        let bytes = text.utf8
        // Not `first`, which is generic and therefore slow in a debug build.
        guard bytes.count > 0 else { return .null }
        let first = bytes[bytes.startIndex]
        guard firstBytes.contains(first) else { return .string }
        // Most numbers are integers, and 0 begins those of other bases. A plain number, because
        // 'UInt8(ascii:)' is a slow call in a debug build.
        if 0x31 <= first, first <= 0x39, let value = Int64(text) { return .integer(value) }
        if bytes.count <= PlainWords.longest, let word = PlainWords.kubernetes[text] {
            return word
        }
        guard numberFirstBytes.contains(first) else { return .string }
        return number(in: text, isPoint: first == UInt8(ascii: ".")) ?? .string
    }

    /// Whether a plain scalar that begins with this byte may be anything but a string.
    ///
    /// This includes the merge key `<<`. 0, with which no plain scalar begins, stands for the empty
    /// scalar. It avoids a look-up for most keys and values.
    package static func mayBeOther(firstByte: UInt8) -> Bool {
        firstBytes.contains(firstByte)
    }

    private static let firstBytes = ByteSet("+-.0123456789yYnNtTfFoO~<\0")
    private static let numberFirstBytes = ByteSet("+-.0123456789")
    private static let numberBytes = ByteSet("+-.0123456789abcdefABCDEFxXoO_")

    private static func number(in text: String, isPoint: Bool) -> Scalar? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            guard numberBytes.contains(byte) else { return nil }
            if byte == UInt8(ascii: "_") {
                // Go skips underscores except in a number that begins with a decimal point.
                if isPoint { return nil }
            } else {
                bytes.append(byte)
            }
        }
        return isPoint ? float(bytes) : integer(bytes) ?? float(bytes) ?? signedBinary(bytes)
    }

    /// Reads an integer like Go's `ParseInt` and `ParseUint` with base 0.
    private static func integer(_ bytes: [UInt8]) -> Scalar? {
        guard let first = bytes.first else { return nil }
        let isSigned = ByteSet.signs.contains(first)
        var start = isSigned ? 1 : 0
        var radix: UInt64 = 10
        if bytes.count - start > 1, bytes[start] == UInt8(ascii: "0") {
            switch bytes[start + 1] {
            case UInt8(ascii: "x"), UInt8(ascii: "X"): (radix, start) = (16, start + 2)
            case UInt8(ascii: "o"), UInt8(ascii: "O"): (radix, start) = (8, start + 2)
            case UInt8(ascii: "b"), UInt8(ascii: "B"): (radix, start) = (2, start + 2)
            default: (radix, start) = (8, start + 1)
            }
        }
        guard let magnitude = UInt64(digits: bytes[start...], radix: radix) else { return nil }
        return integer(
            magnitude,
            isNegative: first == UInt8(ascii: "-"),
            isSigned: isSigned
        )
    }

    private static func integer(
        _ magnitude: UInt64,
        isNegative: Bool,
        isSigned: Bool
    ) -> Scalar? {
        if let value = Int64(magnitude, isNegative: isNegative) { return .integer(value) }
        return isSigned ? nil : .unsigned(magnitude)
    }

    /// Reads `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, unless the number is too large.
    private static func float(_ bytes: [UInt8]) -> Scalar? {
        guard isDecimal(bytes), let value = Double(String(decoding: bytes, as: UTF8.self)),
            value.isFinite
        else { return nil }
        return .float(value)
    }

    /// Whether a text is a decimal number in YAML 1.2's core schema, of any size.
    static func isDecimal(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        _ = cursor.skipOne(.signs)
        let whole = cursor.skipAll(.digits)
        if cursor.skip(UInt8(ascii: ".")) {
            if cursor.skipAll(.digits) + whole == 0 { return false }
        } else if whole == 0 {
            return false
        }
        if cursor.skipOne(.exponents) {
            _ = cursor.skipOne(.signs)
            if cursor.skipAll(.digits) == 0 { return false }
        }
        return cursor.isAtEnd
    }

    /// Reads `0b-1`: go-yaml passes the text after its own prefix, including the sign, to
    /// `ParseInt`.
    private static func signedBinary(_ bytes: [UInt8]) -> Scalar? {
        guard bytes.count > 3, bytes[0] == UInt8(ascii: "0"), bytes[1] == UInt8(ascii: "b"),
            ByteSet.signs.contains(bytes[2]),
            let magnitude = UInt64(digits: bytes[3...], radix: 2)
        else { return nil }
        return integer(magnitude, isNegative: bytes[2] == UInt8(ascii: "-"), isSigned: true)
    }
}
