import CRDSchema

/// Swift source text that grows line by line.
struct SwiftText {
    // Parts go into one array of bytes: strings with interpolations cost several times as much,
    // in the debug builds that the build plugin runs in most of all.
    private var bytes: [UInt8] = []
    private var indent = ""
    /// What stands before a declaration that users of the code see, with a blank behind it.
    let access: String
    // Made once, as every struct has them.
    /// What a property begins with: `public var `.
    let propertyOpening: String
    /// What every struct's initialiser for reading begins with.
    let unreadOpening: String
    /// What every struct's `visit` begins with.
    let visitOpening: String
    /// The protocols that types conform to besides the runtime's.
    let conformances: Conformances
    /// How attributes and cases are named.
    let naming: AttributeNaming
    /// How the runtime's types are written.
    var runtime: RuntimeTypeNames

    /// Starts an empty text.
    init(_ configuration: Configuration) {
        access = configuration.access.modifier
        propertyOpening = access + "var "
        unreadOpening = access + "init(_unread unread: _Unread) {"
        visitOpening = access + "mutating func _visit(_ fields: _FieldVisitor) {"
        conformances = configuration.conformances
        naming = configuration.naming
        runtime = .inFile(configuration)
    }

    /// Everything so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds an empty line.
    mutating func line() {
        bytes.append(0x0A)
    }

    /// Adds a line of one part.
    mutating func line(_ text: String) {
        bytes.append(contentsOf: indent.utf8)
        bytes.append(contentsOf: text.utf8)
        bytes.append(0x0A)
    }

    /// Adds a line made of parts.
    ///
    /// Parameters one by one, as an array for each line would cost more than its text.
    mutating func line(
        _ first: String,
        _ second: String,
        _ third: String = "",
        _ fourth: String = "",
        _ fifth: String = "",
        _ sixth: String = "",
        _ seventh: String = "",
        _ eighth: String = ""
    ) {
        bytes.append(contentsOf: indent.utf8)
        bytes.append(contentsOf: first.utf8)
        bytes.append(contentsOf: second.utf8)
        append(third)
        append(fourth)
        append(fifth)
        append(sixth)
        append(seventh)
        append(eighth)
        bytes.append(0x0A)
    }

    private mutating func append(_ part: String) {
        // Most parts after the second are absent, which is a slow way to add nothing.
        if part.utf8.count > 0 { bytes.append(contentsOf: part.utf8) }
    }

    /// Whether a line of so many bytes, without the indentation, has at most 100 columns.
    func fits(_ count: Int) -> Bool {
        indent.utf8.count + count <= Self.width
    }

    /// The columns of a line at most.
    private static let width = 100

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
        let lines = DocumentationLines(text, width: Self.width - 4 - indent.utf8.count)
        var position = 0
        while position < lines.ranges.count {
            let range = lines.ranges[position]
            position += 1
            bytes.append(contentsOf: indent.utf8)
            bytes.append(contentsOf: (range.isEmpty ? "///" : "/// ").utf8)
            bytes.append(contentsOf: lines.bytes[range])
            bytes.append(0x0A)
        }
    }

    /// Adds a documentation comment that ends with what there is to say about the name.
    mutating func documentation(_ text: String, nameNote: String?) {
        documentation(nameNote.map { "\(text)\n\n\($0)." } ?? text)
    }
}

/// A text as lines of a documentation comment.
///
/// Bytes are compared with numbers, as `UInt8(ascii:)` is slow in a debug build: 0x20 is the blank.
struct DocumentationLines {
    /// The text without control characters.
    private(set) var bytes: [UInt8]
    /// Where the lines stand in `bytes`.
    private(set) var ranges: [Range<Int>] = []
    private let width: Int

    /// Breaks a text into lines at its own line breaks, and at blanks where they are too long.
    init(_ text: String, width: Int) {
        self.width = width
        // A constant, as each look at a byte of a variable retains it in a debug build.
        let input = Array(text.utf8)
        let end = input.count
        bytes = input
        var start = 0
        var position = 0
        while position < end {
            let byte = input[position]
            if byte < 0x20 || byte == 0x7F {
                if byte == 0x0A || byte == 0x0D {
                    add(start, position)
                    start = position + 1
                } else {
                    bytes[position] = 0x20
                }
            }
            position += 1
        }
        add(start, end)
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
            while breaking > start, bytes[breaking] != 0x20 { breaking -= 1 }
            if breaking == start {
                breaking = start + width
                while breaking < end, bytes[breaking] != 0x20 { breaking += 1 }
                if breaking == end { break }
            }
            let pieceEnd = trimmed(start, breaking)
            if pieceEnd > start { ranges.append(start..<pieceEnd) }
            start = breaking
            while start < end, bytes[start] == 0x20 { start += 1 }
        }
        ranges.append(start..<end)
    }

    /// The end of a piece without the blanks at its end.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return end
    }
}
