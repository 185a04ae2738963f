import CRDFiles
import CRDReports
import CRDYAML

/// Standard error, which receives all messages that are not results.
enum StandardError {
    /// Writes a text as it is.
    static func write(_ text: String) {
        File.standardError(text)
    }

    /// Writes a line.
    static func print(_ line: String) {
        write("\(line)\n")
    }

    /// Writes a line for each diagnostic; notes are left out if the command is quiet.
    static func print(_ diagnostics: [Diagnostic]) {
        let style = Terminal.errorStyle
        let printed = diagnostics.filter { !Terminal.isQuiet || $0.severity != .note }
        write(printed.map { "\($0.text(style))\n" }.joined())
    }
}
