extension Parser {
    mutating func literal() throws(SyntaxFailure) -> NodeID {
        let first = token
        let isNegative = first.kind == .minus
        if isNegative { advance() }
        let current = token
        guard let value = value(of: current, isNegative: isNegative) else { throw SyntaxFailure() }
        advance()
        switch value {
        case .error(let message): return report(message, at: first.start)
        default: return tree.add(constant: value, at: first.start)
        }
    }

    /// Returns the value of a literal, an error if it is out of range, or `nil` if it is none.
    private func value(of token: Token, isNegative: Bool) -> Value? {
        switch token.kind {
        case .int: return int(token, isNegative: isNegative)
        case .float: return double(token, isNegative: isNegative)
        case .uint where !isNegative: return uint(token)
        case .string where !isNegative, .bytes where !isNegative: return string(token)
        case .true where !isNegative: return .bool(true)
        case .false where !isNegative: return .bool(false)
        case .null where !isNegative, .placeholder: return .null
        case .end where isLenient: return .null
        default: return nil
        }
    }

    private func magnitude(_ start: Int, _ end: Int) -> UInt64? {
        var start = start
        var radix: UInt64 = 10
        if end - start > 2, lexer.source[start + 1] == 0x78 {
            radix = 16
            start += 2
        }
        var magnitude: UInt64 = 0
        for index in start..<end {
            let digit = UInt64(lexer.source[index].hexadecimalDigit ?? 0)
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: radix)
            let (sum, carry) = product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            magnitude = sum
        }
        return magnitude
    }

    private func int(_ token: Token, isNegative: Bool) -> Value {
        guard let magnitude = magnitude(Int(token.start), Int(token.end)) else {
            return .error("invalid int literal")
        }
        if isNegative, magnitude == 1 << 63 { return .int(.min) }
        guard let value = Int64(exactly: magnitude) else { return .error("invalid int literal") }
        return .int(isNegative ? -value : value)
    }

    private func uint(_ token: Token) -> Value {
        magnitude(Int(token.start), Int(token.end) - 1).map { .uint($0) }
            ?? .error("invalid uint literal")
    }

    private func double(_ token: Token, isNegative: Bool) -> Value {
        let text = String(decoding: lexer.source[Int(token.start)..<Int(token.end)], as: UTF8.self)
        let full = text.utf8.first == 0x2E ? "0" + text : text
        guard let value = Double(full), value.isFinite else {
            return .error("invalid double literal")
        }
        return .double(isNegative ? -value : value)
    }

    private func string(_ token: Token) -> Value {
        switch StringLiteral(source: lexer.source, token: token).contents() {
        case .failure(let failure): .error(failure.message)
        case .success(let bytes) where token.kind == .bytes: .bytes(bytes)
        case .success(let bytes): .string(String(decoding: bytes, as: UTF8.self))
        }
    }
}
