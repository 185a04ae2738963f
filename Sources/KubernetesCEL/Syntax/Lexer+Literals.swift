extension Lexer {
    /// Reads a string or bytes literal with a prefix, if there is a complete one; otherwise the
    /// prefix is an identifier.
    mutating func prefixedString(_ first: UInt8) -> TokenKind? {
        switch first {
        case 0x72 where peek(1).isQuote, 0x52 where peek(1).isQuote:
            return string(prefix: 1, isRaw: true) ? .string : nil
        case 0x62 where peek(1).isQuote, 0x42 where peek(1).isQuote:
            return string(prefix: 1, isRaw: false) ? .bytes : nil
        case 0x62 where (peek(1) | 0x20) == 0x72 && peek(2).isQuote,
            0x42 where (peek(1) | 0x20) == 0x72 && peek(2).isQuote:
            return string(prefix: 2, isRaw: true) ? .bytes : nil
        default: return nil
        }
    }

    /// Reads a string literal after a prefix.
    ///
    /// - Returns: Whether it is complete; otherwise nothing is read.
    mutating func string(prefix: Int, isRaw: Bool) -> Bool {
        let quote = peek(prefix)
        if peek(prefix + 1) == quote, peek(prefix + 2) == quote,
            let end = tripleEnd(from: offset + prefix + 3, quote, isRaw)
        {
            move(to: end)
            return true
        }
        guard case .success(let end) = singleEnd(from: offset + prefix + 1, quote, isRaw) else {
            return false
        }
        move(to: end)
        return true
    }

    /// Takes the characters up to the one that ends no string into an invalid token.
    mutating func failString() -> TokenKind {
        guard case .failure(let failure) = singleEnd(from: offset + 1, peek(0), false) else {
            return .invalid
        }
        move(to: min(failure.offset, source.count))
        return .invalid
    }

    struct Failure: Error {
        /// The offset after the character that doesn't fit.
        let offset: Int
    }

    private func tripleEnd(from start: Int, _ quote: UInt8, _ isRaw: Bool) -> Int? {
        var index = start
        while index < source.count {
            let byte = source[index]
            if byte == quote, at(index + 1) == quote, at(index + 2) == quote { return index + 3 }
            if byte == 0x5C, !isRaw {
                guard let next = escapeEnd(index) else { return nil }
                index = next
            } else {
                index += 1
            }
        }
        return nil
    }

    private func singleEnd(from start: Int, _ quote: UInt8, _ isRaw: Bool) -> Result<Int, Failure> {
        var index = start
        while index < source.count {
            let byte = source[index]
            if byte == quote { return .success(index + 1) }
            if byte == 0x0A || byte == 0x0D { return .failure(Failure(offset: index + 1)) }
            if byte == 0x5C, !isRaw {
                guard let next = escapeEnd(index) else {
                    return .failure(Failure(offset: invalidEscapeEnd(index)))
                }
                index = next
            } else {
                index += 1
            }
        }
        return .failure(Failure(offset: source.count))
    }

    /// Returns the offset after an escape sequence, or `nil` if it isn't one.
    private func escapeEnd(_ backslash: Int) -> Int? {
        let first = at(backslash + 1)
        switch first {
        case 0x61, 0x62, 0x66, 0x6E, 0x72, 0x74, 0x76, 0x5C, 0x27, 0x22, 0x3F, 0x60:
            return backslash + 2
        case 0x78, 0x58: return digits(from: backslash + 2, 2)
        case 0x75: return digits(from: backslash + 2, 4)
        case 0x55: return digits(from: backslash + 2, 8)
        case 0x30...0x33:
            return at(backslash + 2).isOctal && at(backslash + 3).isOctal ? backslash + 4 : nil
        default: return nil
        }
    }

    private func digits(from start: Int, _ count: Int) -> Int? {
        (start..<start + count).allSatisfy { at($0).isHexDigit } ? start + count : nil
    }

    /// Returns the offset after the first character that makes an escape sequence invalid.
    private func invalidEscapeEnd(_ backslash: Int) -> Int {
        var index = backslash + 1
        switch at(index) {
        case 0x78, 0x58, 0x75, 0x55:
            index += 1
            while at(index).isHexDigit { index += 1 }
        case 0x30...0x33:
            index += 1
            while at(index).isOctal { index += 1 }
        default: break
        }
        guard index < source.count else { return source.count }
        index += 1
        while index < source.count, source[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }

    private func at(_ index: Int) -> UInt8 { index < source.count ? source[index] : 0 }

    /// Reads a number.
    mutating func number() -> TokenKind {
        let start = offset
        var index = offset
        if at(index) == 0x30, at(index + 1) == 0x78, at(index + 2).isHexDigit {
            index += 2
            while at(index).isHexDigit { index += 1 }
            return finish(index, .int)
        }
        while at(index).isDigit { index += 1 }
        var kind = TokenKind.int
        if at(index) == 0x2E, at(index + 1).isDigit {
            kind = .float
            index += 1
            while at(index).isDigit { index += 1 }
        }
        if let end = exponentEnd(index) {
            kind = .float
            index = end
        }
        return index > start ? finish(index, kind) : .invalid
    }

    private mutating func finish(_ end: Int, _ kind: TokenKind) -> TokenKind {
        guard kind == .int, at(end) | 0x20 == 0x75 else {
            move(to: end)
            return kind
        }
        move(to: end + 1)
        return .uint
    }

    private func exponentEnd(_ start: Int) -> Int? {
        guard at(start) | 0x20 == 0x65 else { return nil }
        var index = start + 1
        if at(index) == 0x2B || at(index) == 0x2D { index += 1 }
        guard at(index).isDigit else { return nil }
        while at(index).isDigit { index += 1 }
        return index
    }

    /// Reads an identifier in back-quotes, which Kubernetes rejects afterwards.
    mutating func escapedIdentifier() -> TokenKind {
        var index = offset + 1
        while at(index).isEscapedIdentifierPart { index += 1 }
        if at(index) == 0x60, index > offset + 1 {
            move(to: index + 1)
            return .escapedIdentifier
        }
        var end = min(index + 1, source.count)
        while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
        move(to: end)
        return .invalid
    }
}

extension UInt8 {
    var isOctal: Bool { self >= 0x30 && self <= 0x37 }
    var isHexDigit: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x66) }
    var isIdentifierPart: Bool { isLetter || isDigit || self == 0x5F }
    fileprivate var isQuote: Bool { self == 0x22 || self == 0x27 }

    fileprivate var isEscapedIdentifierPart: Bool {
        isIdentifierPart || self == 0x2E || self == 0x2D || self == 0x2F || self == 0x20
    }
}
