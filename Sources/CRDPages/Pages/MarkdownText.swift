import CRDGeneratorCore
import CRDValues
import CRDYAML

/// The text of a line of Markdown, without markup.
///
/// Front matter has a plain description. Markdown is read without extensions, as for the provider's
/// pages: list markers, `*emphasis*`, and tags are removed, `[text](url)` becomes `text url`, and
/// everything else is kept.
enum MarkdownText {
    /// The text of one line.
    static func plain(_ line: String) -> String {
        let bytes = expandingTabs(Array(line.utf8))
        if isReference(bytes) { return "" }
        return String(decoding: block(bytes[...]), as: UTF8.self)
    }

    /// Replaces each tab by spaces up to the next multiple of 4.
    private static func expandingTabs(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var column = 0
        for byte in bytes {
            guard byte == UInt8(ascii: "\t") else {
                result.append(byte)
                if byte & 0xC0 != 0x80 { column += 1 }
                continue
            }
            repeat {
                result.append(UInt8(ascii: " "))
                column += 1
            } while column % 4 != 0
        }
        return result
    }
}

// MARK: - Blocks

extension MarkdownText {
    private static func block(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var line = line
        while true {
            if line.first == UInt8(ascii: "#") { return inline(heading(line)) }
            if line.first == UInt8(ascii: "<"), isRawBlock(line) { return Array(line) }
            let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
            if blanks >= 4 { return Array(line) }
            if isRule(line) { return [] }
            let rest = line.dropFirst(blanks)
            guard rest.first == UInt8(ascii: ">") else { return inline(withoutListMarker(line)) }
            line = rest.dropFirst()
            if line.first == UInt8(ascii: " ") { line = line.dropFirst() }
        }
    }

    private static func heading(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = line
        for _ in 0..<6 where text.first == UInt8(ascii: "#") { text = text.dropFirst() }
        text = text.drop { $0 == UInt8(ascii: " ") }
        while text.last == UInt8(ascii: "#") { text = text.dropLast() }
        while text.last == UInt8(ascii: " ") { text = text.dropLast() }
        return text
    }

    /// Whether the line has only three or more of one of `*`, `-`, and `_`, and spaces.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        let marks = line.filter { $0 != UInt8(ascii: " ") }
        guard let mark = marks.first, marks.count >= 3 else { return false }
        return [UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(mark)
            && marks.allSatisfy { $0 == mark }
    }

    private static func withoutListMarker(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line.drop { $0 == UInt8(ascii: " ") }
        switch rest.first {
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            rest = rest.dropFirst()
        case let digit? where digit.isDigit:
            rest = rest.drop { $0.isDigit }
            guard rest.first == UInt8(ascii: ".") else { return line }
            rest = rest.dropFirst()
        default:
            return line
        }
        return rest.first == UInt8(ascii: " ") ? rest.dropFirst() : line
    }

    /// A comment, a rule, or a block's tag that is closed at the very end.
    private static func isRawBlock(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("<!--") && text.hasSuffix("-->") || text == "<hr>" { return true }
        let name = line.dropFirst().prefix { $0.isLetterOrDigit }
        let tag = String(decoding: name, as: UTF8.self).lowercased()
        return blockTags.contains(tag) && text.lowercased().hasSuffix("</\(tag)>")
    }

    private static let blockTags: Set<String> = [
        "address", "article", "aside", "blockquote", "canvas", "del", "div", "dl", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "iframe", "ins", "main", "math", "nav", "noscript", "ol", "output", "p", "pre",
        "progress", "script", "section", "style", "table", "ul", "video",
    ]

    /// `[id]: target`, with a title in quotes or parentheses or without.
    private static func isReference(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        for _ in 0..<3 where rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
        guard rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]"))
        else { return false }
        rest = rest[(end + 1)...]
        guard rest.first == UInt8(ascii: ":") else { return false }
        rest = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
        if rest.isEmpty { return false }
        rest = rest.drop { $0 != UInt8(ascii: " ") }.drop { $0 == UInt8(ascii: " ") }
        while rest.last == UInt8(ascii: " ") { rest = rest.dropLast() }
        guard let first = rest.first, let last = rest.last else { return true }
        return rest.count > 1
            && (first == UInt8(ascii: "'") && last == first
                || first == UInt8(ascii: "(") && last == UInt8(ascii: ")"))
    }
}
