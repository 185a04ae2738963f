/// A kind of token.
enum TokenKind: UInt8, Sendable {
    case end
    case equals, notEquals, `in`, less, lessEquals, greaterEquals, greater
    case and, or
    case leftBracket, rightBracket, leftBrace, rightBrace, leftParenthesis, rightParenthesis
    case dot, comma, minus, not, question, colon, plus, star, slash, percent
    case `true`, `false`, null
    case float, int, uint, string, bytes, identifier, escapedIdentifier
    /// A character that begins no token.
    case invalid
    /// Stands for an operand that is missing after an error.
    case placeholder
}

/// A token at a range of the bytes of the text.
struct Token: Sendable {
    var kind: TokenKind
    var start: Int32
    var end: Int32
}
