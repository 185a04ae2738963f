/// Reads the contents of string and bytes literals that the lexer has accepted.
struct StringLiteral {
    let source: [UInt8]
    let token: Token

    /// The bytes of the literal, or the message of an error.
    func contents() -> Result<[UInt8], Failure> {
        let isBytes = token.kind == .bytes
        var start = Int(token.start)
        var isRaw = false
        while source[start] != 0x22, source[start] != 0x27 {
            if source[start] | 0x20 == 0x72 { isRaw = true }
            start += 1
        }
        var end = Int(token.end)
        let quote = source[start]
        let isTriple = end - start >= 6 && source[start + 1] == quote && source[start + 2] == quote
        start += isTriple ? 3 : 1
        end -= isTriple ? 3 : 1
        let body = source[start..<end]
        guard body.contains(where: { $0 == 0x5C || $0 == 0x0D }) else {
            return .success(Array(body))
        }
        return unescape(body, isRaw: isRaw, isBytes: isBytes)
    }

    struct Failure: Error { let message: String }

    private func unescape(
        _ body: ArraySlice<UInt8>,
        isRaw: Bool,
        isBytes: Bool
    ) -> Result<[UInt8], Failure> {
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var index = body.startIndex
        while index < body.endIndex {
            let byte = body[index]
            if byte == 0x0D {
                result.append(0x0A)
                index += 1
                if index < body.endIndex, body[index] == 0x0A { index += 1 }
            } else if byte == 0x5C, !isRaw {
                index += 1
                if let failure = escape(body, &index, &result, isBytes) { return .failure(failure) }
            } else {
                result.append(byte)
                index += 1
            }
        }
        return .success(result)
    }

    private func escape(
        _ body: ArraySlice<UInt8>,
        _ index: inout Int,
        _ result: inout [UInt8],
        _ isBytes: Bool
    ) -> Failure? {
        let first = body[index]
        index += 1
        if let simple = Self.simple(first) {
            result.append(simple)
            return nil
        }
        let isUnicode = first | 0x20 == 0x75
        guard !isBytes || !isUnicode else { return Failure(message: "unable to unescape string") }
        var code: UInt32
        switch first {
        case 0x78, 0x58: code = number(body, &index, 2)
        case 0x75: code = number(body, &index, 4)
        case 0x55: code = number(body, &index, 8)
        default:
            code = UInt32(first - 0x30) * 64
            code += UInt32(body[index] - 0x30) * 8 + UInt32(body[index + 1] - 0x30)
            index += 2
        }
        if isBytes {
            result.append(UInt8(code))
        } else if let scalar = Unicode.Scalar(code) {
            result.append(contentsOf: Array(String(scalar).utf8))
        } else {
            return Failure(message: "invalid unicode code point")
        }
        return nil
    }

    private func number(_ body: ArraySlice<UInt8>, _ index: inout Int, _ count: Int) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<count {
            code = code << 4 | UInt32(body[index].hexadecimalDigit ?? 0)
            index += 1
        }
        return code
    }

    private static func simple(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x61: 0x07
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        case 0x76: 0x0B
        case 0x5C, 0x27, 0x22, 0x3F, 0x60: byte
        default: nil
        }
    }
}
