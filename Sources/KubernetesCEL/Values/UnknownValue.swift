/// Values that are not known when an expression is evaluated, such as the user of a request that is
/// not sent.
///
/// They are errors for expressions, so that a result that doesn't depend on them, such as
/// `true || request.userInfo.username == ''`, is the result for all values.
package enum UnknownValue {
    // No message of an error begins with this character.
    private static let mark = "\u{1}"

    /// Returns the value for something that is unknown.
    package static func value(_ name: String) -> Value { .error(mark + name) }

    /// Returns the name of the unknown value from which an error comes; `nil` for other errors.
    package static func name(inError text: String) -> String? {
        text.hasPrefix(mark) ? String(text.dropFirst()) : nil
    }
}
