import CRDGeneratorCore

/// Makes Markdown that shows a text exactly.
///
/// CommonMark 0.31 is the measure; of GitHub's extensions, strikethrough, tables and task lists
/// find nothing either.
enum Markdown {
    /// A text in code font, whatever is in it.
    ///
    /// Line breaks become blanks. A text that is empty or blank has no form as code; it gives `""`
    /// in quotation marks.
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
        // One blank on each side is taken away again; it keeps back-ticks apart, and blanks.
        let isPadded =
            [backtick, 0x20].contains(content[0]) || [backtick, 0x20].contains(content.last ?? 0)
        bytes += delimiter
        if isPadded { bytes.append(0x20) }
        for byte in content { bytes.append(byte < 0x20 ? 0x20 : byte) }
        if isPadded { bytes.append(0x20) }
        bytes += delimiter
    }

    /// The least number of back-ticks that no run in the text has.
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
        while lengths.contains(length) { length += 1 }
        return length
    }
}
