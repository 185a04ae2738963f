import CRDCatalog
package import CRDDefinitionValidity
import CRDRuntime
package import CRDValidation
import CRDValues
package import CRDYAML
package import KubernetesAdmissionPolicies

/// An object of a manifest, and the response of the API server to its creation or update.
package struct CheckedObject: Sendable {
    /// The outcome of a check.
    package enum Outcome: Sendable {
        /// The response for an object of a known kind.
        case answered(ManifestResponse)
        /// A CustomResourceDefinition, with its validity and its duplicate keys.
        case definition(CRDValidity, duplicates: [Diagnostic])
        /// A ValidatingAdmissionPolicy or a binding.
        case policy(PolicyValidity)
        /// No CRD defines the kind, and no OpenAPI document if there are any, so the object is not
        /// checked.
        case unknownKind(question: String, hasDocuments: Bool)
        /// The kind is known, but the version is missing or not served.
        case unknownVersion(served: String, files: [String])
        /// The object or its subresource, which is updated, does not exist.
        ///
        /// The message is the one of the server.
        case notFound(_ message: String, reason: String)
        /// The value is not an object, or has no API version or kind.
        case unreadable(Diagnostic)
        /// The kind is skipped.
        case skipped
    }

    /// The effect of a request on an object.
    package enum Operation: String, Sendable {
        case create
        case update
    }

    /// The path of the file.
    package let file: String
    /// The source location of the object; `nil` if the file cannot be read.
    package let position: SourcePosition?
    /// The API group; empty for the core group, or if it is missing.
    package let group: String
    /// The version; empty if it is missing.
    package let version: String
    /// The kind; empty if it is missing.
    package let kind: String
    /// The `metadata.name`, or else the `metadata.generateName`.
    package let name: String
    /// The effect of the request on the object.
    package let operation: Operation
    /// The outcome of the check.
    package let outcome: Outcome
    /// The findings of policies; `nil` if no policy is evaluated.
    var policyVerdict: PolicyVerdict?

    /// Whether no CRD defines the kind.
    var isOfUnknownKind: Bool {
        if case .unknownKind = outcome { return true }
        return false
    }

    /// Group and version, such as `apps/v1`.
    var apiVersion: String { KindName(group: group, kind: kind).apiVersion(version) }

    /// The message of the server for an unknown kind or version.
    var noMatches: String { "no matches for kind \"\(kind)\" in version \"\(apiVersion)\"" }
}

extension CheckedObject {
    /// The verdict about an object in the summary.
    package enum Verdict: Sendable {
        case valid
        case invalid
        /// Nothing defines the kind, but policies accept the object.
        case checkedByPolicies
        case unchecked
        /// The kind is skipped.
        case skipped
    }

    /// Returns whether the server would accept the object.
    ///
    /// - Parameter requiresKinds: Whether an object of a kind that no CRD defines is invalid.
    /// - Returns: The verdict.
    package func verdict(requiresKinds: Bool = false) -> Verdict {
        if policyVerdict?.denials.isEmpty == false { return .invalid }
        switch outcome {
        case .answered(let answer):
            if case .success = answer.response.result { return .valid }
            return .invalid
        case .definition(let validity, let duplicates):
            if case .valid = validity.verdict, duplicates.isEmpty { return .valid }
            return .invalid
        case .policy(let validity): return validity.rejection == nil ? .valid : .invalid
        case .unknownKind:
            if requiresKinds { return .invalid }
            return evaluatedPolicies.isEmpty ? .unchecked : .checkedByPolicies
        case .unknownVersion, .notFound, .unreadable: return .invalid
        case .skipped: return .skipped
        }
    }

    /// The names of the policies of which a validation has a result, in their order.
    var evaluatedPolicies: [String] { policyVerdict?.evaluated ?? [] }

    /// The diagnostics of policies.
    var policyDiagnostics: [Diagnostic] { policyVerdict?.findings.map(\.diagnostic) ?? [] }

    /// Returns the diagnostics about the object without those of policies, in the order of the text.
    ///
    /// - Parameters:
    ///   - requiresKinds: Whether a kind that no CRD defines is an error.
    ///   - count: The number of objects that a note about such a kind is about.
    /// - Returns: Errors, warnings and notes.
    package func diagnostics(
        requiresKinds: Bool = false,
        ofEqualKind count: Int = 1
    ) -> [Diagnostic] {
        switch outcome {
        case .answered(let answer): return answer.diagnostics
        case .policy(let validity): return validity.diagnostics
        case .definition(let validity, let duplicates):
            return (validity.diagnostics + duplicates).inFileOrder()
        case .unreadable(let diagnostic): return [diagnostic]
        case .skipped: return []
        case .unknownVersion(let served, let files):
            let verb = files.count == 1 ? "serves" : "serve"
            let known =
                files.map { "'\($0)'" }.joined(separator: " and ")
                + " \(verb) \(served.isEmpty ? "no version" : served)"
            return [diagnostic(.error, "\(noMatches), \(known)")]
        case .notFound(let message, let reason):
            return [diagnostic(.error, "\(message), \(reason)")]
        case .unknownKind(let question, let hasDocuments):
            if requiresKinds { return [diagnostic(.error, noMatches + question)] }
            let subject = "'\(apiVersion.excerpt), Kind=\(kind.excerpt)'"
            let objects = count == 1 ? "it is" : "\(count) objects are"
            let source = hasDocuments ? "CRD or OpenAPI document" : "CRD"
            let message =
                "no \(source) found for \(subject), so \(objects) \(check(ofObjects: count))\(question)"
            return [diagnostic(.note, message)]
        }
    }

    /// Returns how objects without a schema are checked.
    private func check(ofObjects count: Int) -> String {
        let policies = evaluatedPolicies
        if policies.isEmpty { return "not validated" }
        if count > 1 { return "checked by policies only" }
        if policies.count > 1 { return "checked by \(policies.count) policies only" }
        return "checked by policy '\(policies[0].excerpt)' only"
    }

    private func diagnostic(_ severity: Diagnostic.Severity, _ message: String) -> Diagnostic {
        Diagnostic(severity, message, file: file, at: position)
    }
}
