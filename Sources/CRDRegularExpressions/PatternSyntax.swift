/// A pattern as a tree.
package indirect enum PatternSyntax: Sendable {
    /// A place between two scalars.
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
    /// `maximum` is `nil` where there is none.
    case repetition(PatternSyntax, minimum: Int, maximum: Int?)
}

/// Why a pattern is none, in the words of Go's regexp/syntax.
package struct PatternError: Error, Hashable, CustomStringConvertible {
    /// The kind of error, such as `missing closing )`.
    let code: String
    /// The part of the pattern.
    let expression: String

    package var description: String { "error parsing regexp: \(code): `\(expression)`" }
}
