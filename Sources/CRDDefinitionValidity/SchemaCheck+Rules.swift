import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML

/// Checks the fields of CEL rules that do not depend on the types in the schema.
extension SchemaCheck {
    private static let reasons = [
        "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired",
    ]

    mutating func checkValidations(_ schema: SchemaNode) {
        guard let rules = schema["x-kubernetes-validations"] else { return }
        for (index, rule) in rules.items.enumerated() {
            let path = "\(schema.path).x-kubernetes-validations[\(index)]"
            checkRule(rule, at: path)
            checkMessageExpression(rule, at: path)
            checkReason(rule, at: path)
            checkFieldPath(rule, of: schema, at: path)
        }
    }

    private mutating func checkRule(_ rule: Node, at path: String) {
        let text = rule.text("rule").trimmed
        let message = rule.text("message").trimmed
        let valueNode = rule.value("message") ?? rule
        let shown = JSONValue.string(rule.text("message"))
        if text.isEmpty {
            list.required("\(path).rule", at: rule.value("rule") ?? rule, "rule is not specified")
        } else if !rule.text("message").isEmpty, message.isEmpty {
            list.invalid("\(path).message", at: valueNode, shown, "must be non-empty if specified")
        } else if message.hasLineBreak {
            list.invalid("\(path).message", at: valueNode, shown, "must not contain line breaks")
        } else if text.hasLineBreak, message.isEmpty {
            let detail = "message must be specified if rule contains line breaks"
            list.required("\(path).message", at: rule, detail)
        }
    }

    private mutating func checkMessageExpression(_ rule: Node, at path: String) {
        guard let node = rule.value("messageExpression"), !node.string.isEmpty,
            node.string.trimmed.isEmpty
        else { return }
        let detail = "messageExpression must be non-empty if specified"
        list.required("\(path).messageExpression", at: node, detail)
    }

    private mutating func checkReason(_ rule: Node, at path: String) {
        guard let node = rule.value("reason"), !Self.reasons.contains(node.string) else { return }
        list.unsupported("\(path).reason", at: node, node.string, Self.reasons)
    }

    private mutating func checkFieldPath(_ rule: Node, of schema: SchemaNode, at path: String) {
        guard let node = rule.value("fieldPath"), !node.string.isEmpty else { return }
        let field = "\(path).fieldPath"
        let shown = JSONValue.string(node.string)
        if node.string.trimmed.isEmpty {
            list.invalid(field, at: node, shown, "must be non-empty if specified")
        }
        if node.string.hasLineBreak {
            list.invalid(field, at: node, shown, "must not contain line breaks")
        }
        guard schema.conversionError == nil else { return }
        do throws(FieldPathKeys.Problem) {
            _ = try FieldPathTarget(node.string, in: schema)
        } catch {
            list.invalid(field, at: node, shown, "must be a valid path")
        }
    }
}

extension String {
    /// Whether the text contains LF or CR.
    package var hasLineBreak: Bool {
        utf8.contains(UInt8(ascii: "\n")) || utf8.contains(UInt8(ascii: "\r"))
    }
}
