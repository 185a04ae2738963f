/// A message about a place in a file that a person wrote.
///
/// It prints in the form that compilers use and that SwiftPM and Xcode show verbatim:
///
///     crds/widget.yaml:31:15: warning: 'format: int128' is unknown, using Int
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// How much a diagnostic matters.
    public enum Severity: String, Hashable, Sendable {
        /// What was asked for cannot be done; nothing is written.
        case error
        /// The input is questionable; the message says what happens instead.
        case warning
        /// Something worth knowing, such as a document that was skipped.
        case note
    }

    /// How much it matters.
    public let severity: Severity
    /// What was found, what was expected, and what happens now; lower case, without a full stop.
    public let message: String
    /// The path of the file as the caller gave it.
    public let file: String
    /// The place in the file; `nil` where the whole file is meant.
    public let position: SourcePosition?

    /// Creates a diagnostic.
    public init(
        _ severity: Severity,
        _ message: String,
        file: String,
        at position: SourcePosition? = nil
    ) {
        self.severity = severity
        self.message = message
        self.file = file
        self.position = position
    }

    /// `file:line:column: severity: message`, or `file: severity: message` without a place.
    public var description: String {
        guard let position else {
            return "\(file): \(severity.rawValue): \(message)"
        }
        return "\(file):\(position.line):\(position.column): \(severity.rawValue): \(message)"
    }
}

extension [Diagnostic] {
    /// The diagnostics in the order of their places, each once; see
    /// ``Swift/Array/inFileOrder(_:)``.
    package func inFileOrder() -> [Diagnostic] {
        inFileOrder { $0 }
    }
}

extension Array {
    /// The elements in the order of the places of their diagnostics, each once.
    ///
    /// Those without a place come first; those of one place stay in turn. An aliased node has one
    /// place and may be read, and found wrong, several times.
    package func inFileOrder(_ diagnostic: (Element) -> Diagnostic) -> [Element] {
        let start = SourcePosition(line: 0, column: 0)
        var seen: Set<Diagnostic> = []
        return map { (element: $0, diagnostic: diagnostic($0)) }
            .enumerated()
            .sorted {
                ($0.element.diagnostic.position ?? start, $0.offset)
                    < ($1.element.diagnostic.position ?? start, $1.offset)
            }
            .filter { seen.insert($0.element.diagnostic).inserted }
            .map(\.element.element)
    }
}
