/// An error in the text of an expression.
public struct CompileIssue: Error, Hashable, Sendable {
    /// The number of the line, from 1; -1 for an error of the whole text.
    public let line: Int
    /// The column in code points, from 1; 0 for an error of the whole text.
    public let column: Int
    /// The message, such as `undeclared reference to 'x' (in container '')`.
    public let message: String
    /// The line, and a line with a caret below the column, or an empty text.
    public let snippet: String
}

extension CompileIssue: CustomStringConvertible {
    /// The issue as the API server prints it.
    public var description: String {
        let head = "ERROR: <input>:\(line):\(column): \(message)"
        return snippet.isEmpty ? head : "\(head)\n\(snippet)"
    }
}

/// The errors of an expression, in the order of their positions.
public struct CompileError: Error, Hashable, Sendable {
    /// The issues; never empty, and at most 100.
    public let issues: [CompileIssue]
    /// The number of further issues.
    public let omittedCount: Int

    init(issues: [CompileIssue], omittedCount: Int = 0) {
        self.issues = issues
        self.omittedCount = omittedCount
    }
}

extension CompileError: CustomStringConvertible {
    /// The issues as the API server prints them after `compilation failed: `.
    public var description: String {
        let lines = issues.map(\.description)
        let omitted = omittedCount > 0 ? ["\(omittedCount) more errors were truncated"] : []
        return (lines + omitted).joined(separator: "\n")
    }
}

/// An error at an offset in the bytes of the text.
struct PositionedIssue: Sendable {
    /// The offset; -1 for an error of the whole text.
    let position: Int32
    let message: String
}
