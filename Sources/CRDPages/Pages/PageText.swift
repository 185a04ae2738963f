import CRDGeneratorCore

/// Converts descriptions to text on pages.
enum PageText {
    /// Returns the description without characters that would break a table or a quotation: `` ` ``
    /// and `"` become `'`, line breaks and `\` are removed.
    ///
    /// `nil` gives `""`. White space around the text is kept; ``trimmed(_:)`` removes it.
    static func cleaned(_ description: String?) -> String {
        guard let description else { return "" }
        let bytes = Array(description.utf8)
        var result: [UInt8] = []
        var start = 0
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x61, isReplaced(byte) {
                result += bytes[start..<position]
                if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\"") {
                    result.append(UInt8(ascii: "'"))
                }
                start = position + 1
            }
            position += 1
        }
        if start == 0 { return description }
        result += bytes[start...]
        return String(decoding: result, as: UTF8.self)
    }

    private static func isReplaced(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n"),
            UInt8(ascii: "\r"):
            true
        default:
            false
        }
    }

    /// Returns the text without leading and trailing white space.
    static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    /// Returns the line that begins and ends a code block with `text`: three back-ticks, or more if
    /// the text has three in a row.
    static func fence(around text: some Sequence<UInt8>) -> String {
        var longest = 0
        var run = 0
        for byte in text {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: max(3, longest + 1))
    }
}
