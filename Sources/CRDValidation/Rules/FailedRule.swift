package import CRDRuntime
package import CRDSchema
package import CRDValues

/// A CEL rule that a resource doesn't satisfy.
package struct FailedRule: Hashable, Sendable {
    /// The rule.
    package let rule: Schema.ValidationRule
    /// The location of the value that the rule applies to.
    package let place: ValuePlace

    /// The path of the value, such as `spec.ports[0]`; empty for the whole resource.
    package var field: String {
        var field = ""
        for step in place.steps {
            switch step {
            case .key(let key): field += field.isEmpty ? key : ".\(key)"
            case .index(let index): field += "[\(index)]"
            }
        }
        return field
    }
}

extension ResourceValidator {
    /// The CEL rules that an object doesn't satisfy when it is created.
    package struct RuleVerdict {
        /// The object with its defaults, as the rules see it.
        package let object: JSONObject
        /// The rules, in the order of their evaluation.
        package let failures: [FailedRule]
        /// The cost of the evaluation.
        package let cost: UInt64
    }

    /// Evaluates the CEL rules for an object.
    ///
    /// - Parameter object: An object that is created, with its name and namespace.
    /// - Returns: `nil` if the object is invalid for another reason.
    package func ruleVerdict(on object: JSONObject) -> RuleVerdict? {
        guard case .object(var object) = prunedWithDefaults(.object(object)) else { return nil }
        if definition.hasStatusSubresource { object["status"] = Optional.none }
        let findings = findings(in: object)
        guard findings.violations.count == findings.failedRules.count else { return nil }
        return RuleVerdict(
            object: object,
            failures: findings.failedRules,
            cost: findings.ruleCost
        )
    }
}
