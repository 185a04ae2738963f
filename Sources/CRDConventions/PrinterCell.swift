/// A cell of the table that `kubectl get` shows.
public struct PrinterCell: Hashable, Sendable, CustomStringConvertible {
    /// The name of the column in upper case.
    public let header: String
    /// The text; empty if the resource has no value for the column.
    public let text: String

    /// The text.
    public var description: String { text }
}
