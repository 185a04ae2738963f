/// A message about a location in a file that a person wrote, or about what a person asked for.
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
    /// The path of the file as the caller gave it; `nil` where no file is meant.
    public let file: String?
    /// The field of the manifest that is meant; `nil` where no object was read, where the whole
    /// object is meant, and for what is not a manifest.
    public let fieldPath: FieldPath?
    /// The line and column; `nil` where the whole file is meant.
    package let position: SourcePosition?

    package init(
        _ severity: Severity,
        _ message: String,
        file: String?,
        at position: SourcePosition? = nil,
        field: FieldPath? = nil
    ) {
        self.severity = severity
        self.message = message
        self.file = file
        self.position = position
        fieldPath = field?.isEmpty == true ? nil : field
    }

    /// The location in the file; `nil` where the whole file is meant.
    public var location: SourceLocation? {
        guard let file, let position else { return nil }
        return SourceLocation(file: file, position)
    }

    /// `file:line:column: severity: message`, or `file: severity: message` without a location.
    ///
    /// The path of the field, as Swift spells it, stands before the message:
    /// `job.yaml:14:9: error: spec.role_arn: expected a string, …`.
    public var description: String { description(.swift) }

    /// Returns ``description`` with the path of the field in a spelling.
    public func description(_ form: FieldPath.Form) -> String {
        let place = location?.description ?? file
        let prefix = place.map { "\($0): " } ?? ""
        return "\(prefix)\(severity.rawValue): \(text(form))"
    }

    /// Returns the message, after the path of the field if there is one.
    package func text(_ form: FieldPath.Form) -> String {
        fieldPath.map { "\($0.text(form)): \(message)" } ?? message
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
