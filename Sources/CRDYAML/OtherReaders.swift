/// What readers other than the API server make of a plain scalar.
///
/// They matter when text is written: a string is plain only if nobody takes it for something else.
/// YAML 1.1 is the type repository on yaml.org, where `[0-9.]` in the floats is read as `[0-9_]`
/// (`1.2.3` is no number), together with PyYAML; YAML 1.2 is its core schema, together with
/// ruamel.yaml, which fails at `-_` and `0o_`.
enum OtherReaders {
    /// Whether a plain scalar that is a string to the API server is one to all other readers.
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

    /// Whether YAML 1.1 reads a number, or YAML 1.2 one with a prefix; of any size, and for those
    /// regular expressions that match a lone point, sign or prefix (`.`, `-_`, `0x_`), none at all.
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

    /// `(:[0-5]?[0-9])+`, then for a float a point; an integer does not begin with zero.
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
