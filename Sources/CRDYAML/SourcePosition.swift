/// A place in a text: line and column, both from 1.
///
/// A column counts Unicode scalars, so `é` written as one scalar is one column wide and an emoji
/// made of three scalars is three. Lines end at LF, CR LF, CR, and at the line breaks of YAML 1.1
/// (NEL, U+2028, U+2029).
public struct SourcePosition: Hashable, Sendable, Comparable {
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int

    /// Creates a position from a line and a column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Orders positions as they stand in the text.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
