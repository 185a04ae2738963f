import CRDReports
import CRDYAML

/// Errors and warnings that are the result of a command.
enum Findings {
    /// Prints errors and warnings to standard output, and notes to standard error, in their order.
    ///
    /// - Throws: As ``StandardOutput/write(_:)``.
    static func print(_ diagnostics: [Diagnostic]) throws(Diagnostic) {
        let style = Terminal.outputStyle
        for diagnostic in diagnostics {
            if diagnostic.severity == .note {
                StandardError.print([diagnostic])
            } else {
                try StandardOutput.print(diagnostic.text(style))
            }
        }
    }
}
