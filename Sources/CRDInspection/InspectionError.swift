/// Why what was asked about is not to be had.
package struct InspectionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was asked for and what there is; lower case, without a full stop.
    package let message: String

    /// Creates an error.
    package init(_ message: String) {
        self.message = message
    }

    /// `error: message`.
    package var description: String { "error: \(message)" }
}
