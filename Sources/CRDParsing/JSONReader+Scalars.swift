import CRDYAML

extension JSONReader {
    // The loops have local variables and plain numbers, because properties, optionals and
    // `UInt8(ascii:)` are slow calls in a debug build.

    /// Reads `true`, `false`, `null` or a number; the text of a number is kept unchanged.
    mutating func readLiteral() throws(Failure) {
        let place = sourcePosition
        let start = position
        let bytes = bytes
        let count = bytes.count
        var end = start
        var hasOnlyDigits = true
        while end < count {
            let byte = bytes[end]
            if byte < 0x30 || byte > 0x39 {
                guard Self.isLiteralByte(byte) else { break }
                hasOnlyDigits = false
            }
            end += 1
        }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        // Most literals are integers without a sign, which begin with 0 only if they are 0.
        let isInteger = hasOnlyDigits && end > start && (bytes[start] != 0x30 || end == start + 1)
        guard
            isInteger || text == "true" || text == "false" || text == "null"
                || JSONGrammar.isNumber(text)
        else { throw unexpected("a value") }
        position = end
        try add(text, .plain, at: place)
    }

    /// Whether a byte that is not a digit can be in a literal: a letter, `+`, `-` or `.`.
    private static func isLiteralByte(_ byte: UInt8) -> Bool {
        let lowercase = byte | 0x20
        return 0x61 <= lowercase && lowercase <= 0x7A || byte == 0x2B || byte == 0x2D
            || byte == 0x2E
    }

    mutating func readString() throws(Failure) {
        let place = sourcePosition
        let bytes = bytes
        let count = bytes.count
        let start = position + 1
        var end = start
        // 0x22 is the quotation mark, 0x5C the backslash.
        while end < count {
            let byte = bytes[end]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte > 0x7E { break }
            end += 1
        }
        guard end < count, bytes[end] == 0x22 else {
            return try readUnusualString(at: place)
        }
        position = end + 1
        let text =
            builder.expectsKey
            ? keys.text(bytes, start, end) : String(decoding: bytes[start..<end], as: UTF8.self)
        try add(text, .doubleQuoted, at: place)
    }

    /// Reads a string with escapes or with characters that are not ASCII, or reports its error.
    private mutating func readUnusualString(at place: SourcePosition) throws(Failure) {
        position += 1
        let start = position
        // Empty until the first escape. It is not an optional, because an optional would be copied
        // for each one.
        var text: [UInt8] = []
        var hasEscapes = false
        var isASCII = true
        while let byte = peek, byte != 0x22 {
            if byte == 0x5C {
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
        guard end == position + 4, let code = UInt64(digits: bytes[position..<end], radix: 16)
        else {
            throw unexpected("four hexadecimal digits")
        }
        position = end
        return UInt32(code)
    }
}
