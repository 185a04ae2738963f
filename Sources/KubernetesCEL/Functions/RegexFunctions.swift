import CRDRegularExpressions

/// The results of `find` and `findAll` (k8s.io/apiserver v0.35, pkg/cel/library/regex.go).
enum RegexFunctions {
    /// Returns the first match; an empty string if there is none.
    static func find(_ text: String, _ search: PatternSearch) -> Value {
        .string(search.first(in: text).map { String(text[$0]) } ?? "")
    }

    /// Returns the matches, at most `limit` of them; all if it is negative.
    static func findAll(_ text: String, _ search: PatternSearch, limit: Int64 = -1) -> Value {
        let matches = search.all(in: text, limit: limit < 0 ? nil : Int(clamping: limit))
        return .list(matches.map { .string(String(text[$0])) })
    }
}
