import CRDRuntime
import CRDValues
import CRDYAML

/// Checks CEL rules that compare with the old value, which must be identifiable by its path.
///
/// The server finds the use of `oldSelf` in the compiled rule. It can be found in the text of the
/// rule too, so it is checked here.
extension SchemaCheck {
    /// Checks that `oldSelf` is used only if there is an old value.
    ///
    /// - Parameters:
    ///   - schema: The schema with the rules.
    ///   - uncorrelatable: The path of the outermost schema whose parts cannot be correlated with
    ///     the
    ///     old object; `nil` if all can.
    mutating func checkTransitions(_ schema: SchemaNode, _ uncorrelatable: String?) {
        guard let rules = schema["x-kubernetes-validations"] else { return }
        for (index, rule) in rules.items.enumerated() {
            let path = "\(schema.path).x-kubernetes-validations[\(index)]"
            let text = rule.text("rule")
            if ExpressionText(text).names("oldSelf") {
                guard let uncorrelatable else { continue }
                let detail =
                    "oldSelf cannot be used on the uncorrelatable portion of the schema within "
                    + uncorrelatable
                let node = rule.value("rule") ?? rule
                ruleErrors.invalid("\(path).rule", at: node, .string(text), detail)
            } else if let node = rule.value("optionalOldSelf") {
                let detail = "may not be set if oldSelf is not used in rule"
                ruleErrors.invalid(
                    "\(path).optionalOldSelf",
                    at: node,
                    .boolean(node.isTrue),
                    detail
                )
            }
        }
    }
}
