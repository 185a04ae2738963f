package import CRDRuntime
import CRDSchema
package import CRDValidation
package import CRDYAML

/// Whether the API server (apiextensions-apiserver v1.35) would take a CustomResourceDefinition.
///
/// Everything that it refuses at creation is found, with its field path, reason and message. What
/// is left out are the expressions of `x-kubernetes-validations`: whether they compile, what they
/// may cost, and whether defaults fulfil them. `ruleCount` says how many there are.
package struct CRDValidity: Sendable {
    /// What the server would answer.
    package enum Verdict: Sendable {
        /// It takes the CRD.
        case valid
        /// It cannot read the document (400); the message is the server's.
        case unreadable(Diagnostic)
        /// It refuses the CRD (422), for at least one reason, in the order of the file.
        case invalid([Violation])
    }

    /// What the server would answer, rules aside.
    package let verdict: Verdict
    /// What the server would warn of though it takes the CRD, at its place: unknown fields, which it
    /// drops, and formats of strings that it does not check.
    package let warnings: [Diagnostic]
    /// The number of rules of the Common Expression Language, which are not checked.
    package let ruleCount: Int
    private let name: String
    private let file: String
    private let position: SourcePosition

    /// Checks a document of the kind `CustomResourceDefinition`.
    package init(_ document: Node) {
        name = document["metadata"]?["name"]?.text ?? ""
        file = document.file
        position = document.position
        var decoder = DefinitionDecoder()
        if let failure = decoder.failure(in: document) {
            verdict = .unreadable(failure)
            warnings = []
            ruleCount = 0
            return
        }
        var check = DefinitionCheck(document)
        check.check()
        ruleCount = check.ruleCount
        warnings = (decoder.unknownFields + check.unknownFormats).inFileOrder()
        let violations = check.list.violations.inFileOrder { $0.diagnostic(in: document.file) }
        verdict = violations.isEmpty ? .valid : .invalid(violations)
    }

    /// The answer as the server gives it to a request; `nil` if it takes the CRD.
    package var rejection: ServerResponse.Rejection? {
        switch verdict {
        case .valid: return nil
        case .unreadable(let diagnostic): return .badRequest(diagnostic.message)
        case .invalid(let violations):
            // The server tells each cause once.
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

    /// What there is to say: an error for each fault, the warnings, and a note if there are rules.
    package var diagnostics: [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        switch verdict {
        case .valid: break
        case .unreadable(let diagnostic): diagnostics = [diagnostic]
        case .invalid(let violations): diagnostics = violations.map { $0.diagnostic(in: file) }
        }
        diagnostics += warnings
        if ruleCount > 0 {
            let rules = ruleCount == 1 ? "1 rule" : "\(ruleCount) rules"
            let message = "\(rules) in 'x-kubernetes-validations' not checked"
            diagnostics.append(Diagnostic(.note, message, file: file, at: position))
        }
        return diagnostics
    }

    /// Checks every CRD of a document, which may be a `List` of them; other kinds give none.
    package static func all(in document: Node) -> [CRDValidity] {
        switch document["kind"].flatMap({ $0.kind == .scalar ? $0.string : nil }) {
        case "CustomResourceDefinition": [CRDValidity(document)]
        case "List", "CustomResourceDefinitionList":
            document["items"]?.items.flatMap(all) ?? []
        default: []
        }
    }
}
