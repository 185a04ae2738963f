import CRDDefinitionValidity
import CRDRuntime
import CRDValues
import CRDYAML

extension ViolationList {
    /// Checks a label selector (k8s.io/apimachinery v0.35, pkg/apis/meta/v1/validation,
    /// `ValidateLabelSelector`).
    mutating func checkSelector(_ selector: Node?, at path: String) {
        for pair in selector?.value("matchLabels")?.pairs.map(\.self) ?? [] {
            let path = "\(path).matchLabels"
            for message in NameSyntax.keyErrors(pair.key) {
                invalid(path, at: pair.keyNode, .string(pair.key), message)
            }
            let value = pair.value.isNull ? "" : pair.value.string
            for message in NameSyntax.labelValueErrors(value) {
                invalid(path, at: pair.value, .string(value), message)
            }
        }
        let requirements = selector?.value("matchExpressions")?.items.map(\.self) ?? []
        for (index, requirement) in requirements.enumerated() {
            checkRequirement(requirement, at: "\(path).matchExpressions[\(index)]")
        }
    }

    private mutating func checkRequirement(_ requirement: Node, at path: String) {
        let values = requirement.value("values")
        let count = values?.items.count ?? 0
        let word = requirement.text("operator")
        switch PolicySelector.Operator(rawValue: word) {
        case .in?, .notIn?:
            guard count == 0 else { break }
            let detail = "must be specified when `operator` is 'In' or 'NotIn'"
            required("\(path).values", at: values ?? requirement, detail)
        case .exists?, .doesNotExist?:
            guard count > 0 else { break }
            let detail = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"
            forbidden("\(path).values", at: values ?? requirement, detail)
        case nil:
            let node = requirement.value("operator") ?? requirement
            invalid("\(path).operator", at: node, .string(word), "not a valid selector operator")
        }
        let key = requirement.text("key")
        for message in NameSyntax.keyErrors(key) {
            let node = requirement.value("key") ?? requirement
            invalid("\(path).key", at: node, .string(key), message)
        }
        for (index, value) in (values?.items.map(\.self) ?? []).enumerated() {
            let text = value.isNull ? "" : value.string
            for message in NameSyntax.labelValueErrors(text) {
                invalid("\(path).values[\(index)]", at: value, .string(text), message)
            }
        }
    }
}
