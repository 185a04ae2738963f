/// Reads tokens.
struct Lexer: Sendable {
    /// The UTF-8 of the text.
    let source: [UInt8]
    /// The offset of the next byte, or the number of the next token that is read again.
    private(set) var offset = 0
    private let tokens: [Token]

    /// Creates a lexer.
    ///
    /// Given tokens, the last of which is the end, are read again; otherwise those of the text.
    init(_ source: [UInt8], tokens: [Token] = []) {
        self.source = source
        self.tokens = tokens
    }

    /// Returns the next token; at the end, always an empty one.
    mutating func next() -> Token {
        if !tokens.isEmpty {
            offset = min(offset + 1, tokens.count)
            return tokens[offset - 1]
        }
        skipWhitespace()
        let start = offset
        let kind = offset < source.count ? scan(source[offset]) : .end
        return Token(kind: kind, start: Int32(start), end: Int32(offset))
    }

    /// Returns the byte at a distance from the current one, 0 after the end.
    func peek(_ distance: Int) -> UInt8 {
        offset + distance < source.count ? source[offset + distance] : 0
    }

    mutating func move(to offset: Int) { self.offset = offset }

    private mutating func skipWhitespace() {
        while offset < source.count {
            switch source[offset] {
            case 0x20, 0x09, 0x0A, 0x0D, 0x0C: offset += 1
            case 0x2F where peek(1) == 0x2F:
                while offset < source.count, source[offset] != 0x0A { offset += 1 }
            default: return
            }
        }
    }

    private mutating func scan(_ first: UInt8) -> TokenKind {
        switch first {
        case 0x61...0x7A, 0x41...0x5A, 0x5F: word(first)
        case 0x30...0x39: number()
        case 0x22, 0x27: string(prefix: 0, isRaw: false) ? .string : failString()
        case 0x2E where peek(1).isDigit: number()
        case 0x60: escapedIdentifier()
        default: symbol(first)
        }
    }

    private mutating func symbol(_ first: UInt8) -> TokenKind {
        let second = peek(1)
        switch first {
        case 0x3D where second == 0x3D: return take(2, .equals)
        case 0x21: return second == 0x3D ? take(2, .notEquals) : take(1, .not)
        case 0x3C: return second == 0x3D ? take(2, .lessEquals) : take(1, .less)
        case 0x3E: return second == 0x3D ? take(2, .greaterEquals) : take(1, .greater)
        case 0x26 where second == 0x26: return take(2, .and)
        case 0x7C where second == 0x7C: return take(2, .or)
        case 0x5B: return take(1, .leftBracket)
        case 0x5D: return take(1, .rightBracket)
        case 0x7B: return take(1, .leftBrace)
        case 0x7D: return take(1, .rightBrace)
        case 0x28: return take(1, .leftParenthesis)
        case 0x29: return take(1, .rightParenthesis)
        case 0x2E: return take(1, .dot)
        case 0x2C: return take(1, .comma)
        case 0x2D: return take(1, .minus)
        case 0x3F: return take(1, .question)
        case 0x3A: return take(1, .colon)
        case 0x2B: return take(1, .plus)
        case 0x2A: return take(1, .star)
        case 0x2F: return take(1, .slash)
        case 0x25: return take(1, .percent)
        case 0x3D, 0x26, 0x7C:
            // The second character is the one that doesn't fit.
            offset += 1
            return invalidScalar()
        default: return invalidScalar()
        }
    }

    private mutating func take(_ length: Int, _ kind: TokenKind) -> TokenKind {
        offset += length
        return kind
    }

    /// Takes the scalar that fits no token into the invalid token.
    private mutating func invalidScalar() -> TokenKind {
        if offset < source.count {
            offset += 1
            while offset < source.count, source[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return .invalid
    }

    private mutating func word(_ first: UInt8) -> TokenKind {
        if let kind = prefixedString(first) { return kind }
        let start = offset
        while offset < source.count, source[offset].isIdentifierPart { offset += 1 }
        switch offset - start {
        case 2 where first == 0x69 && source[start + 1] == 0x6E: return .in
        case 4 where first == 0x74 && source[start..<offset].elementsEqual("true".utf8):
            return .true
        case 4 where first == 0x6E && source[start..<offset].elementsEqual("null".utf8):
            return .null
        case 5 where first == 0x66 && source[start..<offset].elementsEqual("false".utf8):
            return .false
        default: return .identifier
        }
    }
}
