package import CRDDefinitionValidity
package import CRDGeneratorCore
import CRDRuntime
package import CRDValidation
import CRDValues
import CRDYAML

/// The kinds of CRDs, for the validation of manifests.
///
/// The versions of a kind can be in several CRDs, as in folders that have a file for each version.
package struct KnownKinds: Sendable {
    /// The validity of a CRD.
    enum Validity: Sendable {
        case valid
        case invalid
        /// In `v1beta1`, which only servers before Kubernetes 1.22 accept.
        case ofOldVersion
    }

    /// A version of a kind.
    package struct Version: Sendable {
        /// The version in the CRD.
        package let version: CustomResourceDefinition.Version
        /// The path of the CRD's file.
        package let file: String
        let validity: Validity
    }

    /// A kind with its versions.
    package struct Kind: Sendable {
        /// The versions, in the order in which they were added.
        package fileprivate(set) var versions: [Version] = []
        /// Whether the kind is from OpenAPI documents, and not from CRDs.
        package fileprivate(set) var isFromOpenAPI = false
        /// Whether the plural name and the scope are certain.
        fileprivate(set) var isResourceKnown = true
        /// Whether a webhook converts objects between the versions.
        fileprivate(set) var usesConversionWebhook = false

        /// Whether the server converts objects by a change of their `apiVersion`.
        package var isConvertedByName: Bool { !isFromOpenAPI && !usesConversionWebhook }

        /// The names of the served versions, such as `v1, v1beta1`.
        package var servedVersions: String {
            versions.filter(\.version.definition.isServed).map(\.version.name)
                .joined(separator: ", ")
        }

        /// The paths of the files with the versions, in the order of the versions, each once.
        package var files: [String] {
            var files: [String] = []
            for version in versions where !files.contains(version.file) {
                files.append(version.file)
            }
            return files
        }
    }

    /// The OpenAPI documents for the kinds that no CRD defines.
    package var openAPI = OpenAPIDocuments()
    private var kinds: [KindName: Kind] = [:]
    /// The kinds of files that are not read.
    private var unread: Set<KindName> = []
    /// The kinds by the name of their list kind.
    private var lists: [KindName: KindName] = [:]
    /// The validators by group, version, and kind.
    private var validators: [KindName: [String: ResourceValidator]] = [:]
    /// The errors and warnings about CRDs, in the order of the files.
    package private(set) var problems: [DefinitionProblem] = []
    /// The kinds whose CRDs are replaced by others, so that their problems don't matter.
    package private(set) var replaced: Set<KindName> = []

    /// Creates a collection without kinds.
    package init() {}

    /// Reads the CRDs among manifests.
    package init(in manifests: [ParsedManifest]) {
        for manifest in manifests {
            for document in manifest.documents {
                if let definitions = DefinitionFile.Document(document) { add(definitions) }
            }
        }
    }

    /// Adds the CRDs of a file.
    ///
    /// Kinds that can be read are added even if the API server would reject their CRD.
    ///
    /// - Returns: Whether the file has a CRD, or cannot be read.
    package mutating func add(_ file: DefinitionFile) -> Bool {
        for document in file.documents { add(document) }
        guard let error = file.error else { return !file.documents.isEmpty }
        let kinds = file.documents.flatMap(\.definitions).map {
            KindName(group: $0.definition.group, kind: $0.definition.names.kind)
        }
        problems.append(
            DefinitionProblem(name: nil, diagnostics: [error], kindsBefore: Set(kinds))
        )
        return true
    }

    /// Adds the kinds of a file that is not read, which only suggestions need.
    package mutating func add(unread file: ScannedFile) {
        for definition in file.definitions ?? [] {
            unread.insert(KindName(group: definition.group, kind: definition.kind))
        }
    }

    /// Adds the CRDs of a document.
    mutating func add(_ document: DefinitionFile.Document) {
        problems += document.problems
        for (definition, validity) in document.definitions { add(definition, validity) }
    }

    private mutating func add(_ definition: CustomResourceDefinition, _ validity: Validity) {
        let name = KindName(group: definition.group, kind: definition.names.kind)
        var kind = kinds[name] ?? Kind()
        if definition.usesConversionWebhook { kind.usesConversionWebhook = true }
        for version in definition.versions {
            if let index = kind.versions.firstIndex(where: { $0.version.name == version.name }) {
                let first = kind.versions.remove(at: index)
                problems.append(.duplicate(version, of: name, in: definition.file, first))
            }
            kind.versions.append(
                Version(version: version, file: definition.file, validity: validity)
            )
        }
        kinds[name] = kind
        validators[name] = nil
        lists[KindName(group: definition.group, kind: definition.names.listKind)] = name
    }

    /// Adds a version of a kind from an OpenAPI document.
    mutating func add(_ found: OpenAPIDocuments.Found, named name: KindName) {
        var kind = kinds[name] ?? Kind(isFromOpenAPI: true)
        kind.versions.append(Version(version: found.version, file: found.file, validity: .valid))
        kind.isResourceKnown = found.isResourceKnown
        kinds[name] = kind
        lists[KindName(group: name.group, kind: found.version.definition.names.listKind)] = name
        if found.errors.isEmpty { return }
        problems.append(DefinitionProblem(name: name, diagnostics: found.errors))
    }

    /// Adds the kinds of another collection, which replace kinds with the same name.
    ///
    /// The validation of their CRDs reports the problems of these.
    package mutating func replace(with other: KnownKinds) {
        problems = problems.filter { problem in
            !problem.isOnlyAboutStorage || !(problem.name.map(isComplete) ?? false)
        }
        replaced.formUnion(other.kinds.keys)
        set(other)
    }

    /// Adds the kinds of another collection, which replace kinds with the same name, with the
    /// problems of their CRDs.
    package mutating func add(contentsOf other: KnownKinds) {
        problems.removeAll { problem in problem.name.map { other.kinds[$0] != nil } ?? false }
        problems += other.problems
        set(other)
    }

    private mutating func set(_ other: KnownKinds) {
        for (name, kind) in other.kinds {
            kinds[name] = kind
            validators[name] = nil
        }
        lists.merge(other.lists) { $1 }
    }

    /// Returns a kind; `nil` if no CRD defines it.
    package func kind(_ name: KindName) -> Kind? { kinds[name] }

    /// Returns whether the API server would accept the CRD of a version.
    package func isValid(_ version: Version) -> Bool {
        switch version.validity {
        case .valid: true
        case .invalid: false
        case .ofOldVersion: acceptOldDefinitions
        }
    }

    /// Returns the version of an object; `nil` if no CRD defines its kind, or if the version is
    /// missing or not served.
    package func servedVersion(of object: ManifestObject.Identity) -> Version? {
        kinds[object.name]?.versions.first {
            $0.version.name == object.version && $0.version.definition.isServed
        }
    }

    /// Returns the kind of a resource; `nil` if nothing that was read serves it.
    package func kind(servedAs resource: NamedResource) -> GroupVersionKind? {
        let found = kinds.first { name, kind in
            name.group == resource.group
                && kind.versions.contains { known in
                    let definition = known.version.definition
                    return definition.isServed && definition.version == resource.version
                        && definition.names.plural == resource.plural
                }
        }
        return found.map { name, _ in
            GroupVersionKind(group: name.group, version: resource.version, kind: name.kind)
        }
    }

    /// Returns whether a CRD defines a resource, in any version.
    package func definesResource(_ resource: NamedResource) -> Bool {
        kinds.contains { name, kind in
            !kind.isFromOpenAPI && name.group == resource.group
                && kind.versions.contains {
                    $0.version.definition.names.plural == resource.plural
                }
        }
    }

    /// Returns the kind of the items of a list kind; `nil` for other kinds.
    func element(ofList name: KindName) -> KindName? { lists[name] }

    /// Whether the versions of a kind are in several files, and one of them is stored.
    package func isComplete(_ name: KindName) -> Bool {
        guard let kind = kinds[name], kind.files.count > 1 else { return false }
        return kind.versions.count(where: \.version.definition.isStorage) == 1
    }

    /// Returns a suggestion such as `, did you mean 'Widget'?`, with a kind or a group.
    package func question(about name: KindName) -> String {
        let all = unread.union(kinds.keys).union(openAPI.names).subtracting([name])
        let names = all.filter { $0.group == name.group }.map(\.kind)
        if !names.isEmpty { return NearestName.question(name.kind, among: names.sorted()) }
        let groups = all.filter { $0.kind == name.kind }.map(\.group)
        return NearestName.question(name.group, among: groups.sorted())
    }

    /// Returns the validator for a version of a kind, which is made at the first call.
    package mutating func validator(
        of version: CustomResourceDefinition.Version,
        in kind: KindName
    ) -> ResourceValidator {
        if let validator = validators[kind]?[version.name] { return validator }
        let validator = ResourceValidator(definition: version.definition, schema: version.schema)
        validators[kind, default: [:]][version.name] = validator
        return validator
    }
}
