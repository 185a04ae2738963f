import CRDYAML

/// The lines of a text, found by its bytes.
struct ScannedLines {
    /// Something whose meaning is not certain without reading the text as YAML.
    struct Unclear: Error {}

    /// A line without its line break.
    struct Line {
        /// The offset of the first byte.
        let start: Int
        /// The offset after the last byte.
        let end: Int
        /// The number of spaces at the start.
        let indentation: Int
        /// The number of the line, from 1.
        let number: Int

        /// The offset of the first byte that is not a space.
        var text: Int { start + indentation }
    }

    private let bytes: [UInt8]
    private let count: Int
    private var position = 0
    private var number = 0

    /// Creates the lines of the first bytes of an array.
    init(_ bytes: [UInt8], count: Int) {
        precondition(count <= bytes.count, "more bytes than the array has")
        self.bytes = bytes
        self.count = count
    }

    /// Returns the next line that is neither blank nor a comment; `nil` at the end.
    ///
    /// - Throws: `Unclear` for control characters, and for the line breaks of YAML other than LF and
    ///   CR LF.
    mutating func next() throws(Unclear) -> Line? {
        while position < count {
            let line = try nextLine()
            if line.text < line.end, bytes[line.text] != UInt8(ascii: "#") { return line }
        }
        return nil
    }

    private mutating func nextLine() throws(Unclear) -> Line {
        let start = position
        number += 1
        let text = index(from: start, ofBytesIn: Self.otherThanSpaces)
        var end = text
        while true {
            end = index(from: end, ofBytesIn: Self.otherThanPrintable)
            position = end
            if end == count { break }
            let byte = bytes[end]
            if byte == 0x0A {
                position = end + 1
                break
            } else if byte == 0x0D, end + 1 < count, bytes[end + 1] == 0x0A {
                position = end + 2
                break
            } else if byte == 0x09 || byte >= 0x80 && !isLineBreak(at: end) {
                end += 1
            } else {
                throw Unclear()
            }
        }
        return Line(start: start, end: end, indentation: text - start, number: number)
    }

    /// Finds the first byte of a kind.
    ///
    /// Eight bytes are read at a time, because most bytes of a file are only scanned for the end of
    /// their line.
    ///
    /// - Parameters:
    ///   - start: The offset of the first byte that is searched.
    ///   - marked: A function that sets the high bit of each byte of the kind, up to the first.
    /// - Returns: The offset of the byte, or of the end.
    @inline(__always)
    private func index(from start: Int, ofBytesIn marked: (UInt64) -> UInt64) -> Int {
        let highBits: UInt64 = 0x8080_8080_8080_8080
        var index = start
        while index + 8 <= count {
            let word = unsafe bytes.withUnsafeBytes { bytes in
                unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            }
            let found = marked(UInt64(littleEndian: word)) & highBits
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, marked(UInt64(bytes[index])) & 0x80 == 0 { index += 1 }
        return index
    }

    private static func otherThanSpaces(_ word: UInt64) -> UInt64 {
        let difference = word ^ 0x2020_2020_2020_2020
        return difference | ((difference & 0x7F7F_7F7F_7F7F_7F7F) + 0x7F7F_7F7F_7F7F_7F7F)
    }

    private static func otherThanPrintable(_ word: UInt64) -> UInt64 {
        word | (word &+ 0x0101_0101_0101_0101) | (word &- 0x2020_2020_2020_2020)
    }

    /// Whether a character that is not in ASCII is a line break in YAML 1.1: NEL, LS, or PS.
    private func isLineBreak(at index: Int) -> Bool {
        let rest = bytes[index..<min(index + 3, count)]
        return rest.starts(with: [0xC2, 0x85]) || rest.starts(with: [0xE2, 0x80, 0xA8])
            || rest.starts(with: [0xE2, 0x80, 0xA9])
    }
}

// MARK: - Parts of a line

extension ScannedLines {
    /// The key of a mapping and the range of its value, which can be empty.
    struct Pair {
        let key: String
        let value: Range<Int>
    }

