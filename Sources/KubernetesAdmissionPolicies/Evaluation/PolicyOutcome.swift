import CRDYAML

/// The outcome of a policy for one request and one object with parameters.
struct PolicyOutcome {
    /// The denials to which the actions of a binding apply.
    private let denials: [PolicyRun.Denial]
    /// The denials that are independent of the actions of a binding.
    private let errors: [PolicyRun.Denial]
    /// The expressions that are not evaluated.
    let unknowns: [PolicyRun.Unknown]
    /// Whether a validation has a result.
    let hasResult: Bool

    /// Creates the outcome of an evaluation.
    init(_ run: PolicyRun) {
        denials = run.denials
        errors = run.annotationDenials
        unknowns = run.unknowns
        hasResult = run.hasResult
    }

    /// Creates the outcome of a binding that cannot be used.
    init(error: String) {
        denials = []
        errors = [PolicyRun.Denial(message: error)]
        unknowns = []
        hasResult = false
    }

    /// Returns the findings about an object.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - binding: The binding, whose actions decide what happens.
    ///   - object: The object.
    /// - Returns: The findings, one for each denial.
    func findings(
        _ policy: AdmissionPolicy,
        _ binding: PolicyBinding,
        about object: Node
    ) -> [PolicyFinding] {
        let pairs =
            denials.map { ($0, binding.strictestAction) }
            + errors.map { ($0, PolicyBinding.Action.deny) }
        return pairs.map { denial, action in
            let paths = denial.expression.map { policy.paths(in: $0) } ?? []
            return PolicyFinding(
                action: action,
                policy: policy.name,
                binding: binding.name,
                message: denial.message,
                reason: denial.reason,
                location: object.part(at: paths).location
            )
        }
    }
}

extension AdmissionPolicy {
    /// Returns the paths of the fields of the object in an expression, also in the variables that it
    /// selects.
    fileprivate func paths(in expression: PolicyExpression) -> [[String]] {
        var paths = expression.objectPaths
        var names = expression.usedVariables ?? Set(variables.map(\.name))
        // Variables use only those before them.
        for variable in variables.reversed() where names.contains(variable.name) {
            paths += variable.expression.objectPaths
            names.formUnion(variable.expression.usedVariables ?? [])
        }
        return paths
    }
}

extension Node {
    /// The fields by which expressions find out what kind of object they are about.
    private static let identity: [[String]] = [
        ["apiVersion"], ["kind"], ["metadata", "name"], ["metadata", "namespace"],
    ]

    /// Returns the part of the object that contains the fields with some paths.
    ///
    /// Fields that the object does not have count only if it has none of the others, and so do those
    /// that every object has.
    fileprivate func part(at paths: [[String]]) -> Node {
        let others = paths.filter { !Self.identity.contains($0) }
        let candidates = others.isEmpty ? paths : others
        let existing = candidates.filter { nearest(to: $0).isExact }
        let counted = existing.isEmpty ? candidates : existing
        guard var common = counted.first else { return self }
        for path in counted.dropFirst() {
            let count = zip(common, path).prefix { $0 == $1 }.count
            common = Array(common.prefix(count))
        }
        return nearest(to: common).node
    }

    /// Returns the last node on a path, and whether it is the whole path.
    private func nearest(to path: [String]) -> (node: Node, isExact: Bool) {
        var node = self
        for key in path {
            guard let next = node[key] else { return (node, false) }
            node = next
        }
        return (node, true)
    }
}
