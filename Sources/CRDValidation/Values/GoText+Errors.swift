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

    /// Returns the error of Go's time package for a text that is not a timestamp; `nil` if it is
    /// one.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isMicro: Whether the text is one of `v1.MicroTime`, and not of `v1.Time`.
    /// - Returns: The message.
    package static func rejection(ofTime text: String, isMicro: Bool = false) -> String? {
        GoTimestamp.rejection(of: text, isMicro: isMicro)
    }
}
