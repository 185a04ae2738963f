import CRDCatalog
import CRDDefinitionValidity
import CRDYAML

/// The requests to which a policy or a binding applies (`MatchResources`).
struct MatchResources: Sendable {
    /// The result for one request.
    enum Match {
        case no
        /// The version of the rule that applies, in which a policy sees the object.
        case yes(version: String)
        /// It depends on something that only a cluster knows.
        case unknown(String)
    }

    /// The constraints in the policy or the binding.
    let node: Node
    private let namespaceSelector: PolicySelector
    private let objectSelector: PolicySelector
    let rules: [ResourceRule]
    private let excludedRules: [ResourceRule]
    private let hasEquivalents: Bool

    /// Reads constraints that the server accepts.
    init(_ node: Node) {
        self.node = node
        namespaceSelector = PolicySelector(node.value("namespaceSelector"))
        objectSelector = PolicySelector(node.value("objectSelector"))
        rules = node.value("resourceRules")?.items.map(ResourceRule.init) ?? []
        excludedRules = node.value("excludeResourceRules")?.items.map(ResourceRule.init) ?? []
        hasEquivalents = node.text("matchPolicy") != "Exact"
    }

    /// Returns whether the constraints apply to a request (k8s.io/apiserver v0.35,
    /// pkg/admission/plugin/policy/matching).
    func match(_ request: AdmissionRequest) -> Match {
        let isInNamespace = request.namespaceLabels.map(namespaceSelector.selects) ?? true
        if isInNamespace == false || !selectsObject(of: request) { return .no }
        switch Self.match(excludedRules, request, hasEquivalents: hasEquivalents) {
        case .no: break
        case .yes: return .no
        case .unknown(let name): return .unknown(name)
        }
        let match =
            rules.isEmpty
            ? .yes(version: request.version)
            : Self.match(rules, request, hasEquivalents: hasEquivalents)
        if case .yes = match, isInNamespace == nil {
            return .unknown("the labels of namespace '\(request.namespace)'")
        }
        return match
    }

    /// Returns whether the object or the old object is selected.
    private func selectsObject(of request: AdmissionRequest) -> Bool {
        [request.object, request.oldObject].compactMap(\.self)
            .contains { objectSelector.selects(PolicySelector.Labels(of: $0)) == true }
    }

    private static func match(
        _ rules: [ResourceRule],
        _ request: AdmissionRequest,
        hasEquivalents: Bool
    ) -> Match {
        let results = rules.map { $0.applies(to: request, version: request.version) }
        if results.contains(true) { return .yes(version: request.version) }
        if results.contains(nil) { return .unknown("the generated name") }
        guard hasEquivalents else { return .no }
        for rule in rules {
            for version in request.resource.versions where version != request.version {
                switch rule.applies(to: request, version: version) {
                case true?: return .yes(version: version)
                case nil: return .unknown("the generated name")
                case false?: break
                }
            }
        }
        return .no
    }
}
