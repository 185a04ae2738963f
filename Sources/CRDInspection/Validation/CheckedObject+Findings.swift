import CRDDefinitionValidity
import CRDReports
import CRDRuntime
import CRDValidation
import CRDYAML

extension CheckedObject {
    /// The object in reports; `nil` for a text without API version and kind.
    var reported: ReportedObject? {
        kind.isEmpty ? nil : ReportedObject(apiVersion: apiVersion, kind: kind, name: name)
    }

    /// Returns the findings about the object, in the order of the text.
    ///
    /// - Parameter requiresKinds: Whether a kind that no CRD defines is an error.
    /// - Returns: The findings, with the diagnostics of ``diagnostics(requiresKinds:)``.
    func findings(requiresKinds: Bool) -> [Finding] {
        ownFindings(requiresKinds) + policyFindings
    }

    /// The findings of policies.
    var policyFindings: [Finding] {
        policyDiagnostics.map { Finding(.policyDenial, $0, about: reported) }
    }

    private func ownFindings(_ requiresKinds: Bool) -> [Finding] {
        func all(_ rule: FindingRule) -> [Finding] {
            diagnostics(requiresKinds: requiresKinds).map { Finding(rule, $0, about: reported) }
        }
        switch outcome {
        case .answered(let answer):
            return answer.findings.map { finding in
                Finding(FindingRule(finding.subject), finding.diagnostic, about: reported)
            }
        case .definition(let validity, let duplicates):
            let findings =
                validity.findings + duplicates.map { Finding(.duplicateField, $0) }
            return findings.map { Finding($0.rule, $0.diagnostic, about: reported) }
                .inFileOrder(\.diagnostic)
        case .policy: return all(.invalidPolicy)
        case .unreadable: return all(.unreadable)
        case .unknownKind: return all(.unknownKind)
        case .unknownVersion: return all(.unknownVersion)
        case .notFound: return all(.missingObject)
        case .skipped: return []
        }
    }

    /// Returns the object as a part of a report.
    func part(requiresKinds: Bool) -> Report.Part {
        let findings = findings(requiresKinds: requiresKinds)
        let outcome: Report.Part.Outcome
        switch verdict(requiresKinds: requiresKinds) {
        case .valid, .checkedByPolicies: outcome = .passed
        case .invalid: outcome = .failed
        case .unchecked: outcome = .skipped(findings.first?.diagnostic.message ?? "not checked")
        case .skipped: outcome = .skipped("the kind is skipped with '--skip'")
        }
        return Report.Part(file: file, object: reported, outcome: outcome, findings: findings)
    }
}

extension FindingRule {
    fileprivate init(_ subject: ManifestFinding.Subject) {
        switch subject {
        case .violation(let violation): self.init(violation.reason)
        case .unknownField: self = .unknownField
        case .duplicateKey: self = .duplicateField
        case .changedKey: self = .changedKey
        case .unreadable: self = .unreadable
        case .warning: self = .serverWarning
        }
    }
}
