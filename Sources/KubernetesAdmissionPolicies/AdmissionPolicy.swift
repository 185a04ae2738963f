import CRDCatalog
import CRDDefinitionValidity
package import CRDReports
package import CRDYAML

/// A ValidatingAdmissionPolicy that the server accepts, compiled.
package struct AdmissionPolicy: Sendable {
    /// An expression that must be true.
    struct Validation: Sendable {
        let condition: PolicyExpression
        /// The message; empty if there is none.
        let message: String
        /// The expression that returns the message; `nil` if there is none.
        let messageExpression: PolicyExpression?
        /// The reason in the response of the server.
        let reason: String
    }

    /// A value that expressions can use by its name.
    struct Variable: Sendable {
        let name: String
        let expression: PolicyExpression
    }

    /// The policy.
    package let node: Node
    /// The name of the policy.
    package let name: String
    /// The kind of parameters; `nil` if there is none.
    let paramKind: KindName?
    /// The version of the parameters; empty if there are none.
    let paramVersion: String
    let constraints: MatchResources
    let matchConditions: [PolicyExpression]
    let variables: [Variable]
    let validations: [Validation]
    let auditAnnotations: [PolicyExpression]
    /// Whether errors of expressions are ignored.
    let ignoresErrors: Bool

    /// The policy in reports.
    package var reported: ReportedObject { ReportedObject(.policy, node, name) }
}

/// A ValidatingAdmissionPolicyBinding that the server accepts.
package struct PolicyBinding: Sendable {
    /// What happens to a request that a policy denies.
    enum Action: String, Sendable, CaseIterable {
        case audit = "Audit"
        case deny = "Deny"
        case warn = "Warn"
    }

    /// The reference to parameters.
    struct Parameters: Sendable {
        /// The name; empty if they are selected by labels.
        let name: String
        /// The namespace; empty for that of the request.
        let namespace: String
        let selector: PolicySelector
        /// Whether the request is denied if there are none.
        let areRequired: Bool
        let node: Node
    }

    /// The binding.
    package let node: Node
    /// The name of the binding.
    package let name: String
    /// The name of the policy that is bound.
    package let policyName: String
    /// The reference to parameters; `nil` if there is none.
    let parameters: Parameters?
    /// The requests to which the policy is bound; `nil` for all.
    let matchResources: MatchResources?
    private let actions: [Action]

    /// The action that a person notices most: an audit of a denied request is not worth a message.
    var strictestAction: Action {
        actions.contains(.deny) ? .deny : actions.contains(.warn) ? .warn : .audit
    }

    /// The binding in reports.
    package var reported: ReportedObject { ReportedObject(.binding, node, name) }

    /// Reads a binding that the server accepts.
    init(_ node: Node) {
        let spec = node.value("spec")
        self.node = node
        name = node.value("metadata")?.text("name") ?? ""
        policyName = spec?.text("policyName") ?? ""
        parameters = spec?.value("paramRef").map { reference in
            Parameters(
                name: reference.text("name"),
                namespace: reference.text("namespace"),
                selector: PolicySelector(reference.value("selector")),
                areRequired: reference.text("parameterNotFoundAction") == "Deny",
                node: reference
            )
        }
        matchResources = spec?.value("matchResources").map(MatchResources.init)
        actions = spec?.value("validationActions")?.strings.compactMap(Action.init) ?? []
    }
}

extension ReportedObject {
    fileprivate init(_ kind: PolicyKind, _ document: Node, _ name: String) {
        self.init(apiVersion: document.text("apiVersion"), kind: kind.rawValue, name: name)
    }
}
