package import CRDCatalog
package import CRDDefinitionValidity
import CRDGeneratorCore
package import CRDRuntime
import CRDValidation
package import CRDValues
import CRDYAML
import KubernetesCEL

/// The policies and bindings among some objects, with the objects that they need.
package struct PolicySet: Sendable {
    /// A policy with its bindings.
    package struct BoundPolicy: Sendable {
        /// The policy.
        package let policy: AdmissionPolicy
        /// The bindings.
        package var bindings: [PolicyBinding] = []
    }

    /// An object that can be the parameters of a policy.
    struct Parameters: Sendable {
        let name: String
        /// The namespace; empty if it is missing.
        let namespace: String
        let labels: PolicySelector.Labels
        /// The object in the version of the policy; `nil` if only a cluster can convert it.
        let value: Value?
    }

    /// A version of a kind of parameters.
    private struct ParameterKind: Hashable {
        let name: KindName
        let version: String
    }

    /// The policies, in the order of the files; of those with the same name, the last one.
    package private(set) var policies: [BoundPolicy] = []
    /// The bindings whose policy is not among the objects.
    package private(set) var unboundBindings: [PolicyBinding] = []
    /// The policies and bindings that have no effect.
    package private(set) var absent = AbsentPolicies()
    /// The policies that change objects, which are not applied.
    package private(set) var mutatingPolicies: [ManifestObject] = []
    /// The objects that would be parameters if the server did not reject them.
    package private(set) var invalidParameters: [ManifestObject] = []
    private var parameters: [ParameterKind: [Parameters]] = [:]
    private var namespaces: [String: JSONObject] = [:]

    /// Creates an empty set.
    package init() {}

    /// Reads the policies among some objects.
    ///
    /// - Parameters:
    ///   - objects: The objects.
    ///   - skipped: The kinds of policies and bindings that have no effect.
    ///   - fieldValidation: The handling of unknown fields and duplicate keys of policies.
    package init(
        policiesIn objects: [ManifestObject],
        skipping skipped: SkippedKinds,
        _ fieldValidation: FieldValidation
    ) {
        addPolicies(objects, skipping: skipped, fieldValidation)
    }

    /// Adds the objects that the policies need: their parameters, and Namespaces.
    ///
    /// - Parameters:
    ///   - objects: The objects that the server accepts.
    ///   - kinds: The known kinds; parameters of these kinds have their defaults.
    package mutating func add(_ objects: [ManifestObject], _ kinds: inout KnownKinds) {
        if policies.isEmpty { return }
        let paramKinds = Set(
            policies.compactMap { bound in
                bound.policy.paramKind.map {
                    ParameterKind(name: $0, version: bound.policy.paramVersion)
                }
            }
        )
        for object in objects { add(object, paramKinds, &kinds) }
    }

    /// Adds parameters that the server rejects, so that they don't exist.
    package mutating func add(invalidParameters object: ManifestObject) {
        invalidParameters.append(object)
    }

    /// Returns whether an object has the kind of the parameters of a policy.
    package func canBeParameters(_ object: ManifestObject) -> Bool {
        guard case .success(let identity) = object.identity else { return false }
        return policies.contains { $0.policy.paramKind == identity.name }
    }

    private mutating func addPolicies(
        _ objects: [ManifestObject],
        skipping skipped: SkippedKinds,
        _ fieldValidation: FieldValidation
    ) {
        var bindings: [PolicyBinding] = []
        for object in objects {
            guard case .success(let identity) = object.identity else { continue }
            let isSkipped = skipped.contains(identity)
            if identity.isOfMutatingPolicy, !isSkipped { mutatingPolicies.append(object) }
            guard let kind = PolicyKind(identity) else { continue }
            if isSkipped {
                absent.add(object, kind, .skipped)
                continue
            }
            switch PolicyValidity(object, fieldValidation)?.accepted {
            case .policy(let policy)?:
                policies.removeAll { $0.policy.name == policy.name }
                policies.append(BoundPolicy(policy: policy))
            case .binding(let binding)?:
                bindings.removeAll { $0.name == binding.name }
                bindings.append(binding)
            case nil: absent.add(object, kind, .invalid)
            }
        }
        bind(bindings)
    }

    private mutating func bind(_ bindings: [PolicyBinding]) {
        for binding in bindings {
            if let index = policies.firstIndex(where: { $0.policy.name == binding.policyName }) {
                policies[index].bindings.append(binding)
            } else {
                unboundBindings.append(binding)
            }
        }
    }

    /// Keeps an object that can be parameters, or is a Namespace.
    private mutating func add(
        _ object: ManifestObject,
        _ paramKinds: Set<ParameterKind>,
        _ kinds: inout KnownKinds
    ) {
        guard case .success(let identity) = object.identity else { return }
        let isNamespace = identity.name == KindName(group: "", kind: "Namespace")
        let ofKind = paramKinds.filter { $0.name == identity.name }
        guard isNamespace || !ofKind.isEmpty,
            // Another check reports values that JSON does not have.
            case .object(let value)? = try? JSONValue(sent: object.node)
        else { return }
        if isNamespace { namespaces[object.name] = value }
        for kind in ofKind {
            let parameters = Parameters(
                name: value.metadata.text("name"),
                namespace: value.metadata.text("namespace"),
                labels: PolicySelector.Labels(of: value),
                value: Self.value(of: value, identity, in: kind.version, &kinds)
            )
            self.parameters[kind, default: []].append(parameters)
        }
    }

    /// Returns parameters as the server reads them in a version; `nil` if only a cluster can convert
    /// them.
    ///
    /// The server stores an object in one version, sets the defaults of that version when it reads
    /// it, and removes the fields that the other version doesn't have (apiextensions-apiserver v0.36,
    /// pkg/apiserver, `crdConversionRESTOptionsGetter`).
    private static func value(
        of object: JSONObject,
        _ identity: ManifestObject.Identity,
        in version: String,
        _ kinds: inout KnownKinds
    ) -> Value? {
        var object = BuiltInObject(object, identity.name).object
        if let own = kinds.servedVersion(of: identity) {
            let validator = kinds.validator(of: own.version, in: identity.name)
            object = validator.prunedWithDefaults(.object(object)).object ?? object
        }
        guard let kind = kinds.kind(identity.name), kind.isConvertedByName else {
            return version == identity.version ? Value(.object(object)) : nil
        }
        if let stored = kind.versions.first(where: \.version.definition.isStorage) {
            let validator = kinds.validator(of: stored.version, in: identity.name)
            object = validator.prunedWithDefaults(.object(object)).object ?? object
        }
        if let target = kind.versions.first(where: { $0.version.name == version }) {
            let validator = kinds.validator(of: target.version, in: identity.name)
            object = validator.pruned(.object(object)).object ?? object
        }
        object["apiVersion"] = .string(identity.name.apiVersion(version))
        return Value(.object(object))
    }

    /// The kinds of the parameters of the policies.
    package var parameterKinds: Set<KindName> {
        Set(policies.compactMap(\.policy.paramKind))
    }

    /// Returns whether parameters of a kind belong to namespaces.
    ///
    /// For a kind that is unknown, the objects among the files and the reference decide.
    func isNamespaced(
        _ kind: KindName,
        _ reference: PolicyBinding.Parameters,
        in kinds: KnownKinds
    ) -> Bool {
        let resource = ServedResource(of: kind, in: kinds)
        if resource.isKnown { return resource.isNamespaced }
        return !reference.namespace.isEmpty
            || parameters.contains { key, objects in
                key.name == kind && objects.contains { !$0.namespace.isEmpty }
            }
    }

    /// Returns the Namespace with a name; `nil` if it is not among the objects.
    package func namespace(_ name: String) -> JSONObject? { namespaces[name] }

    /// Returns the parameters of a policy to which a binding refers.
    ///
    /// - Parameters:
    ///   - reference: The reference of the binding.
    ///   - policy: The policy, which has a kind of parameters.
    ///   - namespace: The namespace of the parameters; `nil` if the kind has none.
    /// - Returns: The objects, in the order of the files.
    func parameters(
        _ reference: PolicyBinding.Parameters,
        of policy: AdmissionPolicy,
        in namespace: String?
    ) -> [Parameters] {
        guard let name = policy.paramKind else { return [] }
        let kind = ParameterKind(name: name, version: policy.paramVersion)
        return parameters[kind, default: []].filter { object in
            let own = object.namespace
            guard namespace == nil || namespace == (own.isEmpty ? "default" : own) else {
                return false
            }
            return reference.name.isEmpty
                ? reference.selector.selects(object.labels) == true
                : reference.name == object.name
        }
    }
}

extension ManifestObject.Identity {
    /// Whether the object is a MutatingAdmissionPolicy.
    fileprivate var isOfMutatingPolicy: Bool {
        name.group == PolicyKind.group && name.kind == "MutatingAdmissionPolicy"
    }
}

extension PolicyValidity {
    /// Validates an object of a manifest; `nil` for other kinds.
    package init?(_ object: ManifestObject, _ fieldValidation: FieldValidation) {
        guard case .success(let identity) = object.identity, let kind = PolicyKind(identity) else {
            return nil
        }
        self.init(kind, version: identity.version, object.node, fieldValidation)
    }
}
