import CRDCatalog
import CRDYAML

/// The policies and bindings among the files that have no effect.
package struct AbsentPolicies: Sendable {
    /// The reason why a policy or a binding has no effect.
    package enum Reason: Sendable {
        /// The server rejects it.
        case invalid
        /// Its kind is skipped.
        case skipped
    }

    /// The reasons by the name of the policy.
    package private(set) var policies: [String: Reason] = [:]
    /// The names and the reasons of bindings, by the name of their policy.
    package private(set) var bindings: [String: (name: String, reason: Reason)] = [:]

    /// Adds a policy or a binding, of which only some fields may be readable.
    mutating func add(_ object: ManifestObject, _ kind: PolicyKind, _ reason: Reason) {
        switch kind {
        case .policy: policies[object.name] = reason
        case .binding:
            bindings[object.node["spec"]?.word("policyName") ?? ""] = (object.name, reason)
        }
    }
}
