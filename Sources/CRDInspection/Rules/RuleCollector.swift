import CRDDefinitionValidity
import CRDSchema
import CRDValidation
import CRDYAML

/// Collects the rules of a schema, with their costs.
struct RuleCollector {
    /// The rules in the order of the file, those of a schema before those of the schemas in it.
    private(set) var rules: [ListedRule] = []

    /// The position of a schema in the schema of a resource.
    private struct Place {
        var path = ""
        var isRoot = true
        var lists: [EnclosingList] = []
    }

    /// Collects the rules of the schema of a whole resource.
    mutating func collect(_ node: SchemaNode) {
        var decoder = SchemaDecoder()
        let schema = decoder.schema(node.node)
        collect(node, schema, RuleScope(root: PreparedSchema(schema)), Place())
    }

    private mutating func collect(
        _ node: SchemaNode,
        _ schema: Schema,
        _ scope: RuleScope,
        _ place: Place
    ) {
        if !schema.keywords.rare.validations.isEmpty { add(node, schema, scope, place) }
        var inner = place
        for (property, decoded) in zip(node.properties, schema.keywords.properties) {
            guard let scope = scope.child(.property(property.name)) else { continue }
            inner.path = SchemaPath.property(property.name, in: place.path)
            inner.isRoot = decoded.schema.keywords.isEmbeddedResource
            collect(property.schema, decoded.schema, scope, inner)
        }
        inner.path = SchemaPath.element(of: place.path)
        if let items = node.items, let decoded = schema.keywords.items,
            let scope = scope.child(.items)
        {
            inner.isRoot = decoded.keywords.isEmbeddedResource
            inner.lists = place.lists + [schema.enclosing(.maxItems, place.path)]
            collect(items, decoded, scope, inner)
        }
        if let members = node.additionalSchema, let scope = scope.child(.additionalProperties),
            case .schema(let decoded)? = schema.keywords.additionalProperties
        {
            inner.isRoot = decoded.keywords.isEmbeddedResource
            inner.lists = place.lists + [schema.enclosing(.maxProperties, place.path)]
            collect(members, decoded, scope, inner)
        }
    }

    private mutating func add(
        _ node: SchemaNode,
        _ schema: Schema,
        _ scope: RuleScope,
        _ place: Place
    ) {
        // The decoder skips rules without an expression.
        let expressions = node.keyNode("x-kubernetes-validations").items
            .compactMap { $0.value("rule") }
        let compiled = scope.rules()
        for (index, (rule, expression)) in zip(schema.keywords.rare.validations, expressions)
            .enumerated()
        {
            let result = compiled?.rules[index]
            var estimate = ListedRule.Estimate.invalid(
                compiled == nil
                    ? "unable to convert structural schema to CEL declarations"
                    : "rule is not specified"
            )
            if let compiled, let condition = result?.condition {
                estimate = Self.estimate(condition) { expression in
                    let cost = scope.totalCost(expression.estimatedCost, in: compiled)
                    return .cost(cost, reductions(of: cost, rule, schema, place))
                }
            }
            rules.append(
                ListedRule(
                    rule: rule,
                    path: place.path,
                    position: expression.position,
                    isTransition: result?.usesOldSelf ?? false,
                    estimate: estimate,
                    messageEstimate: result?.message.map { message in
                        Self.estimate(message) { .cost($0.estimatedCost, []) }
                    }
                )
            )
        }
    }

    private static func estimate(
        _ expression: Result<RuleExpression, RuleProblem>,
        _ cost: (RuleExpression) -> ListedRule.Estimate
    ) -> ListedRule.Estimate {
        switch expression {
        case .success(let expression): cost(expression)
        case .failure(let problem): .invalid(problem.message)
        }
    }

    private func reductions(
        of cost: UInt64,
        _ rule: Schema.ValidationRule,
        _ schema: Schema,
        _ place: Place
    ) -> [CostReduction] {
        // Cheaper rules need no limits.
        guard cost > RuleBudget.expressionLimit / 10 else { return [] }
        let estimate = RuleEstimate(
            rule: rule,
            schema: schema,
            isRoot: place.isRoot,
            path: place.path,
            lists: place.lists
        )
        return estimate.reductions(of: cost)
    }
}

extension Schema {
    /// Returns the schema as a list around other values.
    fileprivate func enclosing(
        _ keyword: MissingLimit.Keyword,
        _ path: String
    ) -> EnclosingList {
        EnclosingList(keyword: keyword, path: path, limit: limit(keyword))
    }
}
