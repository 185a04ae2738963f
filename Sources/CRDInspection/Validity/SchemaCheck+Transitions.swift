import CRDRuntime
import CRDSchema
import CRDYAML

/// Rules that compare with the old value, which must be known by its place.
///
/// The server finds the use of `oldSelf` in what it has compiled. That a rule uses it shows in its
/// text as well, so that this much is checked here.
extension SchemaCheck {
    /// Checks that `oldSelf` is used only where there is one.
    ///
    /// - Parameters:
    ///   - schema: The schema with the rules.
    ///   - uncorrelatable: The path of the outermost schema whose parts cannot be found again in
    ///     the old object; `nil` where all can.
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
                ruleFaults.invalid("\(path).rule", at: node, .string(text), detail)
            } else if let node = rule.value("optionalOldSelf") {
                let detail = "may not be set if oldSelf is not used in rule"
                ruleFaults.invalid(
                    "\(path).optionalOldSelf",
                    at: node,
                    .boolean(node.isTrue),
                    detail
                )
            }
        }
    }
}
