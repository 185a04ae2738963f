/// Decimal integers as Go's package strconv reads them.
enum GoInteger {
    /// The error for a text that is not an integer, with Go's message.
    struct Failure: Error {
        let message: String
    }

    /// Reads an integer with an optional sign (`strconv.Atoi`).
    ///
    /// - Throws: `Failure` with a message such as `strconv.Atoi: parsing "a": invalid syntax`.
    static func read(_ text: some StringProtocol) throws(Failure) -> Int64 {
        let bytes = Array(text.utf8)
        let hasSign = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
        let digits = bytes.dropFirst(hasSign ? 1 : 0)
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else {
            throw Failure(
                message: "strconv.Atoi: parsing \(GoText.quoted(text)): invalid syntax"
            )
        }
        guard let value = Int64(text) else {
            throw Failure(
                message: "strconv.Atoi: parsing \(GoText.quoted(text)): value out of range"
            )
        }
        return value
    }
}
