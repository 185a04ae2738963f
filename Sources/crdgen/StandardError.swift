import Foundation
import YAML

/// Where everything goes that is not the result.
enum StandardError {
    /// Writes a line.
    static func print(_ line: String) {
        // If this fails there is no one to tell.
        try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
    }

    /// Writes a line for each diagnostic.
    static func print(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { print(diagnostic.description) }
    }
}
