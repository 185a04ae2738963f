import CRDValidation
import KubernetesCEL

/// Evaluates a policy for one request (k8s.io/apiserver v0.35,
/// pkg/admission/plugin/policy/validating, `validator.Validate`).
struct PolicyRun {
    /// A request that the policy denies.
    struct Denial {
        let message: String
        /// The reason in the response of the server.
        var reason = "Invalid"
        /// The expression that denies the request; `nil` for errors of the evaluation as a whole.
        var expression: PolicyExpression?
    }

    /// An expression whose result depends on something that only a cluster knows.
    struct Unknown {
        let expression: PolicyExpression
        /// The unknown value.
        let name: String
    }

    /// The denials of the expressions that must be true.
    private(set) var denials: [Denial] = []
    /// The denials because of audit annotations that cannot be evaluated.
    private(set) var annotationDenials: [Denial] = []
    /// The expressions that are not evaluated.
    private(set) var unknowns: [Unknown] = []
    /// Whether a validation has a result.
    private(set) var hasResult = false
    private let policy: AdmissionPolicy
    private let values: PolicyEnvironment.Values

    /// Evaluates a policy.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - values: The values of the variables, with the parameters.
    init(_ policy: AdmissionPolicy, _ values: PolicyEnvironment.Values) {
        self.policy = policy
        self.values = values
        do throws(ExpressionGroup.OutOfBudget) {
            guard try matches() else { return }
            try validate()
        } catch {
            // The server reports nothing else, not even denials before.
            denials = []
            annotationDenials = []
            denyForError(ExpressionGroup.budgetMessage)
        }
    }

    private func group(
        _ values: PolicyEnvironment.Values,
        _ budget: UInt64 = ExpressionGroup.budget
    ) -> ExpressionGroup {
        ExpressionGroup(values, policy.variables, budget: budget)
    }

    private mutating func denyForError(_ message: String, _ expression: PolicyExpression? = nil) {
        if policy.ignoresErrors { return }
        denials.append(Denial(message: message, expression: expression))
    }

    // MARK: - Conditions

    /// Returns whether all match conditions are true (`matcher.Match`).
    private mutating func matches() throws(ExpressionGroup.OutOfBudget) -> Bool {
        var group = ExpressionGroup(
            values.forConditions,
            policy.variables,
            budget: ExpressionGroup.matchBudget
        )
        var errors: [String] = []
        var unknown: [Unknown] = []
        for condition in policy.matchConditions {
            switch try group.evaluate(condition) {
            case .value(.bool(false)): return false
            case .value: break
            case .error(let message):
                // The server lists equal errors once.
                if !errors.contains(message) { errors.append(message) }
            case .unknown(let name): unknown.append(Unknown(expression: condition, name: name))
            }
        }
        unknowns += unknown
        guard unknown.isEmpty, errors.isEmpty else {
            if unknown.isEmpty {
                let list = errors.joined(separator: ", ")
                denyForError(errors.count == 1 ? list : "[\(list)]")
            }
            return false
        }
        return true
    }

    private mutating func validate() throws(ExpressionGroup.OutOfBudget) {
        var group = group(values)
        var results: [ExpressionGroup.Result] = []
        for validation in policy.validations {
            results.append(try group.evaluate(validation.condition))
        }
        let (messages, messageError) = messages(group.remainingBudget)
        for (index, (validation, result)) in zip(policy.validations, results).enumerated() {
            let condition = validation.condition
            switch result {
            case .unknown(let name):
                unknowns.append(Unknown(expression: condition, name: name))
            case .error(let message):
                hasResult = true
                denyForError(message, condition)
            case .value(let value):
                hasResult = true
                if let messageError {
                    denyForError("failed messageExpression: \(messageError)", condition)
                } else if case .bool(true) = value {
                    continue
                } else {
                    deny(validation, messages[index])
                }
            }
        }
        try evaluateAnnotations()
    }

    /// Denies the request because of a validation that is false.
    private mutating func deny(
        _ validation: AdmissionPolicy.Validation,
        _ message: ExpressionGroup.Result?
    ) {
        if case .unknown(let name)? = message, let expression = validation.messageExpression {
            unknowns.append(Unknown(expression: expression, name: name))
        }
        denials.append(
            Denial(
                message: message?.usableMessage ?? validation.usualMessage,
                reason: validation.reason,
                expression: validation.condition
            )
        )
    }

    /// Returns the results of the message expressions, or the error that all have.
    private func messages(
        _ budget: UInt64
    ) -> (messages: [ExpressionGroup.Result?], error: String?) {
        var group = group(values, budget)
        do throws(ExpressionGroup.OutOfBudget) {
            var messages: [ExpressionGroup.Result?] = []
            for validation in policy.validations {
                guard let expression = validation.messageExpression else {
                    messages.append(nil)
                    continue
                }
                messages.append(try group.evaluate(expression))
            }
            return (messages, nil)
        } catch {
            return ([], ExpressionGroup.budgetMessage)
        }
    }

    /// Evaluates the audit annotations, whose errors deny a request too.
    private mutating func evaluateAnnotations() throws(ExpressionGroup.OutOfBudget) {
        var group = group(values.forAnnotations)
        for annotation in policy.auditAnnotations {
            switch try group.evaluate(annotation) {
            case .value: break
            case .unknown(let name): unknowns.append(Unknown(expression: annotation, name: name))
            case .error(let message):
                if policy.ignoresErrors { continue }
                annotationDenials.append(Denial(message: message, expression: annotation))
            }
        }
    }
}

extension AdmissionPolicy.Validation {
    /// The message, unless an expression gives it.
    fileprivate var usualMessage: String {
        message.isEmpty ? "failed expression: \(condition.text.trimmed)" : message
    }
}
