import CRDFiles
import CRDYAML

/// Standard output, which receives results that aren't written to files.
enum StandardOutput {
    /// Writes a text as it is.
    ///
    /// - Throws: `Diagnostic` if not all of it is written, because a truncated result must not look
    ///   like success. A closed pipe ends the process silently, as usual.
    static func write(_ text: String) throws(Diagnostic) {
        try File.standardOutput(text)
    }

    /// Writes a line.
    ///
    /// - Throws: As ``write(_:)``.
    static func print(_ line: String) throws(Diagnostic) {
        try write("\(line)\n")
    }

    /// Writes a line that sums up the results, unless the command is quiet.
    ///
    /// - Throws: As ``write(_:)``.
    static func print(summary: String) throws(Diagnostic) {
        if !Terminal.isQuiet { try print(summary) }
    }
}
