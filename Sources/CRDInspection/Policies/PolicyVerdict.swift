/// The findings of policies about an object that the server accepts otherwise.
struct PolicyVerdict: Sendable {
    /// The plural name of the resource, such as `deployments`.
    let plural: String
    /// The resource in messages, such as `deployments.apps`.
    let resource: String
    let findings: [PolicyFinding]
    /// The names of the policies of which a validation has a result, in their order.
    let evaluated: [String]
    /// The parts of policies that are not evaluated.
    let gaps: [PolicyGap]

    init(_ request: AdmissionRequest, _ evaluation: PolicyEvaluation) {
        plural = request.resource.plural
        resource = request.group.isEmpty ? plural : "\(plural).\(request.group)"
        findings = evaluation.findings
        evaluated = evaluation.evaluated
        gaps = evaluation.gaps
    }

    /// The findings that deny the request.
    var denials: [PolicyFinding] { findings.filter { $0.action == .deny } }
}
