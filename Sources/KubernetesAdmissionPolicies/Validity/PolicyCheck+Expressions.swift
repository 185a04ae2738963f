import CRDDefinitionValidity
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import KubernetesCEL

/// Checks the parts of a policy that have expressions.
extension PolicyCheck {
    mutating func checkMatchConditions() {
        let path = "spec.matchConditions"
        let conditions = items("matchConditions")
        if conditions.count > 64, let node = spec?.value("matchConditions") {
            list.tooMany(path, at: node, conditions.count, 64)
        }
        var names: Set<String> = []
        for (index, condition) in conditions.enumerated() {
            let path = "\(path)[\(index)]"
            let node = condition.value("expression") ?? condition
            let text = condition.text("expression").trimmed
            if text.isEmpty {
                list.required("\(path).expression", at: node)
            } else if let expression = compile(
                text,
                node,
                at: "\(path).expression",
                .bool,
                hasVariables: false
            ) {
                matchConditions.append(expression)
            }
            let name = condition.text("name")
            let nameNode = condition.value("name") ?? condition
            guard !name.isEmpty else {
                list.required("\(path).name", at: nameNode)
                continue
            }
            for message in NameSyntax.keyErrors(name) {
                list.invalid("\(path).name", at: nameNode, .string(name), message)
            }
            if !names.insert(name).inserted {
                list.duplicate("\(path).name", at: nameNode, name)
            }
        }
    }

    mutating func checkVariable(_ variable: Node, at path: String) {
        let name = variable.text("name")
        let nameNode = variable.value("name") ?? variable
        if name.trimmed.isEmpty {
            list.required("\(path).name", at: nameNode, "name is not specified")
        } else if !FieldName.isIdentifier(name) {
            let detail = "name is not a valid CEL identifier"
            list.invalid("\(path).name", at: nameNode, .string(name), detail)
        }
        let node = variable.value("expression") ?? variable
        let text = variable.text("expression")
        guard !text.trimmed.isEmpty else {
            let detail = "expression is not specified"
            return list.required("\(path).expression", at: node, detail)
        }
        let expression = compile(text, node, at: "\(path).expression", .any)
        // The last variable with a name counts.
        variables.removeAll { $0.name == name }
        if let expression {
            variables.append(AdmissionPolicy.Variable(name: name, expression: expression))
        }
        variableTypes?.removeAll { $0.name == name }
        let type = expression?.resultType ?? DeclaredType(.dyn)
        variableTypes?.append(ObjectType.Field(name: name, property: name, type: type))
    }

    mutating func checkValidations() {
        let validations = items("validations")
        if validations.isEmpty, items("auditAnnotations").isEmpty {
            let detail = "validations or auditAnnotations must contain at least one item"
            list.required("spec.validations", at: spec?.value("validations") ?? parent, detail)
            let annotations = spec?.value("auditAnnotations") ?? parent
            list.required("spec.auditAnnotations", at: annotations, detail)
        }
        for (index, validation) in validations.enumerated() {
            checkValidation(validation, at: "spec.validations[\(index)]")
        }
    }

    private mutating func checkValidation(_ validation: Node, at path: String) {
        let node = validation.value("expression") ?? validation
        let text = validation.text("expression")
        var condition: PolicyExpression?
        if text.trimmed.isEmpty {
            list.required("\(path).expression", at: node, "expression is not specified")
        } else {
            condition = compile(text, node, at: "\(path).expression", .bool)
        }
        let messageExpression = checkMessageExpression(of: validation, at: path)
        checkMessage(of: validation, at: path)
        let reasons = ["Forbidden", "Invalid", "RequestEntityTooLarge"]
        if let reason = validation.value("reason"), !reasons.contains(reason.string) {
            list.unsupported("\(path).reason", at: reason, reason.string, reasons)
        }
        guard let condition else { return }
        validations.append(
            AdmissionPolicy.Validation(
                condition: condition,
                message: validation.text("message").trimmed,
                messageExpression: messageExpression,
                reason: validation.value("reason")?.string ?? "Invalid"
            )
        )
    }

    private mutating func checkMessageExpression(
        of validation: Node,
        at path: String
    ) -> PolicyExpression? {
        guard let node = validation.value("messageExpression"), !node.string.isEmpty else {
            return nil
        }
        let path = "\(path).messageExpression"
        guard !node.string.trimmed.isEmpty else {
            list.invalid(path, at: node, .string(node.string), "must be non-empty if specified")
            return nil
        }
        return compile(node.string, node, at: path, .string, hasAuthorizer: false)
    }

    private mutating func checkMessage(of validation: Node, at path: String) {
        guard let node = validation.value("message"), !node.string.isEmpty else { return }
        let text = node.string.trimmed
        let path = "\(path).message"
        let value = JSONValue.string(node.string)
        if text.isEmpty {
            list.invalid(path, at: node, value, "message must be non-empty if specified")
        } else if text.hasLineBreak {
            list.invalid(path, at: node, value, "message must not contain line breaks")
        }
    }

    mutating func checkAuditAnnotations() {
        let path = "spec.auditAnnotations"
        let annotations = items("auditAnnotations")
        if annotations.count > 20, let node = spec?.value("auditAnnotations") {
            let value = (try? JSONValue(node)) ?? .null
            list.invalid(path, at: node, value, "must not have more than 20 auditAnnotations")
        }
        var keys: Set<String> = []
        for (index, annotation) in annotations.enumerated() {
            let path = "\(path)[\(index)]"
            let key = annotation.text("key")
            let keyNode = annotation.value("key") ?? annotation
            if name.isEmpty {
                let detail = "requires metadata.name be non-empty"
                list.invalid("\(path).key", at: keyNode, .string(key), detail)
            } else {
                for message in NameSyntax.keyErrors("\(name)/\(key)") {
                    list.invalid("\(path).key", at: keyNode, .string("\(name)/\(key)"), message)
                }
            }
            checkValueExpression(of: annotation, at: "\(path).valueExpression")
            if !keys.insert(key).inserted { list.duplicate("\(path).key", at: keyNode, key) }
        }
    }

    private mutating func checkValueExpression(of annotation: Node, at path: String) {
        let node = annotation.value("valueExpression") ?? annotation
        let text = annotation.text("valueExpression").trimmed
        if text.isEmpty {
            list.required(path, at: node, "valueExpression is not specified")
        } else if text.utf8.count > 5120 {
            list.required(path, at: node, "must not exceed 5120 bytes in length")
        } else if let expression = compile(
            text,
            node,
            at: path,
            .stringOrNull,
            shown: annotation.text("valueExpression")
        ) {
            auditAnnotations.append(expression)
        }
    }
}
