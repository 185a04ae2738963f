import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML

/// The policies and bindings among some objects, with the objects that they need.
struct PolicySet: Sendable {
    /// A policy with its bindings.
    struct BoundPolicy: Sendable {
        let policy: AdmissionPolicy
        var bindings: [PolicyBinding] = []
    }

    /// An object that can be the parameters of a policy.
    private struct Parameters: Sendable {
        let kind: KnownKinds.Name
        let object: JSONObject
    }

    /// The policies, in the order of the files; of those with the same name, the last one.
    private(set) var policies: [BoundPolicy] = []
    /// The bindings whose policy is not among the objects.
    private(set) var unboundBindings: [PolicyBinding] = []
    private var parameters: [Parameters] = []
    private var namespaces: [String: JSONObject] = [:]

    /// Creates an empty set.
    init() {}

    /// Reads the policies among some objects.
    init(_ objects: [ManifestObject], _ fieldValidation: FieldValidation) {
        var bindings: [PolicyBinding] = []
        for object in objects {
            guard let validity = PolicyValidity(object, fieldValidation) else { continue }
            switch validity.accepted {
            case .policy(let policy)?:
                policies.removeAll { $0.policy.name == policy.name }
                policies.append(BoundPolicy(policy: policy))
            case .binding(let binding)?:
                bindings.removeAll { $0.name == binding.name }
                bindings.append(binding)
            case nil: break
            }
        }
        for binding in bindings {
            if let index = policies.firstIndex(where: { $0.policy.name == binding.policyName }) {
                policies[index].bindings.append(binding)
            } else {
                unboundBindings.append(binding)
            }
        }
        let paramKinds = Set(policies.compactMap(\.policy.paramKind))
        if policies.isEmpty { return }
        for object in objects { add(object, paramKinds) }
    }

    /// Keeps an object that can be parameters, or is a Namespace.
    private mutating func add(_ object: ManifestObject, _ paramKinds: Set<KnownKinds.Name>) {
        guard case .success(let identity) = object.identity else { return }
        let isNamespace = identity.name == KnownKinds.Name(group: "", kind: "Namespace")
        guard isNamespace || paramKinds.contains(identity.name),
            // Another check reports values that JSON does not have.
            case .object(let value)? = try? JSONValue(sent: object.node)
        else { return }
        if isNamespace { namespaces[object.name] = value }
        if paramKinds.contains(identity.name) {
            parameters.append(Parameters(kind: identity.name, object: value))
        }
    }

    /// Returns the Namespace with a name; `nil` if it is not among the objects.
    func namespace(_ name: String) -> JSONObject? { namespaces[name] }

    /// Returns the parameters of a kind to which a binding refers.
    ///
    /// - Parameters:
    ///   - reference: The reference of the binding.
    ///   - kind: The kind of the parameters.
    ///   - namespace: The namespace of the parameters; `nil` if the kind has none.
    /// - Returns: The objects, in the order of the files.
    func parameters(
        _ reference: PolicyBinding.Parameters,
        _ kind: KnownKinds.Name,
        in namespace: String?
    ) -> [JSONObject] {
        parameters.filter { $0.kind == kind }.map(\.object).filter { object in
            let metadata = object.metadata
            let own = metadata.text("namespace")
            guard namespace == nil || namespace == (own.isEmpty ? "default" : own) else {
                return false
            }
            return reference.name.isEmpty
                ? reference.selector.selects(PolicySelector.Labels(of: object)) == true
                : reference.name == metadata.text("name")
        }
    }
}

extension PolicyValidity {
    /// Validates an object of a manifest; `nil` for other kinds.
    init?(_ object: ManifestObject, _ fieldValidation: FieldValidation) {
        guard case .success(let identity) = object.identity, let kind = PolicyKind(identity) else {
            return nil
        }
        self.init(kind, version: identity.version, object.node, fieldValidation)
    }
}
