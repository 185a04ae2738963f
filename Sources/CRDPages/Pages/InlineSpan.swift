import CRDGeneratorCore

/// A part of a paragraph of a description that is more than text.
struct InlineSpan {
    /// The kinds of parts.
    enum Content {
        /// Text in back-ticks, without them.
        case code(ArraySlice<UInt8>)
        /// `[text](https://…)`.
        case link(MarkdownLink)
        /// Another URL.
        case address(ArraySlice<UInt8>)
    }

    /// The bytes of the part.
    let range: Range<Int>
    /// The part.
    let content: Content

    /// Finds the code or link that begins at a byte, or the URL that has its colon there; `nil` if
    /// there is none.
    ///
    /// - Parameters:
    ///   - text: A paragraph.
    ///   - position: The position of the byte.
    ///   - isInLink: Whether the paragraph is the text of a link, in which URLs are no links.
    init?(in text: ArraySlice<UInt8>, at position: Int, isInLink: Bool) {
        switch text[position] {
        case UInt8(ascii: "`"):
            guard let end = Markdown.codeEnd(text, position) else { return nil }
            let ticks = text[position...].prefix { $0 == UInt8(ascii: "`") }.count
            range = position..<end
            content = .code(text[(position + ticks)..<(end - ticks)])
        case UInt8(ascii: "[") where !isInLink:
            guard let link = MarkdownLink(in: text, at: position) else { return nil }
            range = position..<link.end
            content = .link(link)
        case UInt8(ascii: ":") where !isInLink:
            guard let address = Markdown.address(text, around: position) else { return nil }
            range = address
            content = .address(text[address])
        default:
            return nil
        }
    }
}
