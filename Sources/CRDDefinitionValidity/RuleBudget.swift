import CRDRuntime
import CRDYAML
import KubernetesCEL

/// The estimated costs of the CEL rules of a schema, and their limits (apiextensions-apiserver
/// v0.35, pkg/apis/apiextensions/validation, `TotalCost`).
package struct RuleBudget {
    /// The maximum cost of an expression (`StaticEstimatedCostLimit`).
    package static let expressionLimit: UInt64 = 10_000_000
    /// The maximum cost of all expressions of a version (`StaticEstimatedCRDCostLimit`).
    package static let totalLimit: UInt64 = 100_000_000
    /// The maximum number of expressions that are reported if the total is too high.
    private static let mostReported = 4

    private struct Expression {
        let path: String
        let node: Node
        let cost: UInt64
    }

    private(set) var total: UInt64 = 0
    /// The expressions with more than 1 % of the limit, the most expensive first.
    private var expensive: [Expression] = []

    /// Adds the cost of an expression.
    mutating func add(_ cost: UInt64, of node: Node, at path: String) {
        let sum = total.addingReportingOverflow(cost)
        total = sum.overflow ? .max : sum.partialValue
        guard cost >= Self.totalLimit / 100 else { return }
        let index = expensive.firstIndex { $0.cost < cost } ?? expensive.endIndex
        expensive.insert(Expression(path: path, node: node, cost: cost), at: index)
        if expensive.count > Self.mostReported { expensive.removeLast() }
    }

    /// Reports the most expensive rules if the total is too high.
    func check(_ schema: SchemaNode, _ list: inout ViolationList) {
        guard total > Self.totalLimit else { return }
        for expression in expensive {
            let detail =
                "contributed to estimated rule cost total exceeding cost limit for entire "
                + "OpenAPIv3 schema"
            list.forbidden(expression.path, at: expression.node, detail)
        }
        let name =
            "x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema"
        let detail = Self.message(name, total, limit: Self.totalLimit)
        list.forbidden(schema.path, at: schema.node, detail)
    }

    /// Returns the message about a cost that is too high (`getCostErrorMessage`).
    static func message(_ name: String, _ cost: UInt64, limit: UInt64) -> String {
        let excess = Double(cost) / Double(limit)
        let factor =
            excess > 100
            ? "more than 100" : GoFloat.fixed(excess, places: excess < 1.5 ? 6 : 1)
        return
            "\(name) exceeds budget by factor of \(factor)x (try simplifying the rule, or adding "
            + "maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)"
    }
}
