/// Parts of the grammar of JSON (RFC 8259) that several types need.
package enum JSONGrammar {
    /// Whether a text is exactly one JSON number (section 6): `-1.50e3` is; `+1`, `.5`, `01` and
    /// `1.` are not.
    package static func isNumber(_ text: String) -> Bool {
        var cursor = ByteCursor(Array(text.utf8))
        _ = cursor.skip(UInt8(ascii: "-"))
        if !cursor.skip(UInt8(ascii: "0")) {
            guard cursor.skipAll(.digits) > 0 else { return false }
        }
        if cursor.skip(UInt8(ascii: ".")) {
            guard cursor.skipAll(.digits) > 0 else { return false }
        }
        if cursor.skipOne(.exponents) {
            _ = cursor.skipOne(.signs)
            guard cursor.skipAll(.digits) > 0 else { return false }
        }
        return cursor.isAtEnd
    }
}
