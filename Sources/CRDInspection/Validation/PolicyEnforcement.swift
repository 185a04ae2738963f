import CRDCatalog
import CRDDefinitionValidity
import CRDReports
import CRDValues
import CRDYAML
import KubernetesAdmissionPolicies

/// The policies that apply to the objects of manifests, with the parts that are not evaluated.
struct PolicyEnforcement: Sendable {
    /// The objects for which a part is not evaluated.
    private struct Objects {
        /// The first one, such as `Pod 'a'`.
        let first: String
        var count = 1
    }

    let policies: PolicySet
    /// The findings about the types of expressions.
    private let typeFindings: [Finding]
    /// The parts that are not evaluated, in the order in which they were found.
    private var gaps: [PolicyGap] = []
    private var objects: [PolicyGap: Objects] = [:]

    init(_ policies: PolicySet = PolicySet(), _ kinds: KnownKinds = KnownKinds()) {
        self.policies = policies
        var types = PolicyTypes(kinds)
        typeFindings = policies.policies.flatMap { bound in
            PolicyTypeCheck(bound.policy, &types).findings
        }
    }

    /// Whether there are no policies.
    var isEmpty: Bool { policies.policies.isEmpty }

    /// Adds the parts that are not evaluated for an object.
    mutating func add(_ gaps: [PolicyGap], of object: CheckedObject) {
        var seen: Set<PolicyGap> = []
        for gap in gaps where seen.insert(gap).inserted {
            if objects[gap] == nil {
                self.gaps.append(gap)
                objects[gap] = Objects(first: "\(object.kind.excerpt) '\(object.name.excerpt)'")
            } else {
                objects[gap]?.count += 1
            }
        }
    }

    /// The notes about policies and bindings that have no effect, about the types of expressions, and
    /// about parts that are not evaluated.
    var notes: [Finding] {
        typeFindings + unboundPolicies + unboundBindings + invalidParameters + mutatingPolicies
            + gaps.compactMap { gap in
                objects[gap].map { gap.finding(first: $0.first, count: $0.count) }
            }
    }

    private var unboundPolicies: [Finding] {
        policies.policies.filter(\.bindings.isEmpty).compactMap { bound in
            let name = "ValidatingAdmissionPolicy '\(bound.policy.name.excerpt)'"
            let message: String
            switch policies.absent.bindings[bound.policy.name] {
            case nil: message = "\(name) has no ValidatingAdmissionPolicyBinding"
            case (let binding, .invalid)?:
                message =
                    "the ValidatingAdmissionPolicyBinding '\(binding.excerpt)' of \(name) is invalid"
            case (_, .skipped)?: return nil
            }
            let note = "\(message), so it is not enforced"
            return Self.note(note, at: bound.policy.node, about: bound.policy.reported)
        }
    }

    private var unboundBindings: [Finding] {
        policies.unboundBindings.compactMap { binding in
            let name = "ValidatingAdmissionPolicy '\(binding.policyName.excerpt)'"
            let message: String
            switch policies.absent.policies[binding.policyName] {
            case nil: message = "no \(name) found"
            case .invalid?: message = "\(name) is invalid"
            case .skipped?: return nil
            }
            let note = "\(message), so the binding '\(binding.name.excerpt)' is not enforced"
            return Self.note(note, at: binding.node, about: binding.reported)
        }
    }

    private var invalidParameters: [Finding] {
        policies.invalidParameters.compactMap { object in
            guard case .success(let identity) = object.identity else { return nil }
            let kind = identity.name.kind
            let message =
                "\(kind) '\(object.name.excerpt)' is invalid, so it is not used as parameters of policies"
            let reported = ReportedObject(
                apiVersion: identity.apiVersion,
                kind: kind,
                name: object.name
            )
            return Self.note(message, at: object.node, about: reported)
        }
    }

    /// The note about all policies that change objects.
    private var mutatingPolicies: [Finding] {
        guard let first = policies.mutatingPolicies.first, case let name = first.name.excerpt,
            case .success(let identity) = first.identity
        else { return [] }
        let others = policies.mutatingPolicies.count - 1
        let subject = others == 0 ? "'\(name)' is" : "'\(name)' and \(others) more are"
        let message =
            "MutatingAdmissionPolicy \(subject) not applied, so objects are validated as they are in "
            + "the files"
        let object = ReportedObject(
            apiVersion: identity.apiVersion,
            kind: identity.name.kind,
            name: first.name
        )
        return [Self.note(message, at: first.node, about: object)]
    }

    private static func note(
        _ message: String,
        at node: Node,
        about object: ReportedObject
    ) -> Finding {
        Finding(.policyNote, node.diagnostic(.note, message), about: object)
    }
}
