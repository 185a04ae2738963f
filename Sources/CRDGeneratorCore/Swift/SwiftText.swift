/// Swift source text that grows line by line.
struct SwiftText {
    // Parts go into one array of bytes: strings with interpolations cost several times as much,
    // in the debug builds that the build plugin runs in most of all.
    private var bytes: [UInt8] = []
    private var indent = ""

    /// Everything so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a line made of parts; one without parts is empty and not indented.
    mutating func line(_ parts: String...) {
        if !parts.isEmpty {
            bytes.append(contentsOf: indent.utf8)
            for part in parts { bytes.append(contentsOf: part.utf8) }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Adds `opening`, what `body` adds, indented by four more, and `closing`.
    mutating func block(
        _ opening: String,
        closing: String = "}",
        _ body: (inout SwiftText) -> Void
    ) {
        line(opening)
        indented(body)
        line(closing)
    }

    /// Adds what `body` adds, indented by four more.
    mutating func indented(_ body: (inout SwiftText) -> Void) {
        let outer = indent
        indent += "    "
        body(&self)
        indent = outer
    }

    /// Adds a documentation comment; nothing for an empty text.
    ///
    /// Whatever the text holds stays within the comment: each of its lines begins with `///`, and
    /// control characters are left out.
    mutating func documentation(_ text: String) {
        let lines = DocumentationLines(text, width: 100 - 4 - indent.utf8.count)
        for range in lines.ranges {
            bytes.append(contentsOf: indent.utf8)
            bytes.append(contentsOf: (range.isEmpty ? "///" : "/// ").utf8)
            bytes.append(contentsOf: lines.bytes[range])
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// Adds a documentation comment that ends with what there is to say about the name.
    mutating func documentation(_ text: String, nameNote: String?) {
        documentation(nameNote.map { "\(text)\n\n\($0)." } ?? text)
    }
}

/// A text as lines of a documentation comment.
struct DocumentationLines {
    /// The text without control characters.
    private(set) var bytes: [UInt8]
    /// Where the lines stand in `bytes`.
    private(set) var ranges: [Range<Int>] = []
    private let width: Int

    /// Breaks a text into lines at its own line breaks, and at blanks where they are too long.
    init(_ text: String, width: Int) {
        self.width = width
        bytes = Array(text.utf8)
        var start = 0
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x20 || byte == 0x7F {
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    add(start, position)
                    start = position + 1
                } else {
                    bytes[position] = UInt8(ascii: " ")
                }
            }
            position += 1
        }
        add(start, bytes.count)
        if ranges.last?.isEmpty == true { ranges.removeLast() }
    }

    /// Adds a line of the text, in pieces of at most `width` bytes where it has blanks to break at.
    ///
    /// Blanks at its end are left out, and of several empty lines only one stays.
    private mutating func add(_ lineStart: Int, _ lineEnd: Int) {
        let end = trimmed(lineStart, lineEnd)
        if end == lineStart {
            if let last = ranges.last, !last.isEmpty { ranges.append(end..<end) }
            return
        }
        var start = lineStart
        while end - start > width {
            var breaking = start + width
            while breaking > start, bytes[breaking] != UInt8(ascii: " ") { breaking -= 1 }
            if breaking == start {
                breaking = start + width
                while breaking < end, bytes[breaking] != UInt8(ascii: " ") { breaking += 1 }
                if breaking == end { break }
            }
            let pieceEnd = trimmed(start, breaking)
            if pieceEnd > start { ranges.append(start..<pieceEnd) }
            start = breaking
            while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        }
        ranges.append(start..<end)
    }

    /// The end of a piece without the blanks at its end.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end
    }
}
