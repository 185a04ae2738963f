/// The bytes of a text, which always end with a line break, and what is between its nodes.
struct TextLines: Sendable {
    let bytes: [UInt8]
    /// Whether the last line break was added.
    let lacksFinalBreak: Bool
    /// The length of the byte order mark.
    private let first: Int

    private static let space = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ bytes: [UInt8], lacksFinalBreak: Bool) {
        self.bytes = bytes
        self.lacksFinalBreak = lacksFinalBreak
        first = Self.lengthOfByteOrderMark(bytes)
    }

    /// Creates the lines of a text, and adds a line break if there is none at its end.
    init(_ text: ArraySlice<UInt8>) {
        lacksFinalBreak = !(text.last.map(Self.isBreak) ?? false)
        let lineBreak = Self.lineBreak(of: text)
        bytes = Array(text) + (lacksFinalBreak ? Array(lineBreak.utf8) : [])
        first = Self.lengthOfByteOrderMark(bytes)
    }

    private static func lengthOfByteOrderMark(_ bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The line break that the text uses.
    var lineBreak: String { Self.lineBreak(of: bytes[...]) }

    private static func lineBreak(of text: ArraySlice<UInt8>) -> String {
        guard let first = text.firstIndex(where: isBreak) else { return "\n" }
        if text[first] == lineFeed { return "\n" }
        let isPair = first + 1 < text.endIndex && text[first + 1] == lineFeed
        return isPair ? "\r\n" : "\r"
    }

    private static func isBreak(_ byte: UInt8) -> Bool {
        byte == lineFeed || byte == carriageReturn
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == tab
    }
}

// MARK: - Lines

extension TextLines {
    /// Returns the offset of the first byte of a line.
    func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > first, !Self.isBreak(bytes[start - 1]) { start -= 1 }
        return start
    }

    /// Returns the offset of the line break of a line.
    func lineEnd(_ offset: Int) -> Int {
        var end = offset
        while end < bytes.count, !Self.isBreak(bytes[end]) { end += 1 }
        return end
    }

    /// Returns the offset of the line after a line.
    func nextLine(_ offset: Int) -> Int {
        let end = lineEnd(offset)
        guard end < bytes.count else { return end }
        let isPair =
            bytes[end] == Self.carriageReturn && end + 1 < bytes.count
            && bytes[end + 1] == Self.lineFeed
        return end + (isPair ? 2 : 1)
    }

    /// Returns the number of bytes before an offset in its line.
    func column(_ offset: Int) -> Int { offset - lineStart(offset) }

    /// Whether only spaces are before an offset in its line.
    func beginsLine(_ offset: Int) -> Bool {
        var start = offset
        while start > first, bytes[start - 1] == Self.space { start -= 1 }
        return start == first || Self.isBreak(bytes[start - 1])
    }

    /// Whether only whitespace and a comment are after an offset in its line.
    func endsLine(_ offset: Int) -> Bool {
        let rest = bytes[offset..<lineEnd(offset)].drop(while: Self.isBlank)
        return rest.first.map { $0 == UInt8(ascii: "#") } ?? true
    }

    /// Whether two offsets are in the same line.
    func areInSameLine(_ left: Int, _ right: Int) -> Bool {
        lineStart(left) == lineStart(right)
    }

    /// Returns the column of the comment that is a line; `nil` for other lines.
    private func commentColumn(_ line: Int) -> Int? {
        var position = line
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "#") else { return nil }
        return position - line
    }

    private func isBlankLine(_ line: Int) -> Bool {
        bytes[line..<lineEnd(line)].allSatisfy(Self.isBlank)
    }

    /// Finds the first line that belongs to a key or dash: the first of the comments directly
    /// above it that begin in the same column.
    ///
    /// - Parameters:
    ///   - offset: The offset of the key or dash.
    ///   - bound: The offset after the last line that cannot be a comment.
    /// - Returns: The offset of the line.
    func firstLine(of offset: Int, after bound: Int = 0) -> Int {
        var start = lineStart(offset)
        let column = column(offset)
        while start > max(bound, first) {
            let above = lineStart(breakBefore(start))
            guard above >= bound, commentColumn(above) == column else { break }
            start = above
        }
        return start
    }

    /// Returns the offset of the line break before a line.
    private func breakBefore(_ line: Int) -> Int {
        let isPair =
            line > 1 && bytes[line - 1] == Self.lineFeed
            && bytes[line - 2] == Self.carriageReturn
        return line - (isPair ? 2 : 1)
    }

    /// Returns the offset after the comments that follow a line and are indented more than a
    /// column, as they belong to the value above them.
    func endOfComments(from line: Int, deeperThan column: Int) -> Int {
        var end = line
        while end < bytes.count, let found = commentColumn(end), found > column {
            end = nextLine(end)
        }
        return end
    }
}

