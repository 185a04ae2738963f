import CRDGeneratorCore
import CRDParsing
package import CRDReports
package import CRDRuntime
package import CRDValidation
import CRDValues
package import CRDYAML

/// The validity of a CustomResourceDefinition for the API server (apiextensions-apiserver v0.35).
///
/// All errors that the server reports at the creation of a CRD are found, with field path, reason,
/// and message. At an update, the server does not limit the cost of each expression of an unchanged
/// schema, and checks that immutable fields are unchanged and that stored versions still exist.
package struct CRDValidity: Sendable {
    /// The response of the server.
    package enum Verdict: Sendable {
        /// The server accepts the CRD.
        case valid
        /// The server cannot read the document (400); the message is the server's.
        case unreadable(Diagnostic)
        /// The server rejects the CRD (422), with at least one violation, in the order of the file.
        case invalid([Violation])
    }

    /// The response of the server.
    package let verdict: Verdict
    /// The warnings of the server: unknown fields, which it drops, and string formats that it does
    /// not check.
    package let warnings: [Diagnostic]
    /// The diagnostics that the server doesn't have: words that YAML 1.1 reads as something else
    /// than strings, and notes about a patch and an old API version.
    private let hints: [Diagnostic]
    /// The warnings about schemas that no object matches, which the server doesn't have either.
    private let impossibleSchemas: [Diagnostic]
    private let name: String
    private let file: String
    /// Whether the CRD is in `v1beta1`, which only servers before Kubernetes 1.22 accept.
    package let isOfOldVersion: Bool
    /// The source location of the CRD.
    package let position: SourcePosition
    /// The group and kind, if the CRD has both.
    package let kind: KindName?

    /// Validates a document of the kind `CustomResourceDefinition`.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - impliesKind: Whether `apiVersion` and `kind` may be missing, as in the items of a
    ///     `CustomResourceDefinitionList`.
    ///   - old: The CRD before its update, which the server can read; `nil` if it is created.
    ///   - checksSchemas: Whether errors in schemas are found, and warnings about them.
    package init(
        _ document: Node,
        impliesKind: Bool = false,
        replacing old: Node? = nil,
        checksSchemas: Bool = true
    ) {
        name = document["metadata"]?["name"]?.text ?? ""
        file = document.file
        position = document.position
        kind = KindName(definedBy: document)
        var decoder = DefinitionDecoder()
        let changedKeys = document.changedKeys
        let oldVersionNote = document.oldVersionNote
        isOfOldVersion = oldVersionNote != nil
        if let failure = decoder.failure(in: document, impliesKind: impliesKind) {
            verdict = .unreadable(failure)
            hints = changedKeys + [decoder.booleanWord, oldVersionNote].compactMap { $0 }
            warnings = []
            impossibleSchemas = []
            return
        }
        var check = DefinitionCheck(document, replacing: old, checksSchemas: checksSchemas)
        check.check()
        warnings = (decoder.unknownFields.map(\.diagnostic) + check.unknownFormats).inFileOrder()
        hints = changedKeys + [document.patchNote].compactMap { $0 }
        impossibleSchemas = checksSchemas ? UnlistedProperties(in: document).warnings : []
        let violations = check.list.violations.inFileOrder { $0.diagnostic(in: document.file) }
        verdict = violations.isEmpty ? .valid : .invalid(violations)
    }

    /// Whether the only errors are that not exactly one version is stored.
    package var isInvalidOnlyInStorage: Bool {
        guard case .invalid(let violations) = verdict else { return false }
        return violations.allSatisfy { violation in
            violation.field == "spec.versions" && violation.message.hasSuffix("storage version")
                || violation.field == "status.storedVersions"
        }
    }

    /// Whether there are errors that can be others if the schemas are others.
    ///
    /// Selectable fields must be in the schema. The error about the stored version has the value of
    /// all versions, with their schemas if they differ. Defaults in schemas are an error if unknown
    /// fields are preserved.
    package func hasErrorsBySchemas(hasOneVersion: Bool) -> Bool {
        switch verdict {
        case .valid: return false
        case .unreadable: return true
        case .invalid(let violations):
            return violations.contains { violation in
                violation.field == "spec.versions" && !hasOneVersion
                    || violation.field == "spec.preserveUnknownFields"
                    || violation.field.contains("selectableFields")
            }
        }
    }

    /// The errors.
    package var errors: [Diagnostic] {
        switch verdict {
        case .valid: []
        case .unreadable(let diagnostic): [diagnostic]
        case .invalid(let violations): violations.map { $0.diagnostic(in: file) }
        }
    }

    /// The response of the server to a request; `nil` if it accepts the CRD.
    package var rejection: ServerResponse.Rejection? {
        switch verdict {
        case .valid: return nil
        case .unreadable(let diagnostic): return .badRequest(diagnostic.message)
        case .invalid(let violations):
            // The server reports each cause once.
            var seen: Set<Violation> = []
            let causes = violations.filter { seen.insert($0).inserted }
            return .invalid(
                "CustomResourceDefinition",
                group: "apiextensions.k8s.io",
                named: name,
                causes
            )
        }
    }

    /// The errors, the warnings, and notes.
    package var diagnostics: [Diagnostic] { findings.map(\.diagnostic) }

    /// The errors, the warnings, and notes, with their rules.
    package var findings: [Finding] {
        var findings: [Finding] = []
        switch verdict {
        case .valid: break
        case .unreadable(let diagnostic): findings = [Finding(.unreadable, diagnostic)]
        case .invalid(let violations):
            findings = violations.map { Finding(FindingRule($0.reason), $0.diagnostic(in: file)) }
        }
        let others =
            warnings.map { Finding(.serverWarning, $0) }
            + impossibleSchemas.map { Finding(.impossibleSchema, $0) }
            + hints.map { Finding($0.severity == .note ? .information : .changedKey, $0) }
        return findings + others.inFileOrder(\.diagnostic)
    }

    /// Validates the CRDs of a document, which can be a `List` of CRDs; returns none for other
    /// kinds.
    package static func all(in document: Node) -> [CRDValidity] {
        document.definitions().map { CRDValidity($0.definition, impliesKind: $0.isItem) }
    }

    /// Validates the CRDs of a document, but not their schemas.
    package static func allOutsideSchemas(in document: Node) -> [CRDValidity] {
        document.definitions().map {
            CRDValidity($0.definition, impliesKind: $0.isItem, checksSchemas: false)
        }
    }
}
