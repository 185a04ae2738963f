/// Dates and times of YAML 1.1.
///
/// The API server reads them as strings, other readers do not.
enum Timestamp {
    /// Whether a plain scalar is a timestamp in the YAML 1.1 type repository.
    ///
    /// `2024-01-01`, `2024-1-1T2:03:04Z` and `2024-01-01 12:30:45.5 -5` are, `2024-1-1` is not.
    static func isYAML11(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 7, bytes[4] == hyphen else { return false }
        var cursor = ByteCursor(bytes)
        guard let dateHasTwoDigits = skipDate(&cursor) else { return false }
        return cursor.isAtEnd ? dateHasTwoDigits : skipTime(&cursor) && cursor.isAtEnd
    }

    /// Whether a text is allowed after `!!timestamp`: as ``isYAML11(_:)``, or a date such as
    /// `2024-1-1`.
    ///
    /// The API server is stricter: it rejects a 13th month and a time zone after a space.
    static func isDateOrTime(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        guard skipDate(&cursor) != nil else { return false }
        return cursor.isAtEnd || isYAML11(bytes)
    }

    private static let hyphen = UInt8(ascii: "-")
    private static let colon = UInt8(ascii: ":")
    private static let blanks = ByteSet(" \t")
    private static let timeMarks = ByteSet("Tt")

    /// Skips year, month and day.
    ///
    /// Returns whether month and day have two digits each; `nil` if there is no date.
    private static func skipDate(_ cursor: inout ByteCursor) -> Bool? {
        guard cursor.skipAll(.digits) == 4, cursor.skip(hyphen) else { return nil }
        let month = cursor.skipAll(.digits)
        guard cursor.skip(hyphen) else { return nil }
        let day = cursor.skipAll(.digits)
        guard 1...2 ~= month, 1...2 ~= day else { return nil }
        return month == 2 && day == 2
    }

    private static func skipTime(_ cursor: inout ByteCursor) -> Bool {
        guard cursor.skipOne(timeMarks) || cursor.skipAll(blanks) > 0,
            1...2 ~= cursor.skipAll(.digits),
            cursor.skip(colon), cursor.skipAll(.digits) == 2,
            cursor.skip(colon), cursor.skipAll(.digits) == 2
        else { return false }
        if cursor.skip(UInt8(ascii: ".")) { cursor.skipAll(.digits) }
        cursor.skipAll(blanks)
        if cursor.skip(UInt8(ascii: "Z")) || cursor.isAtEnd { return true }
        guard cursor.skipOne(.signs), 1...2 ~= cursor.skipAll(.digits) else { return false }
        return !cursor.skip(colon) || cursor.skipAll(.digits) == 2
    }
}
