/// Expressions whose answer differs from the server's, each for a reason.
enum KnownDifference {
    private static let messages = "messages of protobuf can't be written; no CRD has them"

    /// The reason by expression.
    static let reasons: [String: String] = [
        "google.protobuf.Int64Value{value: 1}": messages,
        "google.protobuf.Struct{fields: {'a': 1}}": messages,
        "google.protobuf.Timestamp{seconds: 1}": messages,
        "google.protobuf.Any{}": messages,
        "google.protobuf.Value{string_value: 'a'}": messages,
        "[].flatten(dyn('1'))": "the server's code fails with an internal error",
        "x{?.": "an error of a field name that is missing in a syntax error",
    ]
}
