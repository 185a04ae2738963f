import CRDRegularExpressions
package import CRDRuntime

extension GoText {
    /// What Go's regexp package says of a pattern that it does not compile; `nil` if it does.
    package static func rejection(ofPattern text: String) -> String? {
        do throws(PatternError) {
            _ = try Pattern(text)
            return nil
        } catch {
            return error.description
        }
    }

    /// What Go's time package says of a text that is no time of RFC 3339; `nil` if it is one.
    package static func rejection(ofTime text: String) -> String? {
        if RFC3339Reader.read(text) != nil, !text.contains(" ") { return nil }
        return "parsing time \(quoted(text)) as \"2006-01-02T15:04:05Z07:00\": "
            + "cannot parse \(quoted(text)) as \"2006\""
    }
}
