import CRDRuntime
package import CRDSchema
import KubernetesCEL

/// The CEL rules of one schema, compiled.
package final class CompiledRules: Sendable {
    /// The rules, in the order of the schema.
    package let rules: [CompiledRule]
    /// The maximum number of values of the schema in one request.
    package let maximumCount: UInt64
    /// Whether a rule compares with the old value.
    let usesOldSelf: Bool

    /// Compiles rules for the values of a schema.
    ///
    /// - Parameters:
    ///   - rules: The rules.
    ///   - schema: The schema.
    ///   - declared: The schema from which the types of the values are declared; `nil` for the
    ///     schema itself.
    ///   - isRoot: Whether the values are whole resources.
    package init(
        _ rules: [Schema.ValidationRule],
        for schema: PreparedSchema,
        declaredBy declared: PreparedSchema? = nil,
        isRoot: Bool
    ) {
        guard let declaration = RuleDeclaration(declared ?? schema, isRoot: isRoot) else {
            self.rules = []
            maximumCount = 0
            usesOldSelf = false
            return
        }
        let type = declaration.type
        let usual = Environment(rulesOf: type, oldSelf: type)
        let optional = Environment(rulesOf: type, oldSelf: DeclaredType(.optional(type)))
        self.rules = rules.map { rule in
            CompiledRule(rule, of: schema, in: rule.optionalOldSelf == true ? optional : usual)
        }
        maximumCount = declaration.maximumCount
        usesOldSelf = self.rules.contains(where: \.usesOldSelf)
    }
}

extension Environment {
    /// Creates the environment of rules for values of a type.
    init(rulesOf type: DeclaredType, oldSelf: DeclaredType) {
        self.init(variables: [.init("self", type), .init("oldSelf", oldSelf)], sizes: type)
    }
}
