import CRDRuntime
package import CRDSchema
package import KubernetesCEL

/// A CEL rule of a schema that is ready to be evaluated (apiextensions-apiserver v0.35,
/// pkg/apiserver/schema/cel, `CompilationResult`).
package struct CompiledRule: Sendable {
    /// The rule in the schema.
    package let rule: Schema.ValidationRule
    /// The expression that must be true; `nil` if it is blank.
    package let condition: Result<RuleExpression, RuleProblem>?
    /// The expression that returns the message; `nil` if there is none, or if the rule cannot be
    /// evaluated.
    package let message: Result<RuleExpression, RuleProblem>?
    /// The path of the field for which violations are reported, below the value that is checked.
    package let fieldPath: RuleFieldPath?

    init(_ rule: Schema.ValidationRule, of schema: PreparedSchema, in environment: Environment) {
        self.rule = rule
        if rule.rule.trimmed.isEmpty {
            condition = nil
        } else {
            condition = RuleExpression.condition(rule.rule, in: environment)
        }
        if case .success? = condition, let text = rule.messageExpression, !text.isEmpty {
            message = RuleExpression.message(text, in: environment)
        } else {
            message = nil
        }
        if let path = rule.fieldPath, !path.isEmpty {
            // The server rejects an invalid path with the CRD, and ignores it here.
            fieldPath = try? RuleFieldPath(path, in: schema)
        } else {
            fieldPath = nil
        }
    }

    /// Whether the rule compares with the old value.
    package var usesOldSelf: Bool {
        switch condition {
        case .success(let expression)?: expression.usesOldSelf
        case .failure(let problem)?: problem.usesOldSelf
        case nil: false
        }
    }

    /// Whether the old value is optional, so that the rule applies to new values too.
    var hasOptionalOldSelf: Bool { rule.optionalOldSelf == true }

    /// The text by which messages name the rule (`ruleErrorString`).
    var name: String {
        let message = rule.message ?? ""
        return message.isEmpty ? rule.rule.trimmed : message.trimmed
    }

    /// The message of a violation, unless an expression gives it (`ruleMessageOrDefault`).
    var usualMessage: String {
        rule.message?.isEmpty == false ? name : "failed rule: \(name)"
    }
}

/// The reason why a rule or its message expression cannot be evaluated.
package struct RuleProblem: Error, Hashable, Sendable {
    /// The message of the server.
    package let message: String
    /// The syntax or type errors in the expression; empty for other problems.
    package let issues: [CompileIssue]
    /// Whether the expression has the right type, and uses the old value.
    let usesOldSelf: Bool

    init(_ message: String, issues: [CompileIssue] = [], usesOldSelf: Bool = false) {
        self.message = message
        self.issues = issues
        self.usesOldSelf = usesOldSelf
    }
}

/// An expression of a rule that can be evaluated.
package struct RuleExpression: Sendable {
    let program: Program
    /// The maximum of the estimated cost of one evaluation.
    package let estimatedCost: UInt64
    /// Whether the expression uses the old value.
    let usesOldSelf: Bool

    static func condition(
        _ text: String,
        in environment: Environment
    ) -> Result<RuleExpression, RuleProblem> {
        Result { () throws(RuleProblem) in
            try RuleExpression(text, in: environment, prefix: "") { expression in
                expression.isBoolean ? nil : "cel expression must evaluate to a bool"
            }
        }
    }

    static func message(
        _ text: String,
        in environment: Environment
    ) -> Result<RuleExpression, RuleProblem> {
        Result { () throws(RuleProblem) in
            try RuleExpression(text, in: environment, prefix: "messageExpression ") { expression in
                expression.isString ? nil : "messageExpression must evaluate to a string"
            }
        }
    }

    /// Compiles an expression.
    ///
    /// - Parameters:
    ///   - text: The expression.
    ///   - environment: Its variables.
    ///   - prefix: The start of error messages.
    ///   - hasPositions: Whether errors of the evaluation have positions.
    ///   - typeError: Returns the error for an expression of the wrong type; `nil` if there is none.
    /// - Throws: `RuleProblem` if the expression cannot be evaluated.
    init(
        _ text: String,
        in environment: Environment,
        prefix: String,
        hasPositions: Bool = false,
        typeError: (CheckedExpression) -> String?
    ) throws(RuleProblem) {
        let expression: CheckedExpression
        do throws(CompileError) {
            expression = try environment.compile(text)
        } catch {
            throw RuleProblem("\(prefix)compilation failed: \(error)", issues: error.issues)
        }
        if let message = typeError(expression) { throw RuleProblem(message) }
        usesOldSelf = expression.uses("oldSelf")
        do throws(ProgramError) {
            program = try expression.program(hasPositions: hasPositions)
        } catch {
            let start = prefix.isEmpty ? "program " : prefix
            throw RuleProblem(
                "\(start)instantiation failed: \(error)",
                usesOldSelf: usesOldSelf
            )
        }
        estimatedCost = expression.estimatedCost.maximum
    }
}

extension String {
    /// The text without white space at both ends (`strings.TrimSpace`).
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
