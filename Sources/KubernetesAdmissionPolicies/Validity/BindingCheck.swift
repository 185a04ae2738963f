import CRDDefinitionValidity
import CRDRuntime
import CRDValues
import CRDYAML

/// Validates a ValidatingAdmissionPolicyBinding that can be read (kubernetes v1.35,
/// pkg/apis/admissionregistration/validation, `ValidateValidatingAdmissionPolicyBinding`).
struct BindingCheck {
    private(set) var list = ViolationList()
    private let document: Node

    init(_ document: Node) { self.document = document }

    mutating func check() {
        list.appendMetadata(of: document, .subdomain)
        let spec = document.value("spec")
        let parent = spec ?? document
        let name = spec?.text("policyName") ?? ""
        let nameNode = spec?.value("policyName") ?? parent
        if name.isEmpty {
            list.required("spec.policyName", at: nameNode)
        } else {
            for message in NameSyntax.subdomainErrors(name) {
                list.invalid("spec.policyName", at: nameNode, .string(name), message)
            }
        }
        if let reference = spec?.value("paramRef") { checkReference(reference) }
        if let constraints = spec?.value("matchResources") {
            var check = MatchResourcesCheck()
            // The server spells the field so.
            check.check(constraints, at: "spec.matchResouces")
            list.append(check.list)
        }
        checkActions(spec?.value("validationActions"), at: parent)
    }

    private mutating func checkReference(_ reference: Node) {
        let path = "spec.paramRef"
        let exclusive = "name and selector are mutually exclusive"
        let name = reference.text("name")
        let nameNode = reference.value("name") ?? reference
        if !name.isEmpty {
            for message in NameSyntax.pathSegmentErrors(name) {
                list.invalid("\(path).name", at: nameNode, .string(name), message)
            }
        }
        if let selector = reference.value("selector") {
            if !name.isEmpty { list.forbidden("\(path).name", at: nameNode, exclusive) }
            list.checkSelector(selector, at: "\(path).selector")
            if !name.isEmpty { list.forbidden("\(path).selector", at: selector, exclusive) }
        } else if name.isEmpty {
            list.required(path, at: reference, "one of name or selector must be specified")
        }
        let action = reference.value("parameterNotFoundAction")
        let word = action?.string ?? ""
        if word.isEmpty {
            list.required("\(path).parameterNotFoundAction", at: action ?? reference)
        } else if !["Deny", "Allow"].contains(word), let action {
            let path = "\(path).parameterNotFoundAction"
            list.unsupported(path, at: action, word, ["Deny", "Allow"])
        }
    }

    private mutating func checkActions(_ actions: Node?, at parent: Node) {
        let path = "spec.validationActions"
        let words = actions?.strings ?? []
        guard let actions, !words.isEmpty else {
            let detail = "at least one validation action is required"
            return list.required(path, at: actions ?? parent, detail)
        }
        let known = PolicyBinding.Action.allCases.map(\.rawValue)
        for (index, word) in words.enumerated() {
            let path = "\(path)[\(index)]"
            let node = actions.items[index]
            if !known.contains(word) { list.unsupported(path, at: node, word, known) }
            if words[..<index].contains(word) { list.duplicate(path, at: node, word) }
        }
        if words.contains("Deny"), words.contains("Warn") {
            let value = JSONValue.array(words.map(JSONValue.string))
            let detail =
                "must not contain both Deny and Warn (repeating the same validation failure "
                + "information in the API response and headers serves no purpose)"
            list.invalid(path, at: actions, value, detail)
        }
    }
}
