import CRDRuntime
import CRDValidation
import CRDYAML
import KubernetesCEL

/// Compiles CEL rules, and checks their costs and their use of the old value.
extension SchemaCheck {
    /// Checks the rules of a schema that has no other errors.
    mutating func compileRules(_ schema: SchemaNode, _ surroundings: Surroundings) {
        let keyword = "x-kubernetes-validations"
        guard let scope = surroundings.rules, let entries = schema[keyword], entries.count > 0
        else { return }
        guard let compiled = scope.rules() else {
            ruleErrors.internalError(
                "\(schema.path).\(keyword)",
                at: entries,
                "internal error: failed to construct type information for \(keyword) rules: "
                    + "unable to convert structural schema to CEL declarations"
            )
            return
        }
        for (index, rule) in compiled.rules.enumerated() {
            let node = entries.items[index]
            let path = "\(schema.path).\(keyword)[\(index)]"
            var cost: UInt64 = 0
            if case .success(let expression)? = rule.condition {
                cost = scope.totalCost(expression.estimatedCost, in: compiled)
            }
            checkCondition(of: rule, node, at: "\(path).rule", cost)
            checkMessage(of: rule, node, at: "\(path).messageExpression")
            checkOldSelf(in: rule, node, at: path, surroundings.uncorrelatablePath)
        }
    }

    private mutating func checkCondition(
        of rule: CompiledRule,
        _ node: Node,
        at path: String,
        _ cost: UInt64
    ) {
        let condition = node.value("rule") ?? node
        checkCost(cost, "estimated rule cost", of: condition, at: path)
        if case .failure(let problem)? = rule.condition {
            report(problem, of: node, in: condition, at: path)
        }
    }

    private mutating func checkMessage(of rule: CompiledRule, _ node: Node, at path: String) {
        guard let message = rule.message, let expression = node.value("messageExpression") else {
            return
        }
        switch message {
        case .success(let compiled):
            let name = "estimated messageExpression cost"
            checkCost(compiled.estimatedCost, name, of: expression, at: path)
        case .failure(let problem): report(problem, of: node, in: expression, at: path)
        }
    }

    /// Reports the error of an expression, at the location of its first part.
    private mutating func report(
        _ problem: RuleProblem,
        of rule: Node,
        in expression: Node,
        at path: String
    ) {
        var position: SourcePosition?
        if let issue = problem.issues.first, issue.line > 0 {
            let lines = lines ?? SourceLines(expression.source, isJSON: expression.isJSON)
            self.lines = lines
            position = ScalarPositions(expression, in: lines)?
                .position(line: issue.line, column: issue.column)
        }
        let shown = InternalText().rule(rule)
        ruleErrors.invalid(path, at: expression, position, shown: shown, problem.message)
    }

    private mutating func checkCost(
        _ cost: UInt64,
        _ name: String,
        of node: Node,
        at path: String
    ) {
        budget.add(cost, of: node, at: path)
        let limit = RuleBudget.expressionLimit
        guard cost > limit, !isUnchanged else { return }
        ruleErrors.forbidden(path, at: node, RuleBudget.message(name, cost, limit: limit))
    }

    /// Checks that the old value is used only if there is one, and is optional only if it is used.
    private mutating func checkOldSelf(
        in rule: CompiledRule,
        _ node: Node,
        at path: String,
        _ uncorrelatable: String?
    ) {
        if rule.usesOldSelf {
            guard let uncorrelatable else { return }
            ruleErrors.invalid(
                "\(path).rule",
                at: node.value("rule") ?? node,
                .string(rule.rule.rule),
                "oldSelf cannot be used on the uncorrelatable portion of the schema within "
                    + uncorrelatable
            )
        } else if let isOptional = node.value("optionalOldSelf") {
            ruleErrors.invalid(
                "\(path).optionalOldSelf",
                at: isOptional,
                .boolean(isOptional.isTrue),
                "may not be set if oldSelf is not used in rule"
            )
        }
    }
}
