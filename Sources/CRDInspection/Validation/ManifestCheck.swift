package import CRDCatalog
import CRDDefinitionValidity
package import CRDGeneratorCore
import CRDReports
package import CRDRuntime
package import CRDValidation
import CRDValues
package import CRDYAML
import KubernetesAdmissionPolicies

/// Validates the objects of manifests as the API server does at their creation or update, with their
/// CRDs and without generated code.
///
/// A text can have documents of any kind. The items of a `List`, and of the list kind of a known
/// kind, are objects of their own, as for `kubectl`. CRDs are validated too.
package struct ManifestCheck: Sendable {
    var kinds: KnownKinds
    let fieldValidation: FieldValidation
    let subresource: Subresource?
    let skipped: SkippedKinds
    /// The objects before their update; `nil` if all objects are created.
    private(set) var stored: StoredObjects?
    /// The policies that are evaluated for the objects.
    var policies = PolicyEnforcement()
    /// The errors and warnings about files that have policies but no objects.
    var policyErrors: [Finding] = []
    /// The files with policies, or with objects that policies need.
    package internal(set) var policyFiles: Set<String> = []
    /// Whether files with policies were passed that can be read, but have neither a policy nor a
    /// binding.
    package internal(set) var lacksPolicies = false
    /// The notes about the names of skipped kinds that match no object.
    package internal(set) var skippingNotes: [Diagnostic] = []
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

    /// Validates the objects of some files.
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
        for object in objects(of: manifests, replacing: old, policies: policyManifests) {
            add(result(for: object))
        }
    }

    /// Finds the objects of some files, and everything that is needed to validate them.
    ///
    /// CRDs in these files, or else in those with policies, replace CRDs with the same kind.
    ///
    /// Then ``result(for:)`` is called for each object, also concurrently, and ``add(_:)`` for each
    /// result, in the order of the objects.
    ///
    /// - Parameters:
    ///   - manifests: The files.
    ///   - old: The files with the objects before their update; `nil` if all objects are created.
    ///   - policyManifests: The files with policies and with what they need.
    /// - Returns: The objects, in the order of the texts.
    package mutating func objects(
        of manifests: [ParsedManifest],
        replacing old: [ParsedManifest]? = nil,
        policies policyManifests: [ParsedManifest] = []
    ) -> [FoundObject] {
        kinds.add(contentsOf: KnownKinds(in: policyManifests))
        kinds.replace(with: KnownKinds(in: manifests))
        kinds.addOpenAPIKinds(of: (manifests + policyManifests).flatMap(\.documents))
        stored = old.map { StoredObjects($0, kinds) }
        let found = manifests.map { manifest in
            manifest.documents.flatMap { ManifestObject.all(in: $0, kinds) }
        }
        readPolicies(policyManifests, and: found.flatMap(\.self))
        return zip(manifests, found).flatMap { manifest, objects in
            objects.map { FoundObject($0, validator(for: $0)) }
                + [manifest.error.map { FoundObject(unreadable: $0, in: manifest.path) }]
                .compactMap(\.self)
        }
    }

    /// Returns the validator for an object; `nil` if it needs none.
    mutating func validator(for object: ManifestObject) -> ResourceValidator? {
        guard let identity = try? object.identity.get(), !skipped.contains(identity),
            let known = kinds.servedVersion(of: identity)
        else { return nil }
        return kinds.validator(of: known.version, in: identity.name)
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

    /// The errors and warnings about the objects before their update.
    package var storedDiagnostics: [Diagnostic] { stored?.diagnostics ?? [] }

    /// The files with objects before their update.
    package var storedFiles: Set<String> { stored?.files ?? [] }

    /// Adds the result for an object.
    package mutating func add(_ result: ObjectResult) {
        switch result.content {
        case .unreadable(let object): objects.append(object)
        case .checked(let checked, let object, let kind, let subjects):
            for subject in subjects { note(object, kind, subject) }
            policies.add(checked.policyVerdict?.gaps ?? [], of: checked)
            objects.append(checked)
        }
    }

    private mutating func note(
        _ object: ManifestObject,
        _ kind: KindName,
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
}
