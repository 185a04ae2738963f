import CRDInspection
import Foundation

/// The properties of the terminal.
enum Terminal {
    /// The style of standard output: colors on a terminal, unless `NO_COLOR` is set (no-color.org);
    /// plain in files and pipes.
    static var outputStyle: TextStyle { style(of: STDOUT_FILENO) }

    /// The style of messages on standard error.
    static var errorStyle: TextStyle { style(of: STDERR_FILENO) }

    /// Whether a line of standard error can be overwritten.
    static var canErase: Bool {
        isatty(STDERR_FILENO) != 0 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    private static func style(of descriptor: Int32) -> TextStyle {
        let environment = ProcessInfo.processInfo.environment
        let isPlain =
            environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
            || isatty(descriptor) == 0
        return isPlain ? .plain : .terminal
    }
}
