import CRDGeneratorCore
import CRDPages

/// Descriptions for a terminal: paragraphs and lists are wrapped, code is unchanged.
enum WrappedText {
    /// The maximum width of a line in Unicode scalars, as in `kubectl explain`.
    static let width = 80

    /// Returns the lines of a description; empty if there is no text.
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

    /// Returns the lines of the first paragraph of a description.
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

    /// Wraps a text; words are never broken, and consecutive spaces count as one.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - first: The prefix of the first line.
    ///   - rest: The prefix of the other lines.
    ///   - width: The maximum width of a line in Unicode scalars.
    /// - Returns: At least one line.
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
