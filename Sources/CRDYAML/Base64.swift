/// Base64 (RFC 4648 §4) as in Go's `base64.StdEncoding`.
package enum Base64 {
    /// Returns the bytes that a base64 text represents.
    ///
    /// CR and LF are allowed anywhere, and padding is required. `"aGk="` gives the bytes of `hi`.
    ///
    /// - Returns: `nil` if the text is not base64.
    package static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var group: UInt32 = 0
        var count = 0
        var padding = 0
        for byte in text.utf8 where byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") {
            if byte == UInt8(ascii: "=") {
                padding += 1
            } else if padding == 0, let value = value(of: byte) {
                group = group << 6 | UInt32(value)
                count += 1
                if count.isMultiple(of: 4) { append(group, count: 3, to: &bytes) }
            } else {
                return nil
            }
        }
        switch (count % 4, padding) {
        case (0, 0): break
        case (3, 1): append(group << 6, count: 2, to: &bytes)
        case (2, 2): append(group << 12, count: 1, to: &bytes)
        default: return nil
        }
        return bytes
    }

    /// Returns the base64 text of `bytes`, padded and on one line.
    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let end = min(start + 3, bytes.count)
            var group: UInt32 = 0
            for position in start..<start + 3 {
                group = group << 8 | (position < end ? UInt32(bytes[position]) : 0)
            }
            for digit in 0..<4 {
                let isPadding = digit > end - start
                text.append(
                    isPadding
                        ? UInt8(ascii: "=") : alphabet[Int(group >> UInt32(18 - 6 * digit) & 63)]
                )
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )

    /// Returns the text that a base64 text represents.
    ///
    /// Invalid UTF-8 is replaced by U+FFFD. A text that is not base64 is returned unchanged.
    package static func string(_ text: String) -> String {
        decode(text).map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private static func append(_ group: UInt32, count: Int, to bytes: inout [UInt8]) {
        for shift in [16, 8, 0].prefix(count) {
            bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(shift)))
        }
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
