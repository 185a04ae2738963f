import CRDCatalog
import CRDDefinitionValidity
package import CRDReports
package import CRDValues
import CRDYAML
import KubernetesCEL

/// The result of an expression for an object of a manifest.
package struct EvaluatedObject: Sendable {
    /// A value with its type and its cost.
    struct Evaluation: Sendable {
        let value: Value
        /// The type of the expression.
        let type: String
        let cost: UInt64
        /// The maximum of the estimated cost.
        let estimatedCost: UInt64
    }

    typealias Outcome = Result<Evaluation, ExpressionErrors>

    private let location: SourceLocation
    private let kind: KindName
    private let version: String
    private let name: String
    private let outcome: Outcome

    init(_ object: ManifestObject, _ identity: ManifestObject.Identity, _ outcome: Outcome) {
        location = object.node.location
        kind = identity.name
        version = identity.version
        name = object.name
        self.outcome = outcome
    }

    /// The errors; `nil` if there is a value.
    package var errors: ExpressionErrors? {
        if case .failure(let errors) = outcome { return errors }
        return nil
    }

    /// Returns value, type, and cost in three lines; `nil` if there are errors.
    ///
    /// - Parameters:
    ///   - isNamed: Whether a line with the name of the object precedes them.
    ///   - style: The style of the text.
    /// - Returns: The text, with a line feed at its end.
    package func text(isNamed: Bool, _ style: TextStyle) -> String? {
        guard case .success(let result) = outcome else { return nil }
        let title = "\(style.heading("\(location):")) \(kind.kind) '\(name)'\n"
        var type = result.type
        if type == "dyn" { type += ", \(result.value.kindName) at run time" }
        let estimate =
            result.estimatedCost == .max ? "unlimited" : "at most \(result.estimatedCost)"
        return (isNamed ? title : "") + """
            value: \(ValueText.text(of: result.value))
            type:  \(type)
            cost:  \(result.cost), estimated \(estimate)

            """
    }

    /// The result as JSON.
    ///
    /// It has `value`, `type`, `cost`, and `estimatedCost`, which is null if it is unlimited, or
    /// `errors`.
    package var json: JSONValue {
        var json = JSONObject()
        json["file"] = .string(location.file)
        json["line"] = .number(JSONNumber(location.line))
        json["column"] = .number(JSONNumber(location.column))
        json["apiVersion"] = .string(kind.apiVersion(version))
        json["kind"] = .string(kind.kind)
        json["name"] = .string(name)
        switch outcome {
        case .failure(let errors): json["errors"] = errors.diagnostics.json
        case .success(let result):
            json["value"] = ValueText.json(of: result.value)
            json["type"] = .string(result.type)
            json["cost"] = Self.number(result.cost)
            json["estimatedCost"] =
                result.estimatedCost == .max ? .null : Self.number(result.estimatedCost)
        }
        return .object(json)
    }

    private static func number(_ cost: UInt64) -> JSONValue {
        .number(JSONNumber(uncheckedText: String(cost)))
    }
}
