package import CRDCatalog
import CRDDefinitionValidity
import CRDGeneratorCore
import CRDReports
import CRDRuntime
import CRDValues
package import CRDYAML
import KubernetesCEL

/// Evaluates policies for one object (k8s.io/apiserver v0.35,
/// pkg/admission/plugin/policy/validating, `Dispatch`).
package struct PolicyEvaluation {
    /// The requests that policies deny, or about which they warn, in the order of the policies.
    private(set) var findings: [PolicyFinding] = []
    /// The parts that are not evaluated.
    private(set) var gaps: [PolicyGap] = []
    /// The names of the policies of which a validation has a result, in their order.
    private(set) var evaluated: [String] = []
    private let policies: PolicySet
    private let kinds: KnownKinds
    private let request: AdmissionRequest
    private let node: Node
    /// The values of the variables, by the version of the object.
    private var values: [String: PolicyEnvironment.Values] = [:]

    /// Evaluates policies.
    ///
    /// - Parameters:
    ///   - policies: The policies.
    ///   - request: The request.
    ///   - node: The object of the request.
    ///   - kinds: The known kinds.
    package init(
        _ policies: PolicySet,
        for request: AdmissionRequest,
        of node: Node,
        _ kinds: KnownKinds
    ) {
        self.policies = policies
        self.kinds = kinds
        self.request = request
        self.node = node
        if request.isExempt { return }
        for bound in policies.policies where !bound.bindings.isEmpty { evaluate(bound) }
    }

    private mutating func evaluate(_ bound: PolicySet.BoundPolicy) {
        let policy = bound.policy
        let field = "spec.matchConstraints"
        guard let version = version(for: policy.constraints, of: policy.reported, field) else {
            return
        }
        if let message = policy.configurationError(kinds) {
            if !policy.ignoresErrors {
                findings.append(PolicyFinding(error: message, policy, about: node))
            }
            return
        }
        guard let request = request.converted(to: version) else {
            let need = PolicyGap.Reason.unknown("the object in version '\(version)'")
            gaps.append(PolicyGap(of: policy.reported, field, at: policy.constraints.node, need))
            return
        }
        let known = values[version] ?? request.values
        values[version] = known
        for binding in bound.bindings { evaluate(policy, binding, request, known) }
    }

    private mutating func evaluate(
        _ policy: AdmissionPolicy,
        _ binding: PolicyBinding,
        _ request: AdmissionRequest,
        _ values: PolicyEnvironment.Values
    ) {
        if let constraints = binding.matchResources,
            version(for: constraints, of: binding.reported, "spec.matchResources") == nil
        {
            return
        }
        for outcome in outcomes(of: policy, binding, request, values) {
            findings += outcome.findings(policy, binding, about: node)
            gaps += outcome.unknowns.map { unknown in
                let expression = unknown.expression
                return PolicyGap(
                    of: policy.reported,
                    expression.field,
                    at: expression.node,
                    .unknown("'\(unknown.name)'")
                )
            }
            if outcome.hasResult, evaluated.last != policy.name { evaluated.append(policy.name) }
        }
    }

    /// Returns the version for which constraints of a policy or its binding apply to the request;
    /// `nil` if they don't.
    private mutating func version(
        for constraints: MatchResources,
        of object: ReportedObject,
        _ field: String
    ) -> String? {
        switch constraints.match(request) {
        case .no: return nil
        case .yes(let version): return version
        case .unknown(let need):
            gaps.append(PolicyGap(of: object, field, at: constraints.node, .unknown(need)))
            return nil
        }
    }

    // MARK: - Parameters

    /// Evaluates a policy with all parameters of a binding.
    private mutating func outcomes(
        of policy: AdmissionPolicy,
        _ binding: PolicyBinding,
        _ request: AdmissionRequest,
        _ values: PolicyEnvironment.Values
    ) -> [PolicyOutcome] {
        guard let kind = policy.paramKind, let reference = binding.parameters else {
            return [PolicyOutcome(PolicyRun(policy, values))]
        }
        let isNamespaced = policies.isNamespaced(kind, reference, in: kinds)
        let namespace =
            reference.namespace.isEmpty ? request.requestNamespace : reference.namespace
        if let text = reference.error(isNamespaced, in: namespace) { return error(text, policy) }
        let found = policies.parameters(reference, of: policy, in: isNamespaced ? namespace : nil)
        if found.isEmpty, reference.areRequired {
            let text = "no params found for policy binding with `Deny` parameterNotFoundAction"
            return error(text, policy)
        }
        if found.isEmpty {
            let name = reference.name
            let noun = policies.invalidParameters.isEmpty ? kind.kind : "valid \(kind.kind)"
            let subject = name.isEmpty ? "selected \(noun)" : "\(noun) '\(name.excerpt)'"
            addGap(of: binding, reference, .missing(subject))
        }
        return found.compactMap { parameters in
            guard let value = parameters.value else {
                let version = kind.apiVersion(policy.paramVersion)
                let need = "\(kind.kind) '\(parameters.name.excerpt)' in '\(version.excerpt)'"
                addGap(of: binding, reference, .unknown(need))
                return nil
            }
            var values = values
            values.params = value
            return PolicyOutcome(PolicyRun(policy, values))
        }
    }

    private mutating func addGap(
        of binding: PolicyBinding,
        _ reference: PolicyBinding.Parameters,
        _ reason: PolicyGap.Reason
    ) {
        gaps.append(PolicyGap(of: binding.reported, "spec.paramRef", at: reference.node, reason))
    }

    private func error(_ message: String, _ policy: AdmissionPolicy) -> [PolicyOutcome] {
        policy.ignoresErrors
            ? [] : [PolicyOutcome(error: "failed to configure binding: \(message)")]
    }
}

extension AdmissionPolicy {
    /// Returns the error of a policy whose kind of parameters is not served; `nil` if it is, or if
    /// that is unknown (`ensureParamsForPolicyLocked`).
    fileprivate func configurationError(_ kinds: KnownKinds) -> String? {
        guard let paramKind, let kind = kinds.kind(paramKind), !kind.isFromOpenAPI else {
            return nil
        }
        let isServed = kind.versions.contains { known in
            known.version.name == paramVersion && known.version.definition.isServed
        }
        if isServed { return nil }
        let name = "\(paramKind.group)/\(paramVersion), Kind=\(paramKind.kind)"
        return "failed to find resource referenced by paramKind: '\(name)'"
    }
}

extension PolicyBinding.Parameters {
    /// Returns the error of a reference to parameters with a missing or superfluous namespace;
    /// `nil` if there is none.
    fileprivate func error(_ isNamespaced: Bool, in namespace: String) -> String? {
        if isNamespaced, namespace.isEmpty {
            return "cannot use namespaced paramRef in policy binding that matches cluster-scoped "
                + "resources"
        }
        if !isNamespaced, !self.namespace.isEmpty {
            return "paramRef.namespace must not be provided for a cluster-scoped `paramKind`"
        }
        return nil
    }
}

extension PolicyFinding {
    /// Creates the finding about a policy that cannot be used.
    fileprivate init(error: String, _ policy: AdmissionPolicy, about object: Node) {
        self.init(
            action: .deny,
            policy: policy.name,
            binding: nil,
            message: "failed to configure policy: \(error)",
            reason: "Invalid",
            location: object.location
        )
    }
}
