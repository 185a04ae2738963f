import CRDLibYAML
import CRDParsing
import CRDYAML

/// The lines of a YAML text, from which parts can be copied without changes.
///
/// Parts are found by lines and columns only, so the caller must read a part again and check it.
struct TextLines {
    private typealias Line = ArraySlice<UInt8>

    /// The lines, each with its line feed.
    private let lines: [Line]

    /// Splits a text into lines; `nil` if it is JSON, or not UTF-8.
    init?(_ bytes: [UInt8]) {
        if JSONReader.mayBeJSON(bytes) || bytes.contains(0) { return nil }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.starts(with: mark) ? mark.count : 0
        var lines: [Line] = []
        var position = start
        while let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(bytes[position...end])
            position = end + 1
        }
        if position < bytes.count { lines.append(bytes[position...] + [UInt8(ascii: "\n")]) }
        self.init(lines)
    }

    private init(_ lines: [Line]) {
        self.lines = lines
    }

    /// The whole text.
    var text: String { String(decoding: lines.joined(), as: UTF8.self) }

    /// Returns the lines of the document (between `---`) that contains a line, from 1.
    ///
    /// A `---` with content after it is part of the document.
    func document(around line: Int) -> TextLines? {
        guard lines.indices.contains(line - 1) else { return nil }
        let start = lines[..<line].lastIndex(where: \.isDocumentMark) ?? -1
        let end = lines[line...].firstIndex(where: \.isDocumentMark) ?? lines.count
        let keepsMark = start >= 0 && !lines[start].isMarkAlone
        return TextLines(Array(lines[(keepsMark ? start : start + 1)..<end]))
    }

    /// Returns the lines of an item of a list, moved to the left margin.
    ///
    /// - Parameters:
    ///   - position: The source location of the item.
    ///   - next: The line after the item, from 1; `nil` for the end of the text.
    /// - Returns: The lines; `nil` if there are none.
    func item(from position: SourcePosition, to next: Int?) -> TextLines? {
        let end = next.map { $0 - 1 } ?? lines.count
        guard position.line > 0, position.line <= end, end <= lines.count else { return nil }
        var item = Array(lines[(position.line - 1)..<end])
        let first = item[0]
        // The dash before the item becomes a space.
        if let dash = first.firstIndex(of: UInt8(ascii: "-")),
            dash - first.startIndex < position.column - 1
        {
            item[0] = Array(first[..<dash]) + [UInt8(ascii: " ")] + first[(dash + 1)...]
        }
        return TextLines(item.map { $0.moved(left: position.column - 1) })
    }

    /// Returns the lines without those of some paths; `nil` if a path shares lines with other text.
    func without(_ paths: [[String]], file: String) -> TextLines? {
        if paths.isEmpty { return self }
        // Lines that cannot be read on their own are not used.
        let documents = try? Node.parse(text, file: file).filter { !$0.isNull }
        guard let root = documents?.first else { return nil }
        var left = lines
        for path in paths {
            guard let range = range(of: path[...], in: root, end: lines.count + 1) else {
                return nil
            }
            for line in range { left[line - 1] = [] }
        }
        return TextLines(left.filter { !$0.isEmpty })
    }

    /// Returns the lines of a key with its value, from 1.
    ///
    /// - Parameters:
    ///   - path: The path of the key.
    ///   - mapping: The mapping that the path begins at.
    ///   - end: The line after the mapping.
    /// - Returns: The lines; `nil` if other text shares them.
    private func range(of path: ArraySlice<String>, in mapping: Node, end: Int) -> Range<Int>? {
        let pairs = mapping.pairs
        guard let position = pairs.firstIndex(where: { $0.key == path.first }) else { return nil }
        let pair = pairs[position]
        let next = position + 1 < pairs.count ? pairs[position + 1].keyNode.position.line : end
        if path.count > 1 { return range(of: path.dropFirst(), in: pair.value, end: next) }
        let start = pair.keyNode.position.line
        guard start < next else { return nil }
        var last = next - 1
        // Comments that are not indented deeper than the key belong to the next key.
        while last > start, lines[last - 1].isApart(from: pair.keyNode.position.column) {
            last -= 1
        }
        return start..<(last + 1)
    }
}

extension ArraySlice<UInt8> {
    private static let blanks: [UInt8] = [0x20, 0x09, 0x0D, 0x0A]

    /// Whether the line begins or ends a document (YAML 1.1 §9.1.2): `---` or `...`, at the end of
    /// the line or before a space.
    fileprivate var isDocumentMark: Bool {
        (starts(with: [0x2D, 0x2D, 0x2D]) || starts(with: [0x2E, 0x2E, 0x2E]))
            && (count == 3 || Self.blanks.contains(self[startIndex + 3]))
    }

    /// Whether the line has only a document marker.
    fileprivate var isMarkAlone: Bool { dropFirst(3).allSatisfy(Self.blanks.contains) }

    /// Whether the line is empty, begins or ends a document, or is a comment that begins before a
    /// column or at it (from 1).
    fileprivate func isApart(from column: Int) -> Bool {
        guard let first = firstIndex(where: { !Self.blanks.contains($0) }) else { return true }
        if isDocumentMark { return true }
        return self[first] == UInt8(ascii: "#") && first - startIndex < column
    }

    /// Returns the line without a number of leading spaces, or without all if it has fewer.
    fileprivate func moved(left count: Int) -> ArraySlice<UInt8> {
        let spaces = prefix(count).prefix { $0 == 0x20 }
        return self[spaces.endIndex...]
    }
}
