/// The parts of a message that people read: the API server repeats whole values and expressions.
package enum MessageExcerpt {
    /// The maximum length of a line in scalars.
    private static let longestLine = 1000
    /// The maximum number of lines.
    private static let mostLines = 24
    /// The maximum length of a line of an expression, which has another line below with a caret.
    private static let longestSource = 96

    /// Returns a message, with a number in place of what is too long to be read.
    package static func text(_ message: String) -> String {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        var shown: [String] = []
        for (index, line) in lines.enumerated().prefix(mostLines) {
            if let range = sourceRange(lines, index) {
                let isAtEnd = range.upperBound + 3 == line.unicodeScalars.count
                let start = range.lowerBound > 0 ? "…" : ""
                shown.append(" | \(start)\(part(range, of: line))\(isAtEnd ? "" : "…")")
            } else if index > 0, let range = sourceRange(lines, index - 1) {
                let start = range.lowerBound > 0 ? "." : ""
                shown.append(" | \(start)\(part(range, of: line))")
            } else {
                shown.append(withoutMiddle(String(line)))
            }
        }
        if lines.count > mostLines { shown.append("[… \(lines.count - mostLines) lines …]") }
        return shown.joined(separator: "\n")
    }

    private static func withoutMiddle(_ line: String) -> String {
        let count = line.unicodeScalars.count
        if count <= longestLine { return line }
        let start = line.unicodeScalars.prefix(longestLine * 6 / 10)
        let end = line.unicodeScalars.suffix(longestLine * 2 / 10)
        return "\(String(start))[… \(count - start.count - end.count) characters …]\(String(end))"
    }

    /// Returns the part of a line of an expression that is shown; `nil` if the line is another one,
    /// or is short enough.
    private static func sourceRange(_ lines: [Substring], _ index: Int) -> Range<Int>? {
        guard index + 1 < lines.count, lines[index].hasPrefix(" | "),
            let last = lines[index + 1].unicodeScalars.last, last == "^" || last == "\u{FF3E}"
        else { return nil }
        let count = lines[index].unicodeScalars.count - 3
        guard count > longestSource else { return nil }
        let caret = lines[index + 1].unicodeScalars.count - 4
        let start = max(0, min(caret - longestSource * 2 / 3, count - longestSource))
        return start..<start + longestSource
    }

    /// Returns a part of a line of an expression, or of the line below.
    private static func part(_ range: Range<Int>, of line: Substring) -> String {
        let scalars = line.unicodeScalars.dropFirst(range.lowerBound + 3).prefix(range.count)
        return String(String.UnicodeScalarView(scalars))
    }
}
