package import CRDGeneratorCore
import CRDLibYAML
import CRDParsing
package import CRDRuntime
package import CRDValidation
import CRDValues
package import CRDYAML

/// Validates the objects of manifests as the API server does at their creation or update, with their
/// CRDs and without generated code.
///
/// A text can have documents of any kind. The items of a `List`, and of the list kind of a known
/// kind, are objects of their own, as for `kubectl`. CRDs are validated too.
package struct ManifestCheck: Sendable {
    var kinds: KnownKinds
    private let fieldValidation: FieldValidation
    let subresource: Subresource?
    private let skipped: SkippedKinds
    /// The number of objects that are not validated, because their kinds are skipped.
    package private(set) var skippedCount = 0
    /// The files with such objects.
    package private(set) var skippedFiles: Set<String> = []
    /// The objects before their update; `nil` if all objects are created.
    private(set) var stored: StoredObjects?
    /// The policies that are evaluated for the objects.
    private(set) var policies = PolicyEnforcement()
    /// The errors and warnings about files that have policies but no objects.
    private(set) var policyErrors: [Diagnostic] = []
    /// The files with policies, or with objects that policies need.
    package private(set) var policyFiles: Set<String> = []
    /// The objects, in the order of the texts.
    package private(set) var objects: [CheckedObject] = []
    /// The notes about the objects of each kind, in the order of the first objects.
    private(set) var notes: [KindNote] = []
    /// The index in `notes` of each note.
    private var noted: [KindNote.Key: Int] = [:]

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - kinds: The kinds that are checked.
    ///   - fieldValidation: The handling of unknown fields and duplicate keys.
    ///   - subresource: The subresource that is updated; `nil` for the objects themselves.
    ///   - skipped: The kinds that are not validated.
    package init(
        _ kinds: KnownKinds,
        fieldValidation: FieldValidation = .strict,
        subresource: Subresource? = nil,
        skipping skipped: SkippedKinds = SkippedKinds()
    ) {
        self.kinds = kinds
        self.fieldValidation = fieldValidation
        self.subresource = subresource
        self.skipped = skipped
    }

    /// Validates the objects of some files; CRDs in these files define kinds for all of them.
    ///
    /// - Parameters:
    ///   - manifests: The files.
    ///   - old: The files with the objects before their update; an object that they don't have is
    ///     created. `nil` if all objects are created.
    ///   - policyManifests: The files with policies, bindings, and objects that they need, in addition
    ///     to those in `manifests`.
    package mutating func check(
        _ manifests: [ParsedManifest],
        replacing old: [ParsedManifest]? = nil,
        policies policyManifests: [ParsedManifest] = []
    ) {
        kinds.replace(with: KnownKinds(in: manifests))
        kinds.addOpenAPIKinds(of: manifests.flatMap { (try? $0.documents.get()) ?? [] })
        stored = old.map { StoredObjects($0, kinds) }
        let found = manifests.map { manifest in
            manifest.documents.map { $0.flatMap { ManifestObject.all(in: $0, kinds) } }
        }
        readPolicies(policyManifests, and: found.flatMap { (try? $0.get()) ?? [] })
        for (manifest, objects) in zip(manifests, found) {
            switch objects {
            case .success(let objects): for object in objects { check(object) }
            case .failure(let diagnostic):
                self.objects.append(CheckedObject(unreadable: diagnostic, in: manifest.path))
            }
        }
    }

    /// Validates the objects of some files that are not parsed yet.
    package mutating func check(
        _ inputs: [Generator.Input],
        replacing old: [Generator.Input]? = nil,
        policies: [Generator.Input] = []
    ) {
        check(
            inputs.map(ParsedManifest.init),
            replacing: old?.map(ParsedManifest.init),
            policies: policies.map(ParsedManifest.init)
        )
    }

    /// Reads the policies of some files, and those among the objects.
    private mutating func readPolicies(
        _ manifests: [ParsedManifest],
        and objects: [ManifestObject]
    ) {
        var others: [ManifestObject] = []
        for manifest in manifests {
            do throws(Diagnostic) {
                for document in try manifest.documents.get() {
                    policyFiles.insert(manifest.path)
                    others += ManifestObject.all(in: document, kinds)
                }
            } catch {
                policyFiles.insert(manifest.path)
                policyErrors.append(error)
            }
        }
        for object in others {
            policyErrors += PolicyValidity(object, fieldValidation)?.diagnostics ?? []
        }
        policies = PolicyEnforcement(PolicySet(others + objects, &kinds, fieldValidation))
    }

    /// The errors and warnings about the objects before their update.
    package var storedDiagnostics: [Diagnostic] { stored?.diagnostics ?? [] }

    /// The files with objects before their update.
    package var storedFiles: Set<String> { stored?.files ?? [] }

    private mutating func check(_ object: ManifestObject) {
        switch object.identity {
        case .failure(let error): add(object, nil, .unreadable(error))
        case .success(let identity) where skipped.contains(identity):
            skippedCount += 1
            skippedFiles.insert(object.node.file)
        case .success(let identity) where identity.name == .definition:
            checkDefinition(object, identity)
        case .success(let identity):
            if let validity = PolicyValidity(object, fieldValidation) {
                add(object, identity, .policy(validity))
            } else {
                checkResource(object, identity)
            }
        }
    }

    private mutating func checkDefinition(
        _ object: ManifestObject,
        _ identity: ManifestObject.Identity
    ) {
        let match = stored?.match(for: object, identity.name, kinds)
        if stored != nil, match == nil { note(object, identity.name, .isNew) }
        let validity = CRDValidity(
            object.node,
            impliesKind: identity.isImplied,
            replacing: match?.node
        )
        let duplicates = object.node.duplicateKeys.map(\.diagnostic)
        add(
            object,
            identity,
            .definition(validity, duplicates: duplicates),
            match == nil ? .create : .update
        )
    }

    private mutating func checkResource(
        _ object: ManifestObject,
        _ identity: ManifestObject.Identity
    ) {
        let name = identity.name
        guard let known = kinds.servedVersion(of: identity) else {
            let isUpdate = stored?.match(for: object, name, kinds) != nil
            let outcome = kinds.outcome(without: identity)
            return add(object, identity, outcome, isUpdate ? .update : .create)
        }
        if !known.isValid, !kinds.isComplete(name) {
            note(object, name, .invalidDefinition(file: known.file))
        }
        let validator = kinds.validator(of: known.version, in: name)
        let match = stored?.match(for: object, name, kinds)
        add(
            object,
            identity,
            outcome(of: object, identity, match, validator),
            match == nil && subresource == nil ? .create : .update
        )
    }

    /// Returns the response to the creation or the update of an object.
    private mutating func outcome(
        of object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ match: StoredObjects.Match?,
        _ validator: ResourceValidator
    ) -> CheckedObject.Outcome {
        if subresource == .status, !validator.definition.hasStatusSubresource {
            return .notFound(
                "the server could not find the requested resource",
                reason: "\(identity.name.kind) has no subresource 'status'"
            )
        }
        guard let match else {
            if subresource == .status { return .notFound(inStored: object, identity, validator) }
            if stored != nil { note(object, identity.name, .isNew) }
            return .answered(
                validator.response(
                    toCreating: object.node,
                    fieldValidation: fieldValidation,
                    impliesKind: identity.isImplied
                )
            )
        }
        if match.version != identity.version {
            let versions = KindNote.Subject.otherVersion(
                old: match.version,
                new: identity.version
            )
            note(object, identity.name, versions)
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

    private mutating func note(
        _ object: ManifestObject,
        _ kind: KnownKinds.Name,
        _ subject: KindNote.Subject
    ) {
        let key = KindNote.Key(kind: kind, subject: subject)
        if let index = noted[key] {
            notes[index].count += 1
            return
        }
        noted[key] = notes.count
        let namespaces = subject == .isNew ? stored?.namespaces(of: object, kind) ?? [] : []
        notes.append(
            KindNote(
                key: key,
                file: object.node.file,
                position: object.node.position,
                name: object.name,
                namespaces: namespaces
            )
        )
    }

    private mutating func add(
        _ object: ManifestObject,
        _ identity: ManifestObject.Identity?,
        _ outcome: CheckedObject.Outcome,
        _ operation: CheckedObject.Operation = .create
    ) {
        var checked = CheckedObject(object, identity, outcome, operation)
        if let identity, !policies.isEmpty,
            let request = request(for: object, identity, outcome, operation)
        {
            checked.policyVerdict = PolicyVerdict(
                request,
                policies.findings(about: request, object.node, kinds)
            )
        }
        objects.append(checked)
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
