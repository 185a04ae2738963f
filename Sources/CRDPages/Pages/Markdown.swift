import CRDGeneratorCore

/// Escapes text for Markdown.
///
/// The result shows the exact text in CommonMark 0.31, and with GitHub's extensions for
/// strikethrough, tables, and task lists.
enum Markdown {
    /// Returns a text in code font.
    ///
    /// Line breaks become spaces. A text without other characters than spaces cannot be shown as
    /// code; it becomes a text in quotation marks.
    static func code(_ text: String) -> String {
        if !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "`") }) {
            return "`" + text + "`"
        }
        var bytes: [UInt8] = []
        appendCode(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func appendCode(_ text: String, to bytes: inout [UInt8]) {
        let content = Array(text.utf8)
        guard content.contains(where: { $0 > 0x20 }) else {
            bytes.append(contentsOf: "`\"\(text)\"`".utf8.map { $0 < 0x20 ? 0x20 : $0 })
            return
        }
        let backtick = UInt8(ascii: "`")
        let delimiter = Array(repeating: backtick, count: fenceLength(around: content))
        // Markdown removes one space on each side; it separates back-ticks, and keeps spaces.
        let isPadded =
            [backtick, 0x20].contains(content[0]) || [backtick, 0x20].contains(content.last ?? 0)
        bytes += delimiter
        if isPadded { bytes.append(0x20) }
        for byte in content { bytes.append(byte < 0x20 ? 0x20 : byte) }
        if isPadded { bytes.append(0x20) }
        bytes += delimiter
    }

    /// Returns the smallest number of back-ticks that the text doesn't have in a row, but not two,
    /// with which code is a link to a symbol in DocC.
    private static func fenceLength(around content: [UInt8]) -> Int {
        var lengths: Set<Int> = []
        var run = 0
        for byte in content {
            if byte == UInt8(ascii: "`") {
                run += 1
            } else if run > 0 {
                lengths.insert(run)
                run = 0
            }
        }
        if run > 0 { lengths.insert(run) }
        var length = 1
        while lengths.contains(length) || length == 2 { length += 1 }
        return length
    }
}
