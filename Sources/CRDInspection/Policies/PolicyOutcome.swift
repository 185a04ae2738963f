import CRDValidation
import CRDValues
import CRDYAML

/// The outcome of a policy for one request and one object with parameters.
struct PolicyOutcome {
    /// The denials to which the actions of a binding apply.
    private let denials: [PolicyRun.Denial]
    /// The denials that are independent of the actions of a binding.
    private let errors: [PolicyRun.Denial]
    /// The expressions that are not evaluated.
    let unknowns: [PolicyRun.Unknown]

    /// Creates the outcome of an evaluation.
    init(_ run: PolicyRun) {
        denials = run.denials
        errors = run.annotationDenials
        unknowns = run.unknowns
    }

    /// Creates the outcome of a binding that cannot be used.
    init(error: String) {
        denials = []
        errors = [PolicyRun.Denial(message: error)]
        unknowns = []
    }

    /// Returns the findings about an object.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - binding: The binding, whose actions decide what happens.
    ///   - finder: Finds the parts of the object.
    /// - Returns: The findings, one for each action.
    func findings(
        _ policy: AdmissionPolicy,
        _ binding: PolicyBinding,
        _ finder: inout PlaceFinder
    ) -> [PolicyFinding] {
        let actions = binding.actions
        let pairs =
            denials.flatMap { denial in actions.map { (denial, $0) } }
            + errors.map { ($0, PolicyBinding.Action.deny) }
        return pairs.map { denial, action in
            let steps = denial.expression.map { policy.commonPath(of: $0) } ?? []
            return PolicyFinding(
                action: action,
                policy: policy.name,
                binding: binding.name,
                message: denial.message,
                reason: denial.reason,
                location: finder.nearest(to: ValuePlace(steps.map(NodeStep.key))).location
            )
        }
    }
}

extension AdmissionPolicy {
    /// Returns the beginning that all paths of fields of the object in an expression have, also in
    /// the variables that it selects.
    fileprivate func commonPath(of expression: PolicyExpression) -> [String] {
        var paths = expression.objectPaths
        var names = expression.usedVariables ?? Set(variables.map(\.name))
        // Variables use only those before them.
        for variable in variables.reversed() where names.contains(variable.name) {
            paths += variable.expression.objectPaths
            names.formUnion(variable.expression.usedVariables ?? [])
        }
        guard var common = paths.first else { return [] }
        for path in paths.dropFirst() {
            let count = zip(common, path).prefix { $0 == $1 }.count
            common = Array(common.prefix(count))
        }
        return common
    }
}
