/// A pattern as a tree.
package indirect enum PatternSyntax: Sendable {
    /// An assertion about a position between two scalars.
    package enum Assertion: Sendable {
        case textStart
        case textEnd
        case lineStart
        case lineEnd
        case wordBoundary
        case noWordBoundary
    }

    case empty
    case set(ScalarSet)
    case assertion(Assertion)
    case sequence([PatternSyntax])
    case choice([PatternSyntax])
    /// `maximum` is `nil` if there is no maximum; a lazy repetition prefers few copies.
    case repetition(PatternSyntax, minimum: Int, maximum: Int?, isLazy: Bool)
}

/// The error for an invalid pattern, with the message of Go's package regexp/syntax.
package struct PatternError: Error, Hashable, CustomStringConvertible {
    /// The kind of error, such as `missing closing )`.
    let code: String
    /// The invalid part of the pattern.
    let expression: String

    package var description: String { "error parsing regexp: \(code): `\(expression)`" }
}
