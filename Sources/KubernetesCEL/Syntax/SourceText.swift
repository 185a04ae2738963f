/// The lines of a text, for messages.
struct SourceText {
    /// A line longer than this is not shown.
    private static let longestShownLine = 16_384
    /// The number of issues after which the list is cut.
    private static let maximumIssues = 100

    let bytes: [UInt8]

    /// Returns the issues with lines and columns, sorted by position.
    func error(_ issues: [PositionedIssue]) -> CompileError {
        let starts = lineStarts()
        let located = issues.map { locate($0, starts) }
        let sorted = located.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset)
                < ($1.element.line, $1.element.column, $1.offset)
        }
        return CompileError(
            issues: sorted.prefix(Self.maximumIssues).map(\.element),
            omittedCount: max(0, sorted.count - Self.maximumIssues)
        )
    }

    private func lineStarts() -> [Int] {
        [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    private func locate(_ issue: PositionedIssue, _ starts: [Int]) -> CompileIssue {
        guard issue.position >= 0 else {
            return CompileIssue(line: -1, column: 0, message: issue.message, snippet: "")
        }
        guard !bytes.isEmpty else {
            return CompileIssue(line: 1, column: 0, message: issue.message, snippet: "")
        }
        let offset = min(Int(issue.position), bytes.count)
        let line = starts.partitioningIndex { $0 > offset } - 1
        let end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
        let before = String(decoding: bytes[starts[line]..<offset], as: UTF8.self).unicodeScalars
        let snippet = snippet(starts[line]..<end, before: before, at: offset)
        return CompileIssue(
            line: line + 1,
            column: before.count + 1,
            message: issue.message,
            snippet: snippet
        )
    }

    private func snippet(
        _ line: Range<Int>,
        before: String.UnicodeScalarView,
        at offset: Int
    ) -> String {
        guard line.count <= Self.longestShownLine else { return "" }
        var snippet = " | "
        for scalar in String(decoding: bytes[line], as: UTF8.self).unicodeScalars {
            snippet.unicodeScalars.append(scalar == "\t" ? " " : scalar)
        }
        snippet += "\n | "
        for scalar in before { snippet += scalar.value < 0x80 ? "." : "\u{FF0E}" }
        snippet += offset < line.upperBound && bytes[offset] >= 0x80 ? "\u{FF3E}" : "^"
        return snippet
    }
}

extension CompileIssue {
    /// Creates an issue at a position of an expression.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - position: The offset in the UTF-8 bytes of the expression.
    ///   - expression: The expression.
    package init(_ message: String, at position: Int32, in expression: String) {
        let issue = PositionedIssue(position: position, message: message)
        self = SourceText(bytes: Array(expression.utf8)).error([issue]).issues[0]
    }
}

extension [Int] {
    /// Returns the first index whose element satisfies a condition that all later ones satisfy too.
    fileprivate func partitioningIndex(where belongsToSecond: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