// MARK: - Between nodes

extension TextLines {
    /// Returns the offset of the first byte that is neither whitespace nor part of a comment.
    func skipBlanks(from offset: Int) -> Int {
        var position = offset
        while position < bytes.count {
            let byte = bytes[position]
            if Self.isBlank(byte) || Self.isBreak(byte) {
                position += 1
            } else if byte == UInt8(ascii: "#") {
                position = lineEnd(position)
            } else {
                break
            }
        }
        return position
    }

    /// Returns the offset of a byte that follows, after whitespace and comments; `nil` if another
    /// one follows.
    func find(_ byte: UInt8, from offset: Int) -> Int? {
        let position = skipBlanks(from: offset)
        return position < bytes.count && bytes[position] == byte ? position : nil
    }

    /// Returns the colon that follows a key; `nil` if there is none.
    func colon(after key: Int) -> Int? { find(UInt8(ascii: ":"), from: key) }

    /// Returns the offset of the `?` before a key; `nil` if there is none.
    func questionMark(before key: Int) -> Int? {
        var position = key - 1
        while position >= 0, Self.isBlank(bytes[position]) { position -= 1 }
        guard position >= 0, position < key - 1, bytes[position] == UInt8(ascii: "?") else {
            return nil
        }
        return position
    }

    /// Returns the offset after the anchor and tag of a node; that of the node if it has none.
    func endOfProperties(from offset: Int) -> Int {
        var end = offset
        var position = offset
        while position < bytes.count, "&!".utf8.contains(bytes[position]) {
            while position < bytes.count, !Self.isBlank(bytes[position]),
                !Self.isBreak(bytes[position]), !",]}".utf8.contains(bytes[position])
            {
                position += 1
            }
            end = position
            position = skipBlanks(from: position)
        }
        return end
    }

    /// Returns the offset after the first line of a literal or folded scalar, without a comment.
    func endOfHeader(from offset: Int) -> Int {
        var position = skipBlanks(from: endOfProperties(from: offset))
        while position < bytes.count, !Self.isBlank(bytes[position]),
            !Self.isBreak(bytes[position])
        {
            position += 1
        }
        return position
    }

    /// Finds the line break that ends a literal or folded scalar.
    ///
    /// Blank lines at the end belong to it only if its header has `+`.
    ///
    /// - Parameters:
    ///   - offset: The offset of the scalar.
    ///   - limit: An offset between its last line and the next node.
    /// - Returns: The offset of the line break.
    func endOfBlockScalar(from offset: Int, to limit: Int) -> Int {
        let header = endOfHeader(from: offset)
        let start = skipBlanks(from: endOfProperties(from: offset))
        let keepsBlankLines = bytes[start..<header].contains(UInt8(ascii: "+"))
        var line = limit < bytes.count ? lineStart(limit) : bytes.count
        // Without a line break at its end, the scalar's last line is that of the limit.
        if lacksFinalBreak, limit == breakBefore(bytes.count), !isBlankLine(lineStart(limit)) {
            line = bytes.count
        }
        while line > header {
            let end = breakBefore(line)
            let above = lineStart(end)
            if above <= lineStart(header) { break }
            if keepsBlankLines || !isBlankLine(above) { return end }
            line = above
        }
        return header
    }
}