    /// Whether a line is `---`, which begins a document.
    func beginsDocument(_ line: Line) -> Bool {
        string(line.start..<min(line.start + 3, line.end)) == "---"
            && isEmpty(line.start + 3..<line.end)
    }

    /// Whether a line begins with the `-` of a list.
    func beginsItem(_ line: Line) -> Bool {
        bytes[line.text] == UInt8(ascii: "-")
            && (line.text + 1 == line.end || bytes[line.text + 1] == UInt8(ascii: " "))
    }

    /// Returns the key and the value of a line.
    ///
    /// - Throws: `Unclear` unless the line begins with a plain key of ASCII letters and digits, of
    ///   which the first is a letter, and a colon.
    func pair(_ line: Line) throws(Unclear) -> Pair {
        var end = line.text
        while end < line.end, Self.isLetterOrDigit(bytes[end]) { end += 1 }
        guard Self.isLetter(bytes[line.text]), end < line.end, bytes[end] == UInt8(ascii: ":")
        else {
            throw Unclear()
        }
        let value = end + 1..<line.end
        guard value.isEmpty || bytes[value.lowerBound] == UInt8(ascii: " ") else { throw Unclear() }
        return Pair(key: string(line.text..<end), value: value)
    }

    /// Whether a line has a plain key without a value, which can follow in the next lines.
    func isOpenKey(_ line: Line, named key: String) -> Bool {
        guard let pair = try? pair(line) else { return false }
        return pair.key == key && isEmpty(pair.value)
    }

    /// Whether a line can have an alias, such as `*name`.
    func hasAlias(_ line: Line) -> Bool {
        (line.text..<line.end).dropLast().contains { index in
            bytes[index] == UInt8(ascii: "*") && Self.isOfWord(bytes[index + 1])
        }
    }

    /// Whether a range has only spaces and a comment.
    func isEmpty(_ range: Range<Int>) -> Bool {
        guard let first = firstOfText(in: range) else { return true }
        return first > range.lowerBound && bytes[first] == UInt8(ascii: "#")
    }

    /// Returns the only word of a range, without its quotation marks.
    ///
    /// - Throws: `Unclear` if there is anything else, such as an escape or an anchor.
    func word(in range: Range<Int>) throws(Unclear) -> String {
        guard var start = firstOfText(in: range) else { throw Unclear() }
        let quote = bytes[start]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { start += 1 }
        var end = start
        while end < range.upperBound, Self.isOfWord(bytes[end]) { end += 1 }
        var rest = end
        if isQuoted {
            guard end < range.upperBound, bytes[end] == quote else { throw Unclear() }
            rest += 1
        }
        guard start < end, Self.isLetterOrDigit(bytes[start]), isEmpty(rest..<range.upperBound)
        else { throw Unclear() }
        return string(start..<end)
    }

    /// Returns the words of a list in flow style, such as `[a, b]`.
    ///
    /// - Throws: `Unclear` for anything else.
    func words(in range: Range<Int>) throws(Unclear) -> [String] {
        guard let start = firstOfText(in: range), bytes[start] == UInt8(ascii: "["),
            let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "]")),
            isEmpty(end + 1..<range.upperBound)
        else { throw Unclear() }
        if firstOfText(in: start + 1..<end) == nil { return [] }
        var words: [String] = []
        for part in bytes[start + 1..<end].split(
            separator: UInt8(ascii: ","),
            omittingEmptySubsequences: false
        ) {
            words.append(try word(in: part.startIndex..<part.endIndex))
        }
        return words
    }

    private func firstOfText(in range: Range<Int>) -> Int? {
        range.first { bytes[$0] != UInt8(ascii: " ") }
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// Whether a byte can be in a kind, a group, or another name.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }
}
