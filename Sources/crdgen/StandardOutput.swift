import CRDFiles
import CRDYAML

/// Where the result goes if it is not a file.
enum StandardOutput {
    /// Writes a text as it is.
    ///
    /// - Throws: `Diagnostic` if not all of it is written, as a result cut short must not count as
    ///   one. A pipe that nobody reads ends the process silently, as usual.
    static func write(_ text: String) throws(Diagnostic) {
        try File.standardOutput(text)
    }

    /// Writes a line.
    ///
    /// - Throws: As ``write(_:)``.
    static func print(_ line: String) throws(Diagnostic) {
        try write("\(line)\n")
    }
}
