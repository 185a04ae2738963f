import CRDInspection
import Foundation

/// What is known about the terminal, if there is one.
enum Terminal {
    /// How the result is set off: by colours on a terminal that nobody has asked to do without
    /// (`NO_COLOR`, no-color.org), plainly in files and pipes.
    static var outputStyle: TextStyle { style(of: STDOUT_FILENO) }

    /// How messages are set off, whatever standard output is.
    static var errorStyle: TextStyle { style(of: STDERR_FILENO) }

    /// Whether a line of standard error can be written over.
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
