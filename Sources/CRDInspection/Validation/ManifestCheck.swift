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
    private(set) var kinds: KnownKinds
    private let fieldValidation: FieldValidation
    private let subresource: Subresource?
    /// The objects before their update; `nil` if all objects are created.
    private var stored: StoredObjects?
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
    package init(
        _ kinds: KnownKinds,
        fieldValidation: FieldValidation = .strict,
        subresource: Subresource? = nil
    ) {
        self.kinds = kinds
        self.fieldValidation = fieldValidation
        self.subresource = subresource
    }

    /// Validates the objects of some files; CRDs in these files define kinds for all of them.
    ///
    /// - Parameters:
    ///   - inputs: The files.
    ///   - old: The files with the objects before their update; an object that they don't have is
    ///     created. `nil` if all objects are created.
    package mutating func check(
        _ inputs: [Generator.Input],
        replacing old: [Generator.Input]? = nil
    ) {
        let texts = inputs.map { input in
            Result { () throws(Diagnostic) in try ManifestObject.documents(of: input) }
        }
        var own = KnownKinds()
        for text in texts {
            // Errors in CRDs are reported when the CRDs are validated below.
            for document in (try? text.get()) ?? [] { own.add(document) }
        }
        kinds.replace(with: own)
        stored = old.map { StoredObjects($0, kinds) }
        for (input, text) in zip(inputs, texts) {
            switch text {
            case .success(let documents):
                for document in documents {
                    for object in ManifestObject.all(in: document, kinds) { check(object) }
                }
            case .failure(let diagnostic):
                objects.append(CheckedObject(unreadable: diagnostic, in: input.path))
            }
        }
    }

    /// The errors and warnings about the objects before their update.
    package var storedDiagnostics: [Diagnostic] { stored?.diagnostics ?? [] }

    /// The files with objects before their update.
    package var storedFiles: Set<String> { stored?.files ?? [] }

    private mutating func check(_ object: ManifestObject) {
        switch object.identity {
        case .failure(let error): add(object, nil, .unreadable(error))
        case .success(let identity) where identity.name == .definition:
            checkDefinition(object, identity)
        case .success(let identity): checkResource(object, identity)
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
            return add(object, identity, kinds.outcome(without: identity))
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
        objects.append(CheckedObject(object, identity, outcome, operation))
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
