/// Expressions whose answer differs from the server's, each for a reason.
enum KnownDifference {
    private static let messages = "messages of protobuf can't be written; no CRD has them"

    /// Returns the reason why the answer to an expression differs, or `nil`.
    static func reason(_ expression: String) -> String? {
        let hasMessage = expression.contains("google.protobuf.") && expression.contains("{")
        return hasMessage ? messages : reasons[expression]
    }

    private static let reasons: [String: String] = [
        "[].flatten(dyn('1'))": "the server's code fails with an internal error",
        "x{?.": "an error of a field name that is missing in a syntax error",
    ]
}
