package import CRDValues
package import CRDYAML
package import KubernetesCEL

/// An expression that is compiled as a rule for the values at a place, but can have a result of any
/// type.
package struct RuleTrial: Sendable {
    /// The type of the result, such as `list(int)`.
    package let resultType: String
    /// The place of the values.
    package let place: RulePlace
    /// Whether the old value is optional, as with `optionalOldSelf`.
    private let hasOptionalOldSelf: Bool
    private let expression: RuleExpression

    /// Compiles an expression.
    ///
    /// - Parameters:
    ///   - text: The expression.
    ///   - place: The place of the values.
    ///   - hasOptionalOldSelf: Whether the old value is optional, as with `optionalOldSelf`.
    /// - Throws: `RuleProblem` if the expression is invalid, or if rules cannot use the values.
    package init(
        _ text: String,
        at place: RulePlace,
        hasOptionalOldSelf: Bool
    ) throws(RuleProblem) {
        self.place = place
        self.hasOptionalOldSelf = hasOptionalOldSelf
        guard let declaration = RuleDeclaration(place.schema, isRoot: place.isRoot) else {
            throw RuleProblem("the values have no type that rules can use")
        }
        let type = declaration.type
        let oldType = hasOptionalOldSelf ? DeclaredType(.optional(type)) : type
        var resultType = ""
        expression = try RuleExpression(
            text,
            in: Environment(rulesOf: type, oldSelf: oldType),
            prefix: "",
            hasPositions: true
        ) { expression in
            resultType = expression.resultType
            return nil
        }
        self.resultType = resultType
    }

    /// Whether the expression is evaluated only if there is an old value.
    package var requiresOldSelf: Bool { expression.usesOldSelf && !hasOptionalOldSelf }

    /// The maximum of the estimated cost of one evaluation.
    package var estimatedCost: UInt64 { expression.estimatedCost }

    /// Evaluates the expression.
    ///
    /// - Parameters:
    ///   - value: The value of `self`, from a resource that is pruned and has its defaults.
    ///   - old: The value of `oldSelf`; it must exist if `requiresOldSelf` is true.
    /// - Returns: The value or the error, and the cost.
    package func evaluate(_ value: JSONValue, old: JSONValue?) -> Evaluated {
        let old = old.map { RuleValue.of($0, place.schema, isRoot: place.isRoot) }
        return expression.program.evaluate(
            Variables(
                RuleValue.of(value, place.schema, isRoot: place.isRoot),
                hasOptionalOldSelf ? .optional(old) : old
            ),
            costLimit: RuleCheck.Limits().call
        )
    }

    /// Returns the path of the value that is the cause of an error of an evaluation.
    ///
    /// - Parameters:
    ///   - error: The error, such as `invalid data, expected bool, got string`.
    ///   - value: The value of `self`.
    /// - Returns: The steps from `self`; none if no value, or more than one, has this error.
    package func path(ofError error: String, in value: JSONValue) -> [NodeStep] {
        var paths: [[NodeStep]] = []
        RuleValue.findErrors(in: value, place.schema, isRoot: place.isRoot) { text, path in
            if text == error { paths.append(path) }
        }
        return paths.count == 1 ? paths[0] : []
    }
}
