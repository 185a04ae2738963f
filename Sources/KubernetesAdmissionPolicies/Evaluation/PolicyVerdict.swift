import CRDCatalog
/// The findings of policies about an object that the server accepts otherwise.
package struct PolicyVerdict: Sendable {
    /// The plural name of the resource, such as `deployments`.
    package let plural: String
    /// The resource in messages, such as `deployments.apps`.
    package let resource: String
    /// The denials, warnings, and audits, in the order of the policies.
    package let findings: [PolicyFinding]
    /// The names of the policies of which a validation has a result, in their order.
    package let evaluated: [String]
    /// The parts of policies that are not evaluated.
    package let gaps: [PolicyGap]

    /// Creates the verdict about a request.
    package init(_ request: AdmissionRequest, _ evaluation: PolicyEvaluation) {
        plural = request.resource.plural
        resource = request.group.isEmpty ? plural : "\(plural).\(request.group)"
        findings = evaluation.findings
        evaluated = evaluation.evaluated
        gaps = evaluation.gaps
    }

    /// The findings that deny the request.
    package var denials: [PolicyFinding] { findings.filter { $0.action == .deny } }
}
