package import CRDValues
package import KubernetesCEL

/// An expression that is compiled as a rule for the values at a place, but can have a result of any
/// type.
package struct RuleTrial: Sendable {
    /// The type of the result, such as `list(int)`.
    package let resultType: String
    /// The place of the values.
    package let place: RulePlace
    private let expression: RuleExpression

    /// Compiles an expression.
    ///
    /// - Throws: `RuleProblem` if the expression is invalid, or if rules cannot use the values.
    package init(_ text: String, at place: RulePlace) throws(RuleProblem) {
        self.place = place
        guard let declaration = RuleDeclaration(place.schema, isRoot: place.isRoot) else {
            throw RuleProblem("the values have no type that rules can use")
        }
        let type = declaration.type
        var resultType = ""
        expression = try RuleExpression(
            text,
            in: Environment(rulesOf: type, oldSelf: type),
            prefix: "",
            hasPositions: true
        ) { expression in
            resultType = expression.resultType
            return nil
        }
        self.resultType = resultType
    }

    /// Whether the expression uses the old value.
    package var usesOldSelf: Bool { expression.usesOldSelf }

    /// The maximum of the estimated cost of one evaluation.
    package var estimatedCost: UInt64 { expression.estimatedCost }

    /// Evaluates the expression.
    ///
    /// - Parameters:
    ///   - value: The value of `self`, from a resource that is pruned and has its defaults.
    ///   - old: The value of `oldSelf`; it must exist if the expression uses it.
    /// - Returns: The value or the error, and the cost.
    package func evaluate(_ value: JSONValue, old: JSONValue?) -> Evaluated {
        expression.program.evaluate(
            Variables(
                RuleValue.of(value, place.schema, isRoot: place.isRoot),
                old.map { RuleValue.of($0, place.schema, isRoot: place.isRoot) }
            ),
            costLimit: RuleCheck.Limits().call
        )
    }
}
