import CRDGeneratorCore
import CRDRuntime
import CRDValues
import CRDYAML
import KubernetesCEL

/// Evaluates policies for the objects of manifests (k8s.io/apiserver v0.35,
/// pkg/admission/plugin/policy/validating, `Dispatch`).
struct PolicyEnforcement: Sendable {
    /// Something that is not evaluated, because only a cluster knows what it needs.
    private struct Gap: Hashable {
        let location: SourceLocation
        let policy: String
        let need: String
    }

    private let policies: PolicySet
    /// The parts that are not evaluated, in the order in which they were found, and for how many
    /// objects.
    private var gaps: [Gap] = []
    private var counts: [Gap: Int] = [:]
    /// The notes about parameters that are not among the files, and are not required, each once.
    private var missingParameters: [Diagnostic] = []

    init(_ policies: PolicySet = PolicySet()) { self.policies = policies }

    /// Whether there are no policies.
    var isEmpty: Bool { policies.policies.isEmpty }

    /// Returns the Namespace with a name; `nil` if it is not among the files.
    func namespace(_ name: String) -> JSONObject? { policies.namespace(name) }

    /// The notes about policies and bindings that have no effect, and about expressions that are
    /// not evaluated.
    var notes: [Diagnostic] {
        policies.policies.filter(\.bindings.isEmpty).map { bound in
            let text = "has no ValidatingAdmissionPolicyBinding, so it is not enforced"
            let name = "ValidatingAdmissionPolicy '\(bound.policy.name.excerpt)'"
            return bound.policy.node.diagnostic(.note, "\(name) \(text)")
        }
            + policies.unboundBindings.map { binding in
                let policy = "ValidatingAdmissionPolicy '\(binding.policyName.excerpt)'"
                return binding.node.diagnostic(
                    .note,
                    "no valid \(policy) found, so the binding '\(binding.name.excerpt)' is not enforced"
                )
            }
            + missingParameters + gaps.map(note)
    }

    private func note(about gap: Gap) -> Diagnostic {
        let count = counts[gap] ?? 0
        let message =
            "ValidatingAdmissionPolicy '\(gap.policy.excerpt)' is not evaluated here for "
            + "\(count == 1 ? "1 object" : "\(count) objects"), because it needs \(gap.need), which "
            + "only a cluster knows"
        return Diagnostic(.note, message, file: gap.location.file, at: gap.location.position)
    }

    /// Counts the object for each gap.
    private mutating func add(_ gaps: [Gap]) {
        var seen: Set<Gap> = []
        for gap in gaps where seen.insert(gap).inserted {
            if counts[gap] == nil { self.gaps.append(gap) }
            counts[gap, default: 0] += 1
        }
    }

    /// Evaluates the policies for a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - node: The object of the request.
    ///   - kinds: The known kinds.
    /// - Returns: What the policies deny, and what they warn about, in the order of the files.
    mutating func findings(
        about request: AdmissionRequest,
        _ node: Node,
        _ kinds: KnownKinds
    ) -> [PolicyFinding] {
        if request.isExempt { return [] }
        var values: [String: PolicyEnvironment.Values] = [:]
        var findings: [PolicyFinding] = []
        var gaps: [Gap] = []
        for bound in policies.policies where !bound.bindings.isEmpty {
            let policy = bound.policy
            guard let version = Self.match(policy.constraints, of: policy, request, &gaps) else {
                continue
            }
            if let message = policy.configurationError(kinds) {
                if !policy.ignoresErrors {
                    findings.append(PolicyFinding(error: message, policy, about: node))
                }
                continue
            }
            guard let request = request.converted(to: version) else {
                let need = "the object in version '\(version)'"
                gaps.append(
                    Gap(location: policy.constraints.node.location, policy: policy.name, need: need)
                )
                continue
            }
            let known = values[version] ?? request.values
            values[version] = known
            for binding in bound.bindings {
                if let constraints = binding.matchResources,
                    Self.match(constraints, of: policy, request, &gaps) == nil
                {
                    continue
                }
                for outcome in outcomes(of: policy, binding, request, known, kinds) {
                    findings += outcome.findings(policy, binding, about: node)
                    gaps += outcome.unknowns.map { unknown in
                        let location = unknown.expression.node.location
                        let need = "'\(unknown.name)'"
                        return Gap(location: location, policy: policy.name, need: need)
                    }
                }
            }
        }
        add(gaps)
        return findings
    }

    /// Returns the version for which constraints of a policy or its binding apply to a request;
    /// `nil` if they don't.
    private static func match(
        _ constraints: MatchResources,
        of policy: AdmissionPolicy,
        _ request: AdmissionRequest,
        _ gaps: inout [Gap]
    ) -> String? {
        switch constraints.match(request) {
        case .no: return nil
        case .yes(let version): return version
        case .unknown(let need):
            let location = constraints.node.location
            gaps.append(Gap(location: location, policy: policy.name, need: need))
            return nil
        }
    }

    /// Evaluates a policy with all parameters of a binding.
    private mutating func outcomes(
        of policy: AdmissionPolicy,
        _ binding: PolicyBinding,
        _ request: AdmissionRequest,
        _ values: PolicyEnvironment.Values,
        _ kinds: KnownKinds
    ) -> [PolicyOutcome] {
        guard let kind = policy.paramKind, let reference = binding.parameters else {
            return [PolicyOutcome(PolicyRun(policy, values))]
        }
        let isNamespaced = policies.isNamespaced(kind, reference, in: kinds)
        let namespace =
            reference.namespace.isEmpty ? request.requestNamespace : reference.namespace
        if isNamespaced, namespace.isEmpty {
            return error(
                "cannot use namespaced paramRef in policy binding that matches cluster-scoped "
                    + "resources",
                policy
            )
        }
        if !isNamespaced, !reference.namespace.isEmpty {
            let text = "paramRef.namespace must not be provided for a cluster-scoped `paramKind`"
            return error(text, policy)
        }
        let found = policies.parameters(reference, kind, in: isNamespaced ? namespace : nil)
        if found.isEmpty {
            if reference.areRequired {
                let text =
                    "no params found for policy binding with `Deny` parameterNotFoundAction"
                return error(text, policy)
            }
            noteMissing(reference, kind)
        }
        return found.map { parameters in
            var values = values
            values.params = Value(.object(parameters))
            return PolicyOutcome(PolicyRun(policy, values))
        }
    }

    private func error(_ message: String, _ policy: AdmissionPolicy) -> [PolicyOutcome] {
        policy.ignoresErrors
            ? [] : [PolicyOutcome(error: "failed to configure binding: \(message)")]
    }

    private mutating func noteMissing(
        _ reference: PolicyBinding.Parameters,
        _ kind: KnownKinds.Name
    ) {
        let subject =
            reference.name.isEmpty
            ? "no selected \(kind.kind)" : "no \(kind.kind) '\(reference.name.excerpt)'"
        let message = "\(subject) found among the files, so the binding is not enforced"
        let note = reference.node.diagnostic(.note, message)
        if !missingParameters.contains(note) { missingParameters.append(note) }
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
