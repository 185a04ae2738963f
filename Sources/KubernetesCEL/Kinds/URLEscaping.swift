/// The escapes such as `%20` in a part of a URL, as Go's package net/url reads and writes them.
enum URLEscaping {
    case path
    case query
    case fragment
    case user
    case host
    /// The zone of an IPv6 address.
    case zone

    /// Returns the bytes without escapes.
    ///
    /// - Throws: `URLReader.Reason` for an invalid escape and, in a host, an invalid character.
    func decoded(_ text: ArraySlice<UInt8>) throws(URLReader.Reason) -> [UInt8] {
        var result: [UInt8] = []
        var rest = text
        while let byte = rest.first {
            if byte == UInt8(ascii: "%") {
                result.append(try decodedEscape(rest.prefix(3)))
                rest = rest.dropFirst(3)
                continue
            }
            if self == .host || self == .zone, byte < 0x80, needsEscape(byte) {
                throw URLReader.Reason(
                    message: "invalid character \(GoText.quoted([byte])) in host name"
                )
            }
            result.append(self == .query && byte == UInt8(ascii: "+") ? 0x20 : byte)
            rest = rest.dropFirst()
        }
        return result
    }

    private func decodedEscape(_ escape: ArraySlice<UInt8>) throws(URLReader.Reason) -> UInt8 {
        let digits = escape.dropFirst().compactMap(\.hexadecimalDigit)
        let value = digits.reduce(0) { $0 << 4 | $1 }
        let isPercent = escape.elementsEqual("%25".utf8)
        let isAllowed =
            switch self {
            // In a host, only bytes outside of ASCII may be escaped, in a zone only spaces and what
            // a host may have.
            case .host: value >= 0x80 || isPercent
            case .zone: isPercent || value == 0x20 || !Self.host.needsEscape(value)
            case .path, .query, .fragment, .user: true
            }
        guard digits.count == 2, isAllowed else {
            throw URLReader.Reason(message: "invalid URL escape \(GoText.quoted(escape))")
        }
        return value
    }

    /// Returns a text with escapes.
    func encoded(_ bytes: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        for byte in bytes {
            if self == .query, byte == 0x20 {
                result.append(UInt8(ascii: "+"))
            } else if needsEscape(byte) {
                let digits = Array("0123456789ABCDEF".utf8)
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns a text as it is if its escapes are valid and none is missing; otherwise with all
    /// escapes that Go writes.
    func encoded(keeping text: String) -> String {
        let isValid = text.utf8.allSatisfy {
            "!$&'()*+,;=:@[]%".utf8.contains($0) || !needsEscape($0)
        }
        // The text was decoded when it was read.
        if isValid || text == "*" { return text }
        guard let bytes = try? decoded(Array(text.utf8)[...]) else { return text }
        return encoded(bytes)
    }

    private func needsEscape(_ byte: UInt8) -> Bool {
        if byte.isLetterOrDigit || "-_.~".utf8.contains(byte) { return false }
        switch self {
        case .host, .zone: return !"!$&'()*+,;=:[]<>\"".utf8.contains(byte)
        case .path: return !"$&+,/:;=@".utf8.contains(byte)
        case .user: return !"$&+,;=".utf8.contains(byte)
        case .query: return true
        case .fragment: return !"$&+,/:;=?@!()*".utf8.contains(byte)
        }
    }
}
