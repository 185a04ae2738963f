/// An error, a warning or a note about a file or a request.
///
/// Its description has the form that compilers use and that SwiftPM and Xcode display:
///
///     crds/widget.yaml:31:15: warning: 'format: int128' is unknown, using Int
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// The severity of a diagnostic.
    public enum Severity: String, Hashable, Sendable {
        /// The request cannot be completed, and nothing is written.
        case error
        /// The input is probably wrong. The message describes how it is treated.
        case warning
        /// Additional information, such as a document that was skipped.
        case note
    }

    /// The severity.
    public let severity: Severity
    /// The message: what was found, what was expected, and what happens now.
    ///
    /// It is in lower case, without a full stop.
    public let message: String
    /// The path of the file as passed by the caller; `nil` if the diagnostic is not about a file.
    public let file: String?
    /// The path of the field in the manifest; `nil` if the diagnostic is not about a manifest, or
    /// is about a whole object or text.
    public let fieldPath: FieldPath?
    /// The line and column; `nil` if the diagnostic is about the whole file.
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

    /// The location in the file; `nil` if the diagnostic is about the whole file.
    public var location: SourceLocation? {
        guard let file, let position else { return nil }
        return SourceLocation(file: file, position)
    }

    /// `file:line:column: severity: message`, or `file: severity: message` without a location.
    ///
    /// The path of the field with its Swift names precedes the message, if there is one.
    public var description: String { description(.swift) }

    /// Returns ``description`` with the path of the field in a form.
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
    /// Returns the diagnostics in the order of their positions, each once; see
    /// ``Swift/Array/inFileOrder(_:)``.
    package func inFileOrder() -> [Diagnostic] {
        inFileOrder { $0 }
    }
}

extension Array {
    /// Returns the elements in the order of the positions of their diagnostics, each once.
    ///
    /// Elements without a position are first. Elements with the same position keep their order. An
    /// aliased node has one position and may be read, and reported, several times.
    package func inFileOrder(_ diagnostic: (Element) -> Diagnostic) -> [Element] {
        let start = SourcePosition(line: 0, column: 0)
        let diagnostics = map(diagnostic)
        let order = diagnostics.indices.ordered { left, right in
            (diagnostics[left].position ?? start) < (diagnostics[right].position ?? start)
        }
        var seen: Set<Diagnostic> = []
        return order.filter { seen.insert(diagnostics[$0]).inserted }.map { self[$0] }
    }
}
