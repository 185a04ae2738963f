package import CRDRuntime
package import CRDYAML

/// An error or a warning about an object in a text.
package struct ManifestFinding: Sendable {
    /// The subject of a finding.
    package enum Subject: Sendable {
        /// A violation, with its location in the text.
        case violation(Violation)
        /// A field that the schema doesn't have.
        case unknownField
        /// A key that a mapping has twice.
        case duplicateKey
        /// A key that YAML 1.1 reads as a Boolean or a number.
        case changedKey
        /// A value that the server cannot read.
        case unreadable
        /// A warning of the server.
        case warning
    }

    /// The diagnostic, with the field as the API server names it.
    package let diagnostic: Diagnostic
    /// The subject.
    package let subject: Subject

    /// The violation that it reports; `nil` if it reports none.
    var violation: Violation? {
        guard case .violation(let violation) = subject else { return nil }
        return violation
    }

    init(_ diagnostic: Diagnostic, _ subject: Subject) {
        self.diagnostic = diagnostic
        self.subject = subject
    }

    init(_ violation: Violation, _ finder: inout PlaceFinder) {
        let node = finder.nearest(to: violation.place)
        let located = violation.located(at: node.location)
        var diagnostic = located.diagnostic(in: node.file)
        if violation.message.hasSuffix("must be of type string: \"boolean\""),
            let word = node.booleanWord
        {
            diagnostic = node.diagnostic(
                diagnostic.severity,
                "\(diagnostic.message); \(word), quote it"
            )
        }
        self.init(diagnostic, .violation(located))
    }
}
