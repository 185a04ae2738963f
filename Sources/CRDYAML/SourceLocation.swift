/// A location in a file: its path, and a line and column, both from 1.
///
/// Its description has the form that compilers use: `crds/widget.yaml:31:15`. A column counts
/// Unicode scalars, so `é` written as one scalar is one column wide, and an emoji of three scalars
/// is three columns wide. Lines end at LF, CR LF, CR, and at the line breaks of YAML 1.1 (NEL,
/// U+2028, U+2029).
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The path of the file as passed by the caller.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int

    /// Creates a location from the path of a file, a line and a column, both from 1.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    package init(file: String, _ position: SourcePosition) {
        self.init(file: file, line: position.line, column: position.column)
    }

    /// The line and column.
    package var position: SourcePosition { SourcePosition(line: line, column: column) }

    /// The location as `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }

    /// Whether one location is before another, by file and then by position.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
