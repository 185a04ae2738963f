package import CRDValues
package import KubernetesCEL

/// An expression that is compiled as a rule for the values at a place, but can have a result of any
/// type.
package struct RuleTrial: Sendable {
    /// The type of the result, such as `list(int)`.
    package let resultType: String
    /// Whether the expression uses the old value.
    package let usesOldSelf: Bool
    /// The estimated cost of one evaluation.
    package let estimatedCost: CostRange
    private let program: Program
    /// The place of the values.
    package let place: RulePlace

    /// Compiles an expression.
    ///
    /// - Throws: `RuleProblem` if the expression is invalid, or if rules cannot use the values.
    package init(_ text: String, at place: RulePlace) throws(RuleProblem) {
        self.place = place
        guard let declaration = RuleDeclaration(place.schema, isRoot: place.isRoot) else {
            let message = "the values have no type that rules can use"
            throw RuleProblem(message)
        }
        let type = declaration.type
        let expression: CheckedExpression
        do throws(CompileError) {
            expression = try Environment(rulesOf: type, oldSelf: type).compile(text)
        } catch {
            throw RuleProblem("compilation failed: \(error)", issues: error.issues)
        }
        do throws(ProgramError) {
            program = try expression.program()
        } catch {
            throw RuleProblem(error.description)
        }
        resultType = expression.resultType
        usesOldSelf = expression.uses("oldSelf")
        estimatedCost = expression.estimatedCost
    }

    /// Evaluates the expression.
    ///
    /// - Parameters:
    ///   - value: The value of `self`, from a resource that is pruned and has its defaults.
    ///   - old: The value of `oldSelf`; it must exist if the expression uses it.
    /// - Returns: The value or the error, and the cost.
    package func evaluate(_ value: JSONValue, old: JSONValue?) -> Evaluated {
        program.evaluate(
            Variables(
                RuleValue.of(value, place.schema, isRoot: place.isRoot),
                old.map { RuleValue.of($0, place.schema, isRoot: place.isRoot) }
            ),
            costLimit: RuleCheck.Limits().call
        )
    }
}
