import CRDValues

/// Swift source text that grows line by line.
struct SwiftText {
    // Parts are appended to one array of bytes. Strings with interpolations cost several times as
    // much, most of all in the debug builds in which the build plugin runs.
    private var bytes: [UInt8] = []
    private var indent = ""
    /// The access modifier with a space, such as `public `; empty for internal declarations.
    let access: String
    // These are created once, because every struct has them.
    /// The beginning of a property: `public var `.
    let propertyOpening: String
    /// The beginning of the initialiser that creates a placeholder.
    let unreadOpening: String
    /// The beginning of the method `_visit`.
    let visitOpening: String
    /// The additional protocols to which types conform.
    let conformances: Conformances
    /// The style of the names of properties and enumeration cases.
    let naming: AttributeNaming
    /// The names of the runtime types.
    var runtime: RuntimeTypeNames

    /// Creates an empty text.
    init(_ configuration: Configuration) {
        access = configuration.access.modifier
        propertyOpening = access + "var "
        unreadOpening = access + "init(_unread unread: _Unread) {"
        visitOpening = access + "mutating func _visit(_ fields: _FieldVisitor) {"
        conformances = configuration.conformances
        naming = configuration.naming
        runtime = .inFile(configuration)
    }

    /// The text so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    // The methods that add lines are not inlined: there are 200 calls, and copies of their bodies
    // would be a tenth of the SIL instructions of the module.

    /// Adds an empty line.
    @inline(never)
    mutating func line() {
        bytes.append(0x0A)
    }

    /// Adds a line.
    @inline(never)
    mutating func line(_ text: String) {
        bytes.append(contentsOf: indent.utf8)
        bytes.append(contentsOf: text.utf8)
        bytes.append(0x0A)
    }

    /// Adds a line that consists of parts.
    ///
    /// The parts are separate parameters, because an array for each line would cost more than its
    /// text.
    @inline(never)
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

    @inline(never)
    private mutating func append(_ part: String) {
        // Most parts after the second are empty, and appending nothing is slow.
        if part.utf8.count > 0 { bytes.append(contentsOf: part.utf8) }
    }

    /// Whether a line of `count` bytes and the indentation together have at most 100 columns.
    func fits(_ count: Int) -> Bool {
        indent.utf8.count + count <= Self.width
    }

    /// The maximum number of columns of a line.
    private static let width = 100

    /// Adds `opening`, the lines of `body` with four more spaces of indentation, and `closing`.
    @inline(never)
    mutating func block(
        _ opening: String,
        closing: String = "}",
        _ body: (inout SwiftText) -> Void
    ) {
        line(opening)
        indented(body)
        line(closing)
    }

    /// Adds the lines of `body` with four more spaces of indentation.
    @inline(never)
    mutating func indented(_ body: (inout SwiftText) -> Void) {
        let outer = indent
        indent += "    "
        body(&self)
        indent = outer
    }

    /// Adds a documentation comment; adds nothing for an empty text.
    ///
    /// The text cannot end the comment: each of its lines begins with `///`, and control characters
    /// are removed.
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

    /// Adds a documentation comment that ends with a note about the name.
    mutating func documentation(_ text: String, nameNote: String?) {
        documentation(nameNote.map { "\(text)\n\n\($0)." } ?? text)
    }
}

/// The lines of a documentation comment.
///
/// Bytes are compared with numbers, because `UInt8(ascii:)` is slow in a debug build: 0x20 is the
/// space.
struct DocumentationLines {
    /// The text without control characters.
    private(set) var bytes: [UInt8]
    /// The ranges of the lines in `bytes`.
    private(set) var ranges: [Range<Int>] = []
    private let width: Int

    /// Splits a text into lines at its line breaks, and at spaces if a line is too long.
    init(_ text: String, width: Int) {
        self.width = width
        // A constant, because each access to a byte of a variable retains the array in a debug
        // build.
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

    /// Adds a line of the text, in parts of at most `width` bytes if it has spaces at which to
    /// split it.
    ///
    /// Trailing spaces are removed, and several empty lines become one.
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

    /// Returns the end of a part without its trailing spaces.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return end
    }
}
