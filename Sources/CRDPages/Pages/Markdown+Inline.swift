import CRDGeneratorCore
import CRDValues
import CRDYAML

extension Markdown {
    /// Returns a text without line breaks as part of a paragraph.
    static func inline(_ text: String) -> String {
        var output = PageOutput()
        addInline(Array(text.utf8)[...], startsBlock: false, to: &output)
        return output.text
    }

    /// Adds a text as part of a paragraph.
    ///
    /// Text in back-ticks becomes code, `[text](https://…)` a link, and other URLs become links with
    /// the URL as their text. Other characters are escaped if necessary.
    ///
    /// - Parameters:
    ///   - text: UTF-8 without line breaks.
    ///   - startsBlock: Whether it begins a line, where characters such as `#` and `1.` have a
    ///     meaning.
    ///   - isInLink: Whether it is the text of a link, in which URLs are no links.
    ///   - output: Receives the Markdown.
    static func addInline(
        _ text: ArraySlice<UInt8>,
        startsBlock: Bool,
        isInLink: Bool = false,
        to output: inout PageOutput
    ) {
        var written = text.startIndex
        var position = text.startIndex
        if startsBlock, let mark = blockMark(text) {
            output.add(text[written..<mark])
            output.add(UInt8(ascii: "\\"))
            written = mark
            position = mark + 1
        }
        while position < text.endIndex {
            let byte = text[position]
            guard isSpecial[Int(byte)] else {
                position += 1
                continue
            }
            if let span = InlineSpan(in: text, at: position, isInLink: isInLink),
                span.range.lowerBound >= written
            {
                output.add(text[written..<span.range.lowerBound])
                add(span, of: text, to: &output)
                written = span.range.upperBound
                position = written
                continue
            }
            if byte < 0x20 || byte == 0x7F {
                output.add(text[written..<position])
                output.add(0x20)
                position += 1
                written = position
                continue
            }
            if hasMeaning(byte, text, position) {
                output.add(text[written..<position])
                output.add(UInt8(ascii: "\\"))
                written = position
            }
            position += 1
        }
        output.add(text[written...])
    }

    private static func add(
        _ span: InlineSpan,
        of text: ArraySlice<UInt8>,
        to output: inout PageOutput
    ) {
        switch span.content {
        case .code: output.add(text[span.range])
        case .link(let link): link.add(to: &output)
        case .address(let address):
            output.add(UInt8(ascii: "<"))
            output.add(address)
            output.add(UInt8(ascii: ">"))
        }
    }

    /// Whether a byte is special: characters of Markdown, `:` of URLs, control characters.
    private static let isSpecial: [Bool] = (0..<256).map { byte in
        byte < 0x20 || byte == 0x7F || "\\`*_[<&~:".utf8.contains(UInt8(byte))
    }

    private static func hasMeaning(
        _ byte: UInt8,
        _ text: ArraySlice<UInt8>,
        _ position: Int
    ) -> Bool {
        let previous = position > text.startIndex ? text[position - 1] : 0x20
        let next = position + 1 < text.endIndex ? text[position + 1] : 0x20
        switch byte {
        case UInt8(ascii: ":"):
            return false
        case UInt8(ascii: "\\"):
            return isPunctuation(next) || position + 1 == text.endIndex
        case UInt8(ascii: "*"):
            return previous > 0x20 || next > 0x20
        case UInt8(ascii: "_"):
            return !(isWordByte(previous) && isWordByte(next))
        case UInt8(ascii: "<"):
            return isWordByte(next) || isPunctuation(next)
        case UInt8(ascii: "&"):
            return isWordByte(next) || next == UInt8(ascii: "#")
        default:
            return true
        }
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isLowercase || byte.isUppercase || byte.isDigit
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !isWordByte(byte)
    }
}

// MARK: - Special characters at the start of a block

extension Markdown {
    /// The byte that must be escaped for the line to begin a paragraph; `nil` if none does.
    private static func blockMark(_ text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        let start = text.startIndex
        switch first {
        case UInt8(ascii: ">"):
            return start
        case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"):
            // A heading, an item of a list or a line across the page.
            let rest = text.drop { $0 == first }
            return (rest.first ?? 0x20) <= 0x20 ? start : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let rest = text.drop(while: \.isDigit)
            guard let end = rest.first, end == UInt8(ascii: ".") || end == UInt8(ascii: ")"),
                (rest.dropFirst().first ?? 0x20) <= 0x20
            else { return nil }
            return rest.startIndex
        default:
            return nil
        }
    }
}

// MARK: - Code and URLs

extension Markdown {
    /// Returns the end of the code that begins at some back-ticks; `nil` if they don't begin code.
    ///
    /// Text that begins or ends with a space is not code, but the text between two quotations, as
    /// in `` `a' or `b' ``.
    static func codeEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int? {
        let backtick = UInt8(ascii: "`")
        if start > text.startIndex, text[start - 1] == backtick { return nil }
        var content = start
        while content < text.endIndex, text[content] == backtick { content += 1 }
        guard content < text.endIndex, text[content] > 0x20 else { return nil }
        var position = content
        while position < text.endIndex {
            guard text[position] == backtick else {
                if text[position] < 0x20 { return nil }
                position += 1
                continue
            }
            let end = text[position...].firstIndex { $0 != backtick } ?? text.endIndex
            if end - position == content - start {
                return text[position - 1] > 0x20 ? end : nil
            }
            position = end
        }
        return nil
    }

    /// Returns the URL that contains a colon, such as `https://example.com/a_b`, without
    /// punctuation after it.
    static func address(_ text: ArraySlice<UInt8>, around colon: Int) -> Range<Int>? {
        guard colon + 2 < text.endIndex, text[colon + 1] == UInt8(ascii: "/") else { return nil }
        guard
            let scheme = ["https", "http"].first(where: { scheme in
                text[..<colon].suffix(scheme.utf8.count).elementsEqual(scheme.utf8)
            }), text[colon...].starts(with: "://".utf8)
        else { return nil }
        let start = colon - scheme.utf8.count
        if start > text.startIndex, isWordByte(text[start - 1]) { return nil }
        let hostStart = colon + 3
        guard hostStart < text.endIndex, isWordByte(text[hostStart]) else { return nil }
        var end = hostStart
        // In AsciiDoc, a text in brackets follows: `https://example.com[Example]`.
        while end < text.endIndex, isAddressByte(text[end]), text[end] != UInt8(ascii: "[") {
            end += 1
        }
        // The following text belongs to it: `https://example.com/<name>` is a pattern.
        if end < text.endIndex, text[end] == UInt8(ascii: "<") { return nil }
        let opens = text[start..<end].contains(UInt8(ascii: "("))
        while end > hostStart, isClosing(text[end - 1], opens: opens) { end -= 1 }
        return text[start..<end].contains(UInt8(ascii: "&")) ? nil : start..<end
    }

    static func isAddressByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"<>\"`\\{}|^".utf8.contains(byte)
    }

    private static func isClosing(_ byte: UInt8, opens: Bool) -> Bool {
        if byte == UInt8(ascii: ")") { return !opens }
        return ".,;:!?'*_]".utf8.contains(byte)
    }
}
