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
    ///
    /// - Parameters:
    ///   - objects: The objects.
    ///   - kinds: The known kinds; parameters of these kinds have their defaults.
    ///   - fieldValidation: The handling of unknown fields and duplicate keys of policies.
    init(
        _ objects: [ManifestObject],
        _ kinds: inout KnownKinds,
        _ fieldValidation: FieldValidation
    ) {
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
        for object in objects { add(object, paramKinds, &kinds) }
    }

    /// Keeps an object that can be parameters, or is a Namespace.
    private mutating func add(
        _ object: ManifestObject,
        _ paramKinds: Set<KnownKinds.Name>,
        _ kinds: inout KnownKinds
    ) {
        guard case .success(let identity) = object.identity else { return }
        let isNamespace = identity.name == KnownKinds.Name(group: "", kind: "Namespace")
        guard isNamespace || paramKinds.contains(identity.name),
            // Another check reports values that JSON does not have.
            case .object(let value)? = try? JSONValue(sent: object.node)
        else { return }
        if isNamespace { namespaces[object.name] = value }
        guard paramKinds.contains(identity.name) else { return }
        var complete = BuiltInObject(value, identity.name).object
        if let known = kinds.servedVersion(of: identity) {
            let validator = kinds.validator(of: known.version, in: identity.name)
            let stored = validator.withDefaults(validator.pruned(.object(value)))
            complete = stored.object ?? value
        }
        parameters.append(Parameters(kind: identity.name, object: complete))
    }

    /// Returns whether parameters of a kind belong to namespaces.
    ///
    /// For a kind that is unknown, the objects among the files and the reference decide.
    func isNamespaced(
        _ kind: KnownKinds.Name,
        _ reference: PolicyBinding.Parameters,
        in kinds: KnownKinds
    ) -> Bool {
        let resource = ServedResource(of: kind, in: kinds)
        if resource.isKnown { return resource.isNamespaced }
        return !reference.namespace.isEmpty
            || parameters.contains { parameters in
                parameters.kind == kind && !parameters.object.metadata.text("namespace").isEmpty
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
