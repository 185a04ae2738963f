package import CRDYAML

/// The diagnostics about a text, up to a maximum number; further ones are only counted.
///
/// A text of one megabyte can have a hundred thousand errors, each with a path of hundreds of
/// steps.
package struct DiagnosticList {
    private struct Entry {
        let diagnostic: Diagnostic
        /// The API server's violation that the diagnostic reports; `nil` if it reports none.
        let violation: Violation?
    }

    /// The maximum number of diagnostics to report.
    package static let most = 1000

    /// The first diagnostics, in the order in which they were found.
    private var entries: [Entry] = []
    private var omittedErrors = 0
    private var omittedWarnings = 0
    /// The number of errors, reported or not.
    package private(set) var errorCount = 0

    package init() {}

    /// The number of diagnostics that can still be reported.
    package var room: Int { Self.most - entries.count }

    /// The reported diagnostics, in the order in which they were found.
    package var reported: [Diagnostic] { entries.map(\.diagnostic) }

    /// Adds a diagnostic, or only counts it if the list is full.
    ///
    /// - Parameters:
    ///   - diagnostic: The diagnostic.
    ///   - violation: The API server's violation that it reports.
    package mutating func append(_ diagnostic: Diagnostic, _ violation: Violation? = nil) {
        if diagnostic.severity == .error { errorCount += 1 }
        if room > 0 {
            entries.append(Entry(diagnostic: diagnostic, violation: violation))
        } else if diagnostic.severity == .error {
            omittedErrors += 1
        } else {
            omittedWarnings += 1
        }
    }

    /// Counts diagnostics that are not reported.
    package mutating func omit(errors: Int, warnings: Int) {
        omittedErrors += errors
        omittedWarnings += warnings
        errorCount += errors
    }

    /// Adds the errors that were found in the same text by other means.
    package mutating func appendErrors(of other: DiagnosticList) {
        for entry in other.entries where entry.diagnostic.severity == .error {
            append(entry.diagnostic, entry.violation)
        }
        omit(errors: other.omittedErrors, warnings: 0)
    }

    /// The diagnostics in the order of the text, with the number of those that are not reported.
    package var diagnostics: [Diagnostic] {
        entries.inFileOrder(\.diagnostic).map(\.diagnostic) + omission
    }

    /// Returns the warnings, in the order of the text.
    ///
    /// - Throws: `ManifestError` with all diagnostics if there is an error among them.
    package func warnings() throws(ManifestError) -> [Diagnostic] {
        let entries = entries.inFileOrder(\.diagnostic)
        let diagnostics = entries.map(\.diagnostic) + omission
        if diagnostics.contains(where: { $0.severity == .error }) {
            throw ManifestError(diagnostics, violations: entries.compactMap(\.violation))
        }
        return diagnostics
    }

    /// The diagnostic with the number of diagnostics that are not reported; empty if there are
    /// none.
    private var omission: [Diagnostic] {
        let omitted = omittedErrors + omittedWarnings
        guard omitted > 0 else { return [] }
        return [
            Diagnostic(
                omittedErrors > 0 ? .error : .warning,
                "\(omitted) more problems; only the first \(Self.most) are reported",
                file: entries.first?.diagnostic.file
            )
        ]
    }
}
