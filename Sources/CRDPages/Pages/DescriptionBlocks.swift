import CRDGeneratorCore

/// The paragraphs, lists, and code of a description.
///
/// Descriptions are comments of Go or Rust code, mostly without any markup but this:
///
///     Mode says how.
///
///     - Fast: soon.
///       With a second line.
///     - Slow: later.
package struct DescriptionBlocks {
    /// One part of a description.
    package enum Block: Equatable {
        /// Text on one line.
        case paragraph([UInt8], depth: Int)
        /// An item of a list, with its marker such as `-` or `1.`.
        case item([UInt8], mark: String, depth: Int)
        /// Lines that don't change.
        case code([UInt8], depth: Int)
    }

    /// The parts in order.
    package private(set) var blocks: [Block] = []

    private var text: [UInt8] = []
    private var state = State.none
    /// The lists that are open, the outer ones first.
    private var lists: [List] = []

    private enum State {
        case none
        case paragraph
        case item(mark: String)
        /// Lines with at least this indentation.
        case code(indent: Int)
        /// Lines up to one that begins with the fence.
        case fenced(by: [UInt8])
        /// Lines that begin with `|`.
        case table
    }

    private struct List {
        /// The column of its markers.
        let indent: Int
        /// The column of its text.
        let contentIndent: Int
        /// The marker of its last item.
        let mark: String
        /// The number of its last item; `nil` without numbers.
        let number: Int?
    }

    /// Splits a description.
    package init(_ description: [UInt8]) {
        var isAfterBlank = true
        for line in DescriptionLines(description).lines {
            add(line, isAfterBlank)
            isAfterBlank = line.isBlank
        }
        close()
    }
}

// MARK: - Lines

extension DescriptionBlocks {
    private mutating func add(_ line: DescriptionLines.Line, _ isAfterBlank: Bool) {
        switch state {
        case .fenced(let fence):
            if line.content.starts(with: fence) {
                close()
            } else {
                addCode(line, indent: 0)
            }
            return
        case .code(let indent):
            if line.isBlank || line.indent >= indent {
                addCode(line, indent: indent)
                return
            }
            close()
        case .table:
            if line.content.first == UInt8(ascii: "|") {
                addCode(line, indent: line.indent)
                return
            }
            close()
        case .none, .paragraph, .item:
            break
        }
        if line.isBlank {
            close()
        } else {
            addText(line, isAfterBlank)
        }
    }

    private mutating func addText(_ line: DescriptionLines.Line, _ isAfterBlank: Bool) {
        if let fence = line.fence {
            close()
            closeLists(to: line.indent)
            state = .fenced(by: fence)
        } else if line.content.first == UInt8(ascii: "|"), line.content.last == UInt8(ascii: "|") {
            close()
            closeLists(to: line.indent)
            state = .table
            addCode(line, indent: line.indent)
        } else if let mark = line.listMark, begins(mark, line) {
            beginItem(line, mark)
        } else if isCode(line, isAfterBlank) {
            close()
            closeLists(to: line.indent)
            state = .code(indent: line.indent)
            addCode(line, indent: line.indent)
        } else if isAfterBlank || line.isHeading || isNone {
            close()
            closeLists(to: line.indent)
            state = .paragraph
            text += line.content
            if line.isHeading { close() }
        } else {
            text.append(0x20)
            text += line.content
        }
    }

    private var isNone: Bool {
        if case .none = state { true } else { false }
    }

    /// Whether the beginning of a line is a list marker: a wrapped line can begin with a number.
    private func begins(_ mark: DescriptionLines.ListMark, _ line: DescriptionLines.Line) -> Bool {
        guard let number = mark.number else { return true }
        let open = lists.last { $0.indent <= line.indent }
        if let last = open?.number { return number == last + 1 || number == 1 }
        return number <= 1
    }

    private mutating func beginItem(
        _ line: DescriptionLines.Line,
        _ mark: DescriptionLines.ListMark
    ) {
        close()
        var text = mark.text
        while let last = lists.last, line.indent < last.contentIndent {
            lists.removeLast()
            // Markdown numbers the items of a list itself; another marker begins a new list.
            if let number = mark.number, let previous = last.number, number != previous + 1 {
                text = "\(number)\(last.mark.hasSuffix(")") ? "." : ")")"
            }
        }
        lists.append(
            List(
                indent: line.indent,
                contentIndent: line.indent + mark.length,
                mark: text,
                number: mark.number
            )
        )
        state = .item(mark: text)
        self.text += line.content.dropFirst(mark.length)
    }

    /// Whether a line is code: indented after an empty line or a colon, outside of the text of a
    /// list.
    private func isCode(_ line: DescriptionLines.Line, _ isAfterBlank: Bool) -> Bool {
        let margin = lists.last?.contentIndent ?? 0
        if isAfterBlank { return line.indent >= margin + 2 }
        return line.indent >= margin + 2 && text.last == UInt8(ascii: ":")
    }

    /// Closes the lists whose text is indented deeper than an indentation.
    private mutating func closeLists(to indent: Int) {
        while let last = lists.last, last.contentIndent > indent { lists.removeLast() }
    }

    private mutating func addCode(_ line: DescriptionLines.Line, indent: Int) {
        text += Array(repeating: UInt8(ascii: " "), count: max(line.indent - indent, 0))
        text += line.content
        text.append(UInt8(ascii: "\n"))
    }

    private mutating func close() {
        let depth = lists.count
        switch state {
        case .none:
            break
        case .paragraph:
            blocks.append(.paragraph(text, depth: depth))
        case .item(let mark):
            blocks.append(.item(text, mark: mark, depth: depth - 1))
        case .code, .fenced, .table:
            while text.last == UInt8(ascii: "\n") { text.removeLast() }
            if !text.isEmpty { blocks.append(.code(text, depth: depth)) }
        }
        text = []
        state = .none
    }
}
