import CRDDefinitionValidity
package import CRDRuntime
import CRDSchema
import CRDValues

extension RuleListing {
    /// The rules as a JSON array with an object for each.
    ///
    /// `share` is `cost` divided by `limit`; both are `null` for an invalid rule, which has an
    /// `error`.
    package var json: JSONValue {
        .array(versions.flatMap { version in version.rules.map { version.json(of: $0) } })
    }
}

extension RuleListing.Version {
    fileprivate func json(of rule: ListedRule) -> JSONValue {
        var object = JSONObject()
        object["group"] = .string(group)
        object["version"] = .string(name)
        object["kind"] = .string(kind)
        object["path"] = .string(rule.path)
        object["file"] = .string(file)
        object["line"] = .number(JSONNumber(rule.position.line))
        object["column"] = .number(JSONNumber(rule.position.column))
        object["rule"] = .string(rule.rule.rule)
        object["message"] = rule.rule.message.map(JSONValue.string) ?? .null
        object["messageExpression"] = rule.rule.messageExpression.map(JSONValue.string) ?? .null
        object["transition"] = .boolean(rule.isTransition)
        object["limit"] = RuleBudget.expressionLimit.json
        object.add(rule.estimate.cost)
        object["error"] = rule.estimate.errorJSON
        object["reductions"] = .array(rule.estimate.reductions.map(\.json))
        object["messageExpressionCost"] = rule.messageEstimate?.cost?.json ?? .null
        object["messageExpressionError"] = rule.messageEstimate?.errorJSON ?? .null
        return .object(object)
    }
}

extension ListedRule.Estimate {
    fileprivate var errorJSON: JSONValue {
        if case .invalid(let message) = self { return .string(message) }
        return .null
    }

    fileprivate var reductions: [CostReduction] {
        if case .cost(_, let reductions) = self { return reductions }
        return []
    }
}

extension CostReduction {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object["limits"] = .array(
            limits.map { limit in
                [
                    "keyword": .string(limit.keyword.rawValue),
                    "value": .number(JSONNumber(limit.value)),
                    "path": .string(limit.path),
                ]
            }
        )
        object.add(cost)
        return .object(object)
    }
}

extension JSONObject {
    /// Adds a cost and its share of the limit.
    fileprivate mutating func add(_ cost: UInt64?) {
        let share = cost.map { Double($0) / Double(RuleBudget.expressionLimit) }
        self["cost"] = cost?.json ?? .null
        self["share"] = share.flatMap { JSONNumber($0) }.map(JSONValue.number) ?? .null
    }
}

extension UInt64 {
    fileprivate var json: JSONValue { .number(JSONNumber(uncheckedText: String(self))) }
}
