import CRDGeneratorCore
import CRDValues
import CRDYAML

/// A description as Markdown that keeps its paragraphs, lists, and code.
struct Description {
    /// The parts after the first paragraph.
    let blocks: ArraySlice<DescriptionBlocks.Block>

    /// The first paragraph; `nil` if the description begins with something else.
    let firstParagraph: [UInt8]?

    /// Parses a description; `nil` counts as empty.
    init(_ text: String?) {
        let bytes = Array((text ?? "").utf8)
        if Self.isOneParagraph(bytes) {
            firstParagraph = bytes
            blocks = []
            return
        }
        let blocks = DescriptionBlocks(bytes).blocks
        if case .paragraph(let paragraph, _) = blocks.first {
            firstParagraph = paragraph
            self.blocks = blocks.dropFirst()
        } else {
            firstParagraph = nil
            self.blocks = blocks[...]
        }
    }

    /// Whether a text is obviously one paragraph on one line, as most are; such texts aren't
    /// parsed.
    private static func isOneParagraph(_ text: [UInt8]) -> Bool {
        guard let first = text.first, first.isLowercase || first.isUppercase else { return false }
        return (text.last ?? 0) > 0x20 && !text.contains(UInt8(ascii: "\n"))
    }

    /// Whether there is no text at all.
    var isEmpty: Bool { firstParagraph == nil && blocks.isEmpty }

    /// Whether there is text after the first paragraph.
    var hasMore: Bool { !blocks.isEmpty }

    /// Adds everything but the first paragraph, each block with an empty line before it.
    ///
    /// - Parameters:
    ///   - margin: Blanks before each line.
    ///   - output: Receives lines, each with its line feed.
    func addMore(margin: Int, to output: inout PageOutput) {
        // Text of an item is indented like the text of its first line.
        var widths: [Int] = []
        var isAfterItem = false
        for block in blocks {
            switch block {
            case .paragraph(let text, let depth):
                let margin = margin + widths.prefix(depth).reduce(0, +)
                output.add("\n")
                output.addBlanks(margin)
                Markdown.addInline(text[...], startsBlock: true, to: &output)
                output.add("\n")
                isAfterItem = false
            case .item(let text, let mark, let depth):
                let margin = margin + widths.prefix(depth).reduce(0, +)
                if !isAfterItem { output.add("\n") }
                output.addBlanks(margin)
                output.add(mark)
                output.add(" ")
                Markdown.addInline(text[...], startsBlock: true, to: &output)
                output.add("\n")
                widths = widths.prefix(depth) + [mark.utf8.count + 1]
                isAfterItem = true
            case .code(let text, let depth):
                output.add("\n")
                let margin = margin + widths.prefix(depth).reduce(0, +)
                output.addCodeBlock(text, margin: margin)
                isAfterItem = false
            }
        }
    }
}

extension PageOutput {
    /// Adds a block of code, fenced.
    ///
    /// - Parameters:
    ///   - code: Lines, the last without its line feed.
    ///   - language: The language, for colours.
    ///   - margin: Blanks before each line.
    mutating func addCodeBlock(_ code: [UInt8], language: String = "", margin: Int) {
        let fence = PageText.fence(around: code)
        addBlanks(margin)
        add(fence)
        add(language)
        add("\n")
        for line in code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !line.isEmpty { addBlanks(margin) }
            add(line)
            add("\n")
        }
        addBlanks(margin)
        add(fence)
        add("\n")
    }

    /// Adds a number of spaces.
    mutating func addBlanks(_ count: Int) {
        for _ in 0..<count { add(0x20) }
    }
}
