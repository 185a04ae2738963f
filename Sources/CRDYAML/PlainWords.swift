/// The plain scalars that are words or signs and are not strings.
enum PlainWords {
    /// The length of the longest word.
    static let longest = 5

    /// The length of the longest word for null.
    static let longestNull = 4

    /// The words that are not strings for the API server; all of them are part of YAML 1.1.
    static let kubernetes: [String: Scalar] = table([
        (.null, "~ null Null NULL"),
        (.boolean(true), "true True TRUE yes Yes YES on On ON y Y"),
        (.boolean(false), "false False FALSE no No NO off Off OFF n N"),
        (.notFinite(".inf"), ".inf .Inf .INF +.inf +.Inf +.INF"),
        (.notFinite("-.inf"), "-.inf -.Inf -.INF"),
        (.notFinite(".nan"), ".nan .NaN .NAN"),
    ])

    /// The words that are strings for the API server but not for other readers: the merge key and
    /// the value key of YAML 1.1.
    static let elsewhere: Set<String> = ["<<", "="]

    private static func table(_ rows: [(Scalar, String)]) -> [String: Scalar] {
        var words: [String: Scalar] = [:]
        for (meaning, spellings) in rows {
            for spelling in spellings.parts(separatedBy: " ") { words[spelling] = meaning }
        }
        return words
    }
}
