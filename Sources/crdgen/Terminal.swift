import CRDReports
import Foundation

/// The properties of the terminal, and of the messages that are printed on it.
enum Terminal {
    /// Whether notes, progress, and summaries are left out.
    @TaskLocal static var isQuiet = false

    /// The use of colors.
    @TaskLocal static var color = ColorChoice.auto

    /// The style of standard output.
    static var outputStyle: TextStyle { style(of: STDOUT_FILENO) }

    /// The style of messages on standard error.
    static var errorStyle: TextStyle { style(of: STDERR_FILENO) }

    /// Whether a line of standard error can be overwritten.
    static var canErase: Bool {
        isatty(STDERR_FILENO) != 0 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    private static func style(of descriptor: Int32) -> TextStyle {
        color.style(
            isTerminal: isatty(descriptor) != 0,
            ProcessInfo.processInfo.environment
        )
    }
}
