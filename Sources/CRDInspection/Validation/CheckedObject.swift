package import CRDRuntime
import CRDSchema
package import CRDValidation
package import CRDYAML

/// An object of a manifest, and what the API server would answer to its creation.
package struct CheckedObject: Sendable {
    /// What became of it.
    package enum Outcome: Sendable {
        /// The answer of a known kind.
        case answered(ManifestResponse, unchecked: [UncheckedConstraint])
        /// A CustomResourceDefinition, of which the server would say this, and its keys that stand
        /// twice.
        case definition(CRDValidity, duplicates: [Diagnostic])
        /// No CRD defines the kind, so nobody looked at it.
        case unknownKind(question: String)
        /// The kind is known, but has no such version, or it is not served.
        case unknownVersion(served: String, file: String)
        /// It does not say what it is, or is no object.
        case unreadable(Diagnostic)
    }

    /// The path of the file.
    package let file: String
    /// Where it begins; `nil` where the text of the file cannot be read.
    package let position: SourcePosition?
    /// The API group; empty for the core's, or if it does not say.
    package let group: String
    /// The version; empty if it does not say.
    package let version: String
    /// The kind; empty if it does not say.
    package let kind: String
    /// `metadata.name`, else the beginning of the name that the server is to complete.
    package let name: String
    /// What became of it.
    package let outcome: Outcome

    /// `apps/v1`.
    var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

    /// Why the object is refused though no CRD says so.
    var noMatches: String { "no matches for kind \"\(kind)\" in version \"\(apiVersion)\"" }
}

extension CheckedObject {
    /// How an object counts.
    package enum Verdict: Sendable {
        case valid
        case invalid
        case unchecked
    }

    /// Whether the server would take the object.
    ///
    /// - Parameter requiresKinds: Whether an object of a kind that no CRD defines is invalid.
    /// - Returns: How it counts.
    package func verdict(requiresKinds: Bool = false) -> Verdict {
        switch outcome {
        case .answered(let answer, _):
            if case .accepted = answer.response { return .valid }
            return .invalid
        case .definition(let validity, let duplicates):
            if case .valid = validity.verdict, duplicates.isEmpty { return .valid }
            return .invalid
        case .unknownKind: return requiresKinds ? .invalid : .unchecked
        case .unknownVersion, .unreadable: return .invalid
        }
    }

    /// What there is to say about the object, in the order of the text.
    ///
    /// - Parameter requiresKinds: Whether a kind that no CRD defines is an error.
    /// - Returns: Errors, warnings and notes.
    package func diagnostics(requiresKinds: Bool = false) -> [Diagnostic] {
        switch outcome {
        case .answered(let answer, _): return answer.diagnostics
        case .definition(let validity, let duplicates):
            return (validity.diagnostics + duplicates).inFileOrder()
        case .unreadable(let diagnostic): return [diagnostic]
        case .unknownVersion(let served, let crd):
            let known = served.isEmpty ? "'\(crd)' serves none" : "'\(crd)' serves \(served)"
            return [diagnostic(.error, "\(noMatches), \(known)")]
        case .unknownKind(let question):
            if requiresKinds { return [diagnostic(.error, noMatches + question)] }
            let subject = "'\(apiVersion.excerpt), Kind=\(kind.excerpt)'"
            let message = "no CRD for \(subject), not checked\(question)"
            return [diagnostic(.note, message)]
        }
    }

    private func diagnostic(_ severity: Diagnostic.Severity, _ message: String) -> Diagnostic {
        Diagnostic(severity, message, file: file, at: position)
    }
}
