import CRDCatalog
import CRDDefinitionValidity
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import KubernetesAdmissionPolicies

extension ManifestCheck {
    /// The outcome for an object, with the effect of the request and the subjects of notes.
    typealias Answer = (
        outcome: CheckedObject.Outcome, operation: CheckedObject.Operation,
        notes: [KindNote.Subject]
    )

    /// Validates an object, and evaluates the policies for it; several ones can be validated
    /// concurrently.
    ///
    /// - Parameter found: One of the objects of this check.
    /// - Returns: The result, for ``add(_:)``.
    package func result(for found: FoundObject) -> ObjectResult {
        switch found.content {
        case .unreadable(let diagnostic, let file):
            return ObjectResult(
                content: .unreadable(CheckedObject(unreadable: diagnostic, in: file))
            )
        case .object(let object, let validator):
            return ObjectResult(content: content(of: object, validator))
        }
    }

    private func content(
        of object: ManifestObject,
        _ validator: ResourceValidator?
    ) -> ObjectResult.Content {
        switch object.identity {
        case .failure(let error):
            return .unreadable(CheckedObject(object, nil, .unreadable(error)))
        case .success(let identity):
            if skipped.contains(identity) {
                let skipped = CheckedObject(object, identity, .skipped)
                return .checked(skipped, object, identity.name, notes: [])
            }
            let answer = answer(to: object, identity, validator)
            var checked = CheckedObject(object, identity, answer.outcome, answer.operation)
            checked.policyVerdict = policyVerdict(
                for: object,
                identity,
                answer.outcome,
                answer.operation,
                validator
            )
            return .checked(checked, object, identity.name, notes: answer.notes)
        }
    }

    /// Returns the outcome for an object that is not skipped.
    func answer(
        to object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ validator: ResourceValidator?
    ) -> Answer {
        if kinds.isDefinition(identity) { return answer(toDefinition: object, identity) }
        if let validity = PolicyValidity(object, fieldValidation) {
            return (.policy(validity), .create, [])
        }
        let match = stored?.match(for: object, identity.name, kinds)
        guard let validator, let known = kinds.servedVersion(of: identity) else {
            return (kinds.outcome(without: identity), match == nil ? .create : .update, [])
        }
        var notes: [KindNote.Subject] = []
        if !kinds.isValid(known), !kinds.isComplete(identity.name) {
            notes.append(.invalidDefinition(file: known.file))
        }
        let outcome = outcome(of: object, identity, match, validator, &notes)
        return (outcome, match == nil && subresource == nil ? .create : .update, notes)
    }

    private func answer(
        toDefinition object: ManifestObject,
        _ identity: ManifestObject.Identity
    ) -> Answer {
        let match = stored?.match(for: object, identity.name, kinds)
        // Only CRDs in 'v1' can be compared.
        let old = match.flatMap { $0.version == "v1" ? $0 : nil }
        let validity = CRDValidity(
            object.node,
            impliesKind: identity.isImplied,
            replacing: old?.node
        )
        var notes: [KindNote.Subject] = []
        if let match, old == nil {
            notes = [.otherDefinitionVersion(match.version)]
        } else if stored != nil, match == nil {
            notes = [.isNew]
        }
        let duplicates = object.node.duplicateKeys.map(\.diagnostic)
        return (
            .definition(validity, duplicates: duplicates), match == nil ? .create : .update, notes
        )
    }

    /// Returns the response to the creation or the update of an object.
    private func outcome(
        of object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ match: StoredObjects.Match?,
        _ validator: ResourceValidator,
        _ notes: inout [KindNote.Subject]
    ) -> CheckedObject.Outcome {
        if subresource == .status, !validator.definition.hasStatusSubresource {
            return .notFound(
                "the server could not find the requested resource",
                reason: "\(identity.name.kind) has no subresource 'status'"
            )
        }
        guard let match else {
            if subresource == .status { return .notFound(inStored: object, identity, validator) }
            if stored != nil { notes.append(.isNew) }
            return .answered(
                validator.response(
                    toCreating: object.node,
                    fieldValidation: fieldValidation,
                    impliesKind: identity.isImplied
                )
            )
        }
        if match.version != identity.version {
            notes.append(.otherVersion(old: match.version, new: identity.version))
        }
        return .answered(
            validator.response(
                toUpdating: object.node,
                of: match.value,
                subresource: subresource,
                fieldValidation: fieldValidation,
                impliesKind: identity.isImplied
            )
        )
    }
}

extension CheckedObject.Outcome {
    /// The response to an update of `status` without the object before it.
    fileprivate static func notFound(
        inStored object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ validator: ResourceValidator
    ) -> Self {
        let resource = "\(validator.definition.names.plural).\(identity.name.group)"
        return .notFound(
            "\(resource) \"\(object.name)\" not found",
            reason: "it is not among the old objects"
        )
    }
}

extension CheckedObject {
    /// Creates the result for an object.
    init(
        _ object: ManifestObject,
        _ identity: ManifestObject.Identity?,
        _ outcome: Outcome,
        _ operation: Operation = .create
    ) {
        self.init(
            file: object.node.file,
            position: object.node.position,
            group: identity?.name.group ?? "",
            version: identity?.version ?? "",
            kind: identity?.name.kind ?? "",
            name: object.name,
            operation: operation,
            outcome: outcome
        )
    }

    /// Adds a file whose text cannot be read.
    fileprivate init(unreadable diagnostic: Diagnostic, in file: String) {
        self.init(
            file: file,
            position: diagnostic.position,
            group: "",
            version: "",
            kind: "",
            name: "",
            operation: .create,
            outcome: .unreadable(diagnostic)
        )
    }
}
