package import CRDSchema
package import CRDYAML

/// A CEL rule of a CRD with its estimated cost.
package struct ListedRule: Sendable {
    /// The result of compiling a rule.
    package enum Estimate: Sendable {
        /// The estimated cost for all values, and the limits that would reduce a high cost.
        case cost(UInt64, [CostReduction])
        /// The error message of the API server about a rule that is not valid.
        case invalid(String)
    }

    /// The rule.
    package let rule: Schema.ValidationRule
    /// The path of the values that it applies to, such as `spec.ports[*]`; empty for whole
    /// resources.
    package let path: String
    /// The position of the expression in the file.
    package let position: SourcePosition
    /// Whether the rule compares with the old value.
    package let isTransition: Bool
    /// The estimated cost, or the error.
    package let estimate: Estimate
    /// The estimated cost of the message expression, or its error; `nil` if there is none, or if
    /// the rule is invalid.
    package let messageEstimate: Estimate?
}

extension ListedRule.Estimate {
    /// The estimated cost; `nil` for an invalid expression.
    package var cost: UInt64? {
        if case .cost(let cost, _) = self { return cost }
        return nil
    }
}
