import CRDGeneratorCore
import CRDPages

/// Descriptions as a terminal shows them: paragraphs and lists wrapped, code as it is.
enum WrappedText {
    /// How wide a line may be, in Unicode scalars; `kubectl explain` wraps there too.
    static let width = 80

    /// The lines of a description; none where there is no text.
    static func lines(ofDescription text: String?, indentation: Int) -> [String] {
        let blocks = DescriptionBlocks(Array((text ?? "").utf8)).blocks
        var lines: [String] = []
        var isAfterItem = false
        for block in blocks {
            var isItem = false
            if case .item = block { isItem = true }
            if !lines.isEmpty, !(isItem && isAfterItem) { lines.append("") }
            lines += Self.lines(of: block, indentation: indentation)
            isAfterItem = isItem
        }
        return lines
    }

    /// The lines of the first paragraph of a description, which mostly says what there is to say.
    static func lines(ofFirstParagraph text: String?, indentation: Int) -> [String] {
        let blocks = DescriptionBlocks(Array((text ?? "").utf8)).blocks
        return blocks.first.map { lines(of: $0, indentation: indentation) } ?? []
    }

    private static func lines(
        of block: DescriptionBlocks.Block,
        indentation: Int
    ) -> [String] {
        switch block {
        case .paragraph(let text, let depth):
            let margin = String(repeating: " ", count: indentation + 2 * depth)
            return wrapped(String(decoding: text, as: UTF8.self), first: margin, rest: margin)
        case .item(let text, let mark, let depth):
            let margin = String(repeating: " ", count: indentation + 2 * depth)
            let rest = margin + String(repeating: " ", count: mark.utf8.count + 1)
            let first = "\(margin)\(mark) "
            return wrapped(String(decoding: text, as: UTF8.self), first: first, rest: rest)
        case .code(let text, let depth):
            let margin = String(repeating: " ", count: indentation + 2 * depth + 2)
            return String(decoding: text, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "" : margin + $0 }
        }
    }

    /// A text in lines; words are never broken, and blanks in a row count as one.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - first: What the first line begins with.
    ///   - rest: What every other line begins with.
    ///   - width: How wide a line may be, in Unicode scalars.
    /// - Returns: The lines; one at least.
    static func wrapped(
        _ text: String,
        first: String,
        rest: String,
        width: Int = Self.width
    ) -> [String] {
        var lines: [String] = []
        var line = first
        var length = first.unicodeScalars.count
        var isEmpty = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            let count = word.unicodeScalars.count
            if !isEmpty, length + 1 + count > width {
                lines.append(line)
                line = rest
                length = rest.unicodeScalars.count
                isEmpty = true
            }
            line += isEmpty ? word : " \(word)"
            length += count + (isEmpty ? 0 : 1)
            isEmpty = false
        }
        return lines + [line]
    }
}
