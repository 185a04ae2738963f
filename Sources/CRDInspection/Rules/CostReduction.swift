import CRDDefinitionValidity
import CRDSchema
import CRDValidation

/// Limits that reduce the estimated cost of a rule.
package struct CostReduction: Sendable {
    /// The limits, at least one.
    package let limits: [MissingLimit]
    /// The estimated cost with them.
    package let cost: UInt64
}

/// The estimate of the cost of a rule with other limits in its schema.
struct RuleEstimate {
    /// The maximum number of limits that are tried, each with a new estimate.
    private static let mostLimits = 16
    /// The maximum number of reductions by a single limit.
    private static let mostReductions = 3

    let rule: Schema.ValidationRule
    /// The schema of the rule.
    let schema: Schema
    let isRoot: Bool
    /// The path of the values of the schema.
    let path: String
    /// The lists and maps around the values, the outermost first.
    let lists: [EnclosingList]

    /// Returns the limits that reduce a cost, the most effective first, and all of them together
    /// if no limit is enough.
    func reductions(of cost: UInt64) -> [CostReduction] {
        let around = lists.enumerated().filter { $0.element.limit == nil }.map { index, list in
            MissingLimit(keyword: list.keyword, path: list.path, place: .around(index))
        }
        let within = schema.missingLimits(in: rule.rule, path).prefix(Self.mostLimits)
        // The number of values is limited only if all lists around them are.
        let groups = (around.isEmpty ? [] : [around]) + within.map { [$0] }
        var found = groups.compactMap { reduction($0, of: cost) }.sorted { $0.cost < $1.cost }
        let isEnough = found.first.map { $0.cost <= RuleBudget.expressionLimit } ?? false
        let all = groups.flatMap(\.self)
        found = Array(found.prefix(Self.mostReductions))
        if !isEnough, groups.count > 1, let together = reduction(all, of: found.first?.cost ?? cost)
        {
            found.append(together)
        }
        return found
    }

    private func reduction(_ limits: [MissingLimit], of cost: UInt64) -> CostReduction? {
        guard let reduced = self.cost(with: limits), reduced < cost else { return nil }
        return CostReduction(limits: limits, cost: reduced)
    }

    /// Returns the estimated cost with some limits in addition; `nil` if the rule is invalid.
    private func cost(with limits: [MissingLimit]) -> UInt64? {
        var schema = schema
        var counts = lists.map(\.limit)
        for limit in limits {
            switch limit.place {
            case .around(let index): counts[index] = limit.value
            case .within(let steps): schema = schema.limited(limit.keyword, at: steps[...])
            }
        }
        let compiled = CompiledRules([rule], for: PreparedSchema(schema), isRoot: isRoot)
        guard case .success(let expression)? = compiled.rules.first?.condition else { return nil }
        let known = counts.compactMap { $0.map { UInt64(max(0, $0)) } }
        let factors = known.count == counts.count ? known : [compiled.maximumCount]
        return factors.reduce(expression.estimatedCost) { product, factor in
            let product = product.multipliedReportingOverflow(by: factor)
            return product.overflow ? .max : product.partialValue
        }
    }
}
