import CRDInspection
import Foundation

/// What is known about the terminal, if there is one.
enum Terminal {
    /// How the result is set off: by colours on a terminal that nobody has asked to do without
    /// (`NO_COLOR`, no-color.org), plainly in files and pipes.
    static var outputStyle: TextStyle {
        let environment = ProcessInfo.processInfo.environment
        let isPlain =
            environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
            || isatty(STDOUT_FILENO) == 0
        return isPlain ? .plain : .terminal
    }
}
