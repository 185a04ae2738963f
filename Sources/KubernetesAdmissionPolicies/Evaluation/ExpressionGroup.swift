import CRDValidation
import KubernetesCEL

/// Evaluates expressions of a policy that share a budget and the values of the policy's variables
/// (k8s.io/apiserver v0.35, pkg/admission/plugin/cel, `condition.ForInput`).
struct ExpressionGroup {
    /// The result of an expression.
    enum Result {
        case value(Value)
        /// The message of the server.
        case error(String)
        /// The result depends on a value that only a cluster knows.
        case unknown(String)
    }

    /// The expressions cost too much.
    struct OutOfBudget: Error {}

    /// The maximum cost of all validations, and of all audit annotations (`RuntimeCELCostBudget`).
    static let budget: UInt64 = 10_000_000
    /// The maximum cost of all match conditions (`RuntimeCELCostBudgetMatchConditions`).
    static let matchBudget: UInt64 = 2_500_000
    /// The message of the server about expressions that cost too much.
    static let budgetMessage =
        "validation failed due to running out of cost budget, no further validation rules will be "
        + "run"

    private var values: PolicyEnvironment.Values
    private let variables: [AdmissionPolicy.Variable]
    private(set) var remainingBudget: UInt64
    /// The values of the variables so far.
    private var entries = MapEntries()

    init(
        _ values: PolicyEnvironment.Values,
        _ variables: [AdmissionPolicy.Variable],
        budget: UInt64
    ) {
        self.values = values
        self.variables = variables
        remainingBudget = budget
    }

    /// Evaluates an expression.
    ///
    /// - Throws: `OutOfBudget` if the expressions of the group cost too much together.
    mutating func evaluate(_ expression: PolicyExpression) throws(OutOfBudget) -> Result {
        try evaluateVariables(of: expression, before: variables.endIndex)
        let result = expression.evaluate(values)
        try charge(result.cost)
        guard case .error(let text) = result.value else { return .value(result.value) }
        if let name = UnknownValue.name(inError: text) { return .unknown(name) }
        return .error("expression '\(expression.text)' resulted in error: \(text)")
    }

    private mutating func charge(_ cost: UInt64) throws(OutOfBudget) {
        guard cost <= remainingBudget else { throw OutOfBudget() }
        remainingBudget -= cost
    }

    /// Evaluates the variables that an expression selects and that have no values yet.
    ///
    /// The server evaluates a variable when it is selected. Here, one that is in the text, but is
    /// not reached, is part of the cost too.
    private mutating func evaluateVariables(
        of expression: PolicyExpression,
        before end: Int
    ) throws(OutOfBudget) {
        for (index, variable) in variables[..<end].enumerated()
        where expression.usedVariables?.contains(variable.name) ?? true {
            guard entries.value(forKey: .string(variable.name)) == nil else { continue }
            try evaluateVariables(of: variable.expression, before: index)
            let result = variable.expression.evaluate(values)
            try charge(result.cost)
            entries.set(variable.name, Self.value(of: result, named: variable.name))
            values.variables = .object(entries)
        }
    }

    private static func value(of result: Evaluated, named name: String) -> Value {
        guard case .error(let text) = result.value, UnknownValue.name(inError: text) == nil else {
            return result.value
        }
        return .error("composited variable \"\(name)\" fails to evaluate: \(text)")
    }
}

extension ExpressionGroup.Result {
    /// The maximum number of bytes in the result of a message expression.
    private static let maximumMessageSize = 5120

    /// The result of a message expression as a message; `nil` if it can't be used.
    var usableMessage: String? {
        guard case .value(.string(let text)) = self else { return nil }
        let message = text.trimmed
        let isUsable =
            !message.isEmpty && message.utf8.count <= Self.maximumMessageSize
            && !message.utf8.contains(UInt8(ascii: "\n"))
        return isUsable ? message : nil
    }
}
