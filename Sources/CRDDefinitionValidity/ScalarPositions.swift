package import CRDYAML

/// The source locations of the parts of a scalar, such as the characters of an expression in a
/// block scalar.
package struct ScalarPositions {
    private let text: [Unicode.Scalar]
    /// The position of each Unicode scalar of the text, and of its end.
    private let positions: [SourcePosition]

    /// Finds the positions in the file; `nil` if the scalar in the file has another text, as the
    /// number of a binary value.
    package init?(_ node: Node, in lines: SourceLines) {
        text = Array(node.string.unicodeScalars)
        guard let reader = ScalarReader(node, text, lines) else { return nil }
        positions = reader.positions
    }

    /// Returns the position of a character.
    ///
    /// A position in white space at the end of the text becomes that of the end of the last word,
    /// because the white space can be line breaks.
    ///
    /// - Parameters:
    ///   - line: The line in the text, from 1; only LF ends a line.
    ///   - column: The column in Unicode scalars, from 1.
    /// - Returns: The position in the file.
    package func position(line: Int, column: Int) -> SourcePosition {
        var start = 0
        for _ in 1..<max(1, line) {
            start = text[start...].firstIndex(of: "\n").map { $0 + 1 } ?? text.count
        }
        let end = text.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? 0
        return positions[min(start + max(0, column - 1), end)]
    }
}

/// Reads a scalar in a file again, with the position of each character.
private struct ScalarReader {
    private let lines: SourceLines
    private let text: [Unicode.Scalar]
    /// The characters that were read.
    private var found: [Unicode.Scalar] = []
    /// The position of each of them, and after a successful reading of their end.
    private(set) var positions: [SourcePosition] = []
    /// The current line without its line break.
    private var content: [Unicode.Scalar]
    private var line: Int
    /// The index of the next character in `content`.
    private var column: Int

    /// Reads a scalar; `nil` if it does not have the expected text.
    init?(_ node: Node, _ text: [Unicode.Scalar], _ lines: SourceLines) {
        self.lines = lines
        self.text = text
        line = node.position.line
        column = node.position.column - 1
        content = lines[line].withoutLineBreak
        if !node.isJSON { skipProperties() }
        switch node.style {
        case .plain: readFlow(nil)
        case .singleQuoted: readFlow("'")
        case .doubleQuoted: readFlow("\"")
        case .literal: readBlock(isFolded: false)
        case .folded: readBlock(isFolded: true)
        }
        guard found == text else { return nil }
        positions.append(position)
    }

    private var position: SourcePosition { SourcePosition(line: line, column: column + 1) }

    private mutating func add(_ scalar: Unicode.Scalar, at position: SourcePosition) {
        guard found.count < text.count else { return }
        found.append(scalar)
        positions.append(position)
    }

    /// Begins the next line; returns `false` at the end of the file.
    private mutating func nextLine() -> Bool {
        let next = lines[line + 1]
        guard !next.isEmpty else { return false }
        line += 1
        content = next.withoutLineBreak
        column = 0
        return true
    }

    private mutating func skipBlanks() {
        while column < content.count, content[column].isBlank { column += 1 }
    }

    /// Skips the tag and the anchor, after which the scalar can be on another line.
    private mutating func skipProperties() {
        while column < content.count, content[column] == "!" || content[column] == "&" {
            while column < content.count, !content[column].isBlank { column += 1 }
            skipBlanks()
            while column == content.count, nextLine() { skipBlanks() }
        }
    }
}

// MARK: - Plain and quoted scalars

extension ScalarReader {
    private mutating func readFlow(_ quote: Unicode.Scalar?) {
        if quote != nil { column += 1 }
        var end = content.endOfWords
        while found.count < text.count {
            if column >= end {
                guard fold(isEscaped: false) else { return }
                end = content.endOfWords
            } else if quote == "\"", content[column] == "\\" {
                if column + 1 == content.count {
                    guard fold(isEscaped: true) else { return }
                    end = content.endOfWords
                } else {
                    // What the escape means is in the text.
                    add(text[found.count], at: position)
                    column += escapeLength
                }
            } else {
                add(content[column], at: position)
                column += content[column] == "'" && quote == "'" ? 2 : 1
            }
        }
    }

    /// Reads a line break, with the white space around it and the empty lines after it.
    ///
    /// A single line break is a space, unless it is escaped; the others are kept.
    ///
    /// - Returns: Whether there is a next line.
    private mutating func fold(isEscaped: Bool) -> Bool {
        let end = position
        var emptyLines = 0
        repeat {
            guard nextLine() else { return false }
            skipBlanks()
            if column == content.count { emptyLines += 1 }
        } while column == content.count
        if emptyLines == 0, !isEscaped { add(" ", at: end) }
        for _ in 0..<emptyLines { add("\n", at: end) }
        return true
    }

    /// The number of characters of the escape in double quotes at the current position.
    private var escapeLength: Int {
        switch content[column + 1] {
        case "x": return 4
        case "u":
            // JSON has two escapes for one character.
            let digits = content[(column + 2)...].prefix(4).map { String($0) }.joined()
            return UInt16(digits, radix: 16).map(UTF16.isLeadSurrogate) == true ? 12 : 6
        case "U": return 10
        default: return 2
        }
    }
}

// MARK: - Block scalars

extension ScalarReader {
    private mutating func readBlock(isFolded: Bool) {
        guard let indentation else { return }
        // The position of the line break before the current line, if it is not the first.
        var lineBreak: SourcePosition?
        var wasIndented = false
        var emptyLines: [SourcePosition] = []
        while found.count < text.count, nextLine() {
            let spaces = content.prefix { $0 == " " }.count
            column = min(spaces, indentation)
            if spaces == content.count, spaces <= indentation {
                emptyLines.append(position)
                continue
            }
            guard spaces >= indentation else { break }
            let isIndented = content[column].isBlank
            if let lineBreak {
                if !isFolded || wasIndented || isIndented {
                    add("\n", at: lineBreak)
                } else if emptyLines.isEmpty {
                    add(" ", at: lineBreak)
                }
            }
            for position in emptyLines { add("\n", at: position) }
            while column < content.count {
                add(content[column], at: position)
                column += 1
            }
            (lineBreak, wasIndented, emptyLines) = (position, isIndented, [])
        }
        for position in ([lineBreak] + emptyLines).compactMap({ $0 }) { add("\n", at: position) }
    }

    /// The number of spaces that the lines of a block scalar have in addition to those of its text;
    /// `nil` if the text has only line breaks.
    private var indentation: Int? {
        guard let first = text.split(separator: "\n").first else { return nil }
        var number = line + 1
        while true {
            let content = lines[number]
            guard !content.isEmpty else { return nil }
            if let start = content.withoutLineBreak.firstIndex(where: { $0 != " " }) {
                return max(0, start - first.prefix { $0 == " " }.count)
            }
            number += 1
        }
    }
}

extension [Unicode.Scalar] {
    /// The line without the line break at its end.
    fileprivate var withoutLineBreak: [Unicode.Scalar] {
        let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
        return Array(self[..<(lastIndex { !breaks.contains($0) }.map { $0 + 1 } ?? 0)])
    }

    /// The index after the last character that is not a space or tab.
    fileprivate var endOfWords: Int { (lastIndex { !$0.isBlank } ?? -1) + 1 }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
