/// The rules of other readers than the API server for plain scalars.
///
/// They are needed for writing: a string is plain only if every reader reads it as a string. YAML
/// 1.1 means the type repository on yaml.org, where `[0-9.]` in floats is read as `[0-9_]` (`1.2.3`
/// is not a number), and PyYAML. YAML 1.2 means its core schema and ruamel.yaml, which fails at
/// `-_` and `0o_`.
enum OtherReaders {
    /// Whether a plain scalar that the API server reads as a string is a string for all other
    /// readers.
    static func readString(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        guard numberFirstBytes.contains(first) else {
            return !PlainWords.elsewhere.contains(text)
        }
        let bytes = Array(text.utf8)
        return !isNumber(bytes) && !Scalar.isDecimal(bytes) && !Timestamp.isYAML11(bytes)
    }

    private static let numberFirstBytes = ByteSet("+-.0123456789")
    private static let digits = ByteSet("0123456789_")
    private static let binary = ByteSet("01_")
    private static let octal = ByteSet("01234567_")
    private static let hexadecimal = ByteSet("0123456789abcdefABCDEF_")
    private static let tens = ByteSet("012345")

    /// Whether YAML 1.1 reads a text as a number, or YAML 1.2 reads it as a number with a prefix.
    ///
    /// The number may have any size. It may have no digits at all, because the regular expressions
    /// match a lone decimal point, sign or prefix (`.`, `-_`, `0x_`).
    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        let isSigned = cursor.skipOne(.signs)
        if isPrefixed(cursor) { return true }
        let start = cursor
        if isSigned, cursor.skipAll(digits) > 0, cursor.isAtEnd { return true }
        cursor = start
        if cursor.skipOne(.digits) {
            cursor.skipAll(digits)
            if cursor.isAtEnd { return true }
            if cursor.next == UInt8(ascii: ":") {
                return isSexagesimal(cursor, beginsWithZero: start.next == UInt8(ascii: "0"))
            }
        }
        guard cursor.skip(UInt8(ascii: ".")) else { return false }
        cursor.skipAll(digits)
        if cursor.skipOne(.exponents) {
            guard cursor.skipOne(.signs), cursor.skipAll(.digits) > 0 else { return false }
        }
        return cursor.isAtEnd
    }

    private static func isPrefixed(_ start: ByteCursor) -> Bool {
        var cursor = start
        guard cursor.skip(UInt8(ascii: "0")) else { return false }
        if cursor.skip(UInt8(ascii: "x")) {
            return cursor.skipAll(hexadecimal) > 0 && cursor.isAtEnd
        }
        if cursor.skip(UInt8(ascii: "b")) { return cursor.skipAll(binary) > 0 && cursor.isAtEnd }
        if cursor.skip(UInt8(ascii: "o")) { return cursor.skipAll(octal) > 0 && cursor.isAtEnd }
        return false
    }

    /// Whether a text continues with `(:[0-5]?[0-9])+` and, for a float, a decimal point.
    ///
    /// An integer does not begin with zero.
    private static func isSexagesimal(_ start: ByteCursor, beginsWithZero: Bool) -> Bool {
        var cursor = start
        while cursor.skip(UInt8(ascii: ":")) {
            let hasTens = cursor.skipOne(tens)
            guard cursor.skipOne(.digits) || hasTens else { return false }
        }
        if cursor.skip(UInt8(ascii: ".")) {
            cursor.skipAll(digits)
            return cursor.isAtEnd
        }
        return cursor.isAtEnd && !beginsWithZero
    }
}
