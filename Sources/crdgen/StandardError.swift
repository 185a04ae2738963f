import CRDFiles
import CRDInspection
import CRDYAML

/// Standard error, which receives all messages.
enum StandardError {
    /// Writes a text as it is.
    static func write(_ text: String) {
        File.standardError(text)
    }

    /// Writes a line.
    static func print(_ line: String) {
        write("\(line)\n")
    }

    /// Writes a line for each diagnostic.
    static func print(_ diagnostics: [Diagnostic]) {
        let style = Terminal.errorStyle
        write(diagnostics.map { "\($0.text(style))\n" }.joined())
    }
}
