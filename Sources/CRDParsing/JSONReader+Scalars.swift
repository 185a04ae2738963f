import CRDYAML

extension JSONReader {
    /// Reads `true`, `false`, `null` or a number; the text of a number is kept unchanged.
    mutating func readLiteral() throws(Failure) {
        let place = sourcePosition
        let start = position
        while position < bytes.count, Self.isLiteralByte(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard text == "true" || text == "false" || text == "null" || JSONGrammar.isNumber(text)
        else {
            position = start
            throw unexpected("a value")
        }
        try add(text, .plain, at: place)
    }

    mutating func readString() throws(Failure) {
        let place = sourcePosition
        position += 1
        let start = position
        // Empty until the first escape. It is not an optional, because an optional would be copied
        // for each one.
        var text: [UInt8] = []
        var hasEscapes = false
        var isASCII = true
        while let byte = peek, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                if !hasEscapes { text = Array(bytes[start..<position]) }
                hasEscapes = true
                try readEscape(into: &text)
                continue
            }
            if byte < 0x20 { throw unexpected("an escape sequence for a control character") }
            if byte >= 0x80 {
                isASCII = false
                if byte & 0xC0 == 0x80 { continuationBytes += 1 }
            }
            if hasEscapes { text.append(byte) }
            position += 1
        }
        guard peek != nil else { throw unexpected("'\"'") }
        if !hasEscapes { text = Array(bytes[start..<position]) }
        let string = String(decoding: text, as: UTF8.self)
        // Decoding replaces invalid bytes; ASCII has none and needs no comparison.
        guard isASCII || string.utf8.elementsEqual(text) else {
            throw failure("the string that begins here is not valid UTF-8", at: place)
        }
        position += 1
        try add(string, .doubleQuoted, at: place)
    }

    mutating func readEscape(into text: inout [UInt8]) throws(Failure) {
        let start = sourcePosition
        position += 1
        guard let byte = peek else { throw unexpected("an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var code = try readHex()
            if code & 0xFC00 == 0xD800, peek == UInt8(ascii: "\\"), position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "u")
            {
                let afterHigh = position
                position += 2
                let low = try readHex()
                if low & 0xFC00 == 0xDC00 {
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    position = afterHigh
                }
            }
            // A lone surrogate is not a character; Kubernetes' JSON decoder replaces it with
            // U+FFFD.
            text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
        default:
            throw failure("unknown escape '\\\(Unicode.Scalar(byte))'", at: start)
        }
    }

    mutating func readHex() throws(Failure) -> UInt32 {
        let end = min(position + 4, bytes.count)
        let digits = String(decoding: bytes[position..<end], as: UTF8.self)
        guard digits.utf8.count == 4, digits.utf8.allSatisfy(\.isHexDigit),
            let code = UInt32(digits, radix: 16)
        else {
            throw unexpected("four hexadecimal digits")
        }
        position = end
        return code
    }
}
