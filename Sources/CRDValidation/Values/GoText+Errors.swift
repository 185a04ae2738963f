import CRDRegularExpressions
package import CRDRuntime

extension GoText {
    /// Returns the error of Go's regexp package for an invalid pattern; `nil` if the pattern is
    /// valid.
    package static func rejection(ofPattern text: String) -> String? {
        do throws(PatternError) {
            _ = try Pattern(text)
            return nil
        } catch {
            return error.description
        }
    }

    /// Returns the error of Go's time package for a text that is not an RFC 3339 timestamp; `nil`
    /// if it is one.
    package static func rejection(ofTime text: String) -> String? {
        if RFC3339Reader.read(text) != nil, !text.contains(" ") { return nil }
        return "parsing time \(quoted(text)) as \"2006-01-02T15:04:05Z07:00\": "
            + "cannot parse \(quoted(text)) as \"2006\""
    }
}
