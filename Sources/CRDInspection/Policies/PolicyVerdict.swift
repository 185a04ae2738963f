/// The findings of policies about an object that the server accepts otherwise.
struct PolicyVerdict: Sendable {
    /// The plural name of the resource, such as `deployments`.
    let plural: String
    /// The resource in messages, such as `deployments.apps`.
    let resource: String
    let findings: [PolicyFinding]

    init(_ request: AdmissionRequest, _ findings: [PolicyFinding]) {
        plural = request.resource.plural
        resource = request.group.isEmpty ? plural : "\(plural).\(request.group)"
        self.findings = findings
    }

    /// The findings that deny the request.
    var denials: [PolicyFinding] { findings.filter { $0.action == .deny } }
}
