import CRDCatalog
package import CRDDefinitionValidity
import CRDRuntime
import CRDValidation
import CRDValues
package import CRDYAML
import KubernetesCEL

/// Validates a ValidatingAdmissionPolicy that can be read, and compiles its expressions (kubernetes
/// v1.35, pkg/apis/admissionregistration/validation, `ValidateValidatingAdmissionPolicy`).
struct PolicyCheck {
    var list = ViolationList()
    let document: Node
    let spec: Node?
    /// The types of the variables so far; `nil` if the policy has none.
    var variableTypes: [ObjectType.Field]?
    var matchConditions: [PolicyExpression] = []
    var variables: [AdmissionPolicy.Variable] = []
    var validations: [AdmissionPolicy.Validation] = []
    var auditAnnotations: [PolicyExpression] = []

    init(_ document: Node) {
        self.document = document
        spec = document.value("spec")
        variableTypes = items("variables").isEmpty ? nil : []
    }

    /// The node of the spec, or the document if it has none.
    var parent: Node { spec ?? document }

    /// The name of the policy; empty if there is none.
    var name: String { document.value("metadata")?.text("name") ?? "" }

    /// Returns the items of a list in the spec.
    func items(_ key: String) -> [Node] { spec?.value(key)?.items.map(\.self) ?? [] }

    /// Validates the policy.
    ///
    /// - Returns: The compiled policy; `nil` if there are violations.
    mutating func check() -> AdmissionPolicy? {
        list.appendMetadata(of: document, .subdomain)
        if let word = spec?.value("failurePolicy"), !["Fail", "Ignore"].contains(word.string) {
            list.unsupported("spec.failurePolicy", at: word, word.string, ["Fail", "Ignore"])
        }
        if let kind = spec?.value("paramKind") { checkParamKind(kind) }
        let constraints = checkConstraints()
        checkMatchConditions()
        for (index, variable) in items("variables").enumerated() {
            checkVariable(variable, at: "spec.variables[\(index)]")
        }
        checkValidations()
        checkAuditAnnotations()
        guard list.isEmpty, let constraints else { return nil }
        let paramKind = spec?.value("paramKind")
        return AdmissionPolicy(
            node: document,
            name: name,
            paramKind: paramKind.map(KindName.init(ofParameters:)),
            paramVersion: paramKind?.text("apiVersion").split(separator: "/").last.map(String.init)
                ?? "",
            constraints: MatchResources(constraints),
            matchConditions: matchConditions,
            variables: variables,
            validations: validations,
            auditAnnotations: auditAnnotations,
            ignoresErrors: spec?.text("failurePolicy") == "Ignore"
        )
    }

    private mutating func checkConstraints() -> Node? {
        let path = "spec.matchConstraints"
        guard let constraints = spec?.value("matchConstraints") else {
            list.required(path, at: parent)
            return nil
        }
        var check = MatchResourcesCheck()
        check.check(constraints, at: path)
        list.append(check.list)
        let rules = constraints.value("resourceRules")
        if rules?.items.isEmpty ?? true {
            list.required("\(path).resourceRules", at: rules ?? constraints)
        }
        return constraints
    }

    // MARK: - Kind of parameters

    private mutating func checkParamKind(_ kind: Node) {
        let path = "spec.paramKind"
        let version = kind.text("apiVersion")
        let node = kind.value("apiVersion") ?? kind
        if version.isEmpty {
            list.required("\(path).apiVersion", at: node)
        } else {
            checkGroupVersion(version, at: node)
        }
        let name = kind.text("kind")
        let nameNode = kind.value("kind") ?? kind
        guard !name.isEmpty else { return list.required("\(path).kind", at: nameNode) }
        let errors = NameSyntax.label1035Errors(name.lowercased())
        guard !errors.isEmpty else { return }
        let detail =
            "may have mixed case, but should otherwise match: " + errors.joined(separator: ",")
        list.invalid("\(path).kind", at: nameNode, .string(name), detail)
    }

    private mutating func checkGroupVersion(_ text: String, at node: Node) {
        let path = "spec.paramKind.apiVersion"
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count < 3 else {
            let detail = "unexpected GroupVersion string: \(text)"
            return list.invalid(path, at: node, .string(text), detail)
        }
        let group = parts.count > 1 ? parts[0] : ""
        let version = text == "/" ? "" : parts[parts.count - 1]
        let groupErrors = group.isEmpty ? [] : NameSyntax.subdomainErrors(group)
        if !groupErrors.isEmpty {
            list.invalid(path, at: node, .string(group), groupErrors.joined(separator: ","))
        }
        if version.isEmpty {
            list.invalid(path, at: node, .string(text), "version must be specified")
        } else {
            let errors = NameSyntax.label1035Errors(version)
            guard !errors.isEmpty else { return }
            list.invalid(path, at: node, .string(version), errors.joined(separator: ","))
        }
    }
}

extension KindName {
    /// Reads the kind of parameters of a policy.
    package init(ofParameters node: Node) {
        let parts = node.text("apiVersion").split(separator: "/")
        let group = parts.count > 1 ? String(parts[0]) : ""
        self.init(group: group, kind: node.text("kind"))
    }
}
