import CRDCatalog
import CRDDefinitionValidity
import CRDReports
import CRDValidation
import CRDYAML
import KubernetesAdmissionPolicies

extension ManifestCheck {
    /// Reads the policies of some files, and those among the objects of manifests.
    ///
    /// Of the objects in the files of policies, only policies, bindings, and parameters are
    /// validated.
    mutating func readPolicies(_ manifests: [ParsedManifest], and objects: [ManifestObject]) {
        var others: [ManifestObject] = []
        for manifest in manifests {
            for document in manifest.documents {
                policyFiles.insert(manifest.path)
                others += ManifestObject.all(in: document, kinds)
            }
            if let error = manifest.error {
                policyFiles.insert(manifest.path)
                policyErrors.append(Finding(.unreadable, error))
            }
        }
        lacksPolicies = !others.isEmpty && policyErrors.isEmpty
        skippingNotes = skipped.notes(
            about: (others + objects).compactMap { try? $0.identity.get() }
        )
        let set = policySet(of: others, and: objects)
        policies = PolicyEnforcement(set, kinds)
        let parameterKinds = set.parameterKinds
        for object in others {
            guard case .success(let identity) = object.identity else { continue }
            if PolicyKind(identity) != nil { lacksPolicies = false }
            guard !skipped.contains(identity),
                let outcome = outcome(ofPolicyObject: object, identity, parameterKinds)
            else { continue }
            let checked = CheckedObject(object, identity, outcome)
            policyErrors += checked.findings(requiresKinds: false)
        }
    }

    /// Returns the policies of some files and among the objects of manifests, with what they need.
    private mutating func policySet(
        of others: [ManifestObject],
        and objects: [ManifestObject]
    ) -> PolicySet {
        var set = PolicySet(policiesIn: others + objects, skipping: skipped, fieldValidation)
        var accepted: [ManifestObject] = []
        for (object, isOther) in others.map({ ($0, true) }) + objects.map({ ($0, false) }) {
            if set.canBeParameters(object), isRejected(object, isNew: isOther) {
                set.add(invalidParameters: object)
            } else {
                accepted.append(object)
            }
        }
        set.add(accepted, &kinds)
        return set
    }

    /// Returns whether the server rejects parameters, so that they don't exist.
    ///
    /// Skipped objects are not validated, and an object whose subresource is updated exists.
    private mutating func isRejected(_ object: ManifestObject, isNew: Bool) -> Bool {
        guard case .success(let identity) = object.identity, !skipped.contains(identity),
            isNew || subresource == nil
        else { return false }
        let validator = validator(for: object)
        let outcome: CheckedObject.Outcome
        if let validator, isNew {
            outcome = creation(of: object, identity, validator)
        } else {
            outcome = answer(to: object, identity, validator).outcome
        }
        return CheckedObject(object, identity, outcome).verdict() == .invalid
    }

    private func creation(
        of object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ validator: ResourceValidator
    ) -> CheckedObject.Outcome {
        .answered(
            validator.response(
                toCreating: object.node,
                fieldValidation: fieldValidation,
                impliesKind: identity.isImplied
            )
        )
    }

    /// Returns the response to the creation of a policy, a binding, or parameters of a known kind;
    /// `nil` for other objects.
    private mutating func outcome(
        ofPolicyObject object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ parameterKinds: Set<KindName>
    ) -> CheckedObject.Outcome? {
        if let validity = PolicyValidity(object, fieldValidation) { return .policy(validity) }
        guard parameterKinds.contains(identity.name), kinds.kind(identity.name) != nil else {
            return nil
        }
        guard let validator = validator(for: object) else {
            return kinds.outcome(without: identity)
        }
        return creation(of: object, identity, validator)
    }
}
