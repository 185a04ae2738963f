package import CRDGeneratorCore
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDValues
package import CRDYAML

/// The kinds of CRDs, for the validation of manifests.
package struct KnownKinds: Sendable {
    /// A kind with its versions.
    struct Kind: Sendable {
        let versions: [CustomResourceDefinition.Version]
        /// The path of the CRD's file.
        let file: String
        /// Whether the API server would accept the CRD.
        let isValid: Bool

        /// The served versions, such as `v1, v1beta1`.
        var servedVersions: String {
            versions.filter(\.definition.isServed).map(\.name).joined(separator: ", ")
        }
    }

    struct Name: Hashable, Sendable {
        let group: String
        let kind: String
    }

    private var kinds: [Name: Kind] = [:]
    /// The kinds by the name of their list kind.
    private var lists: [Name: Name] = [:]
    /// The validators by group, version, and kind.
    private var validators: [Name: [String: ResourceValidator]] = [:]

    /// Creates a collection without kinds.
    package init() {}

    /// Adds the CRDs of a file.
    ///
    /// - Parameter input: The file.
    /// - Returns: The errors that the API server would report for them, and errors of reading; the
    ///   kinds that can be read are added anyway.
    package mutating func add(_ input: Generator.Input) -> [Diagnostic] {
        do throws(Diagnostic) {
            let documents = try Node.parse(input.bytes, file: input.path)
            return documents.flatMap { add($0) }
        } catch {
            return [error]
        }
    }

    /// Adds the CRDs of a document, which can be a list of CRDs; other documents are ignored.
    ///
    /// - Returns: The errors in them.
    mutating func add(_ document: Node) -> [Diagnostic] {
        let errors = CRDValidity.all(in: document).flatMap(\.diagnostics)
            .filter { $0.severity == .error }
        var reader = CRDReader()
        reader.read(document)
        for definition in reader.definitions {
            let name = Name(group: definition.group, kind: definition.names.kind)
            kinds[name] = Kind(
                versions: definition.versions,
                file: definition.file,
                isValid: errors.isEmpty
            )
            validators[name] = nil
            lists[Name(group: definition.group, kind: definition.names.listKind)] = name
        }
        // The reader would report the same errors again.
        return errors.isEmpty ? reader.diagnostics.filter { $0.severity == .error } : errors
    }

    /// Whether there are no kinds.
    package var isEmpty: Bool { kinds.isEmpty }

    /// Returns a kind; `nil` if no CRD defines it.
    func kind(_ name: Name) -> Kind? { kinds[name] }

    /// Returns the kind of the items of a list kind; `nil` for other kinds.
    func element(ofList name: Name) -> Name? { lists[name] }

    /// Returns a suggestion such as `, did you mean 'Widget'?`, with a kind or a group.
    func question(about name: Name) -> String {
        let names = kinds.keys.filter { $0.group == name.group }.map(\.kind)
        if !names.isEmpty { return NearestName.question(name.kind, among: names.sorted()) }
        let groups = kinds.keys.filter { $0.kind == name.kind }.map(\.group)
        return NearestName.question(name.group, among: groups.sorted())
    }

    /// Returns the validator for a version of a kind, which is made at the first call.
    mutating func validator(
        of version: CustomResourceDefinition.Version,
        in kind: Name
    ) -> ResourceValidator {
        if let validator = validators[kind]?[version.name] { return validator }
        let validator = ResourceValidator(definition: version.definition, schema: version.schema)
        validators[kind, default: [:]][version.name] = validator
        return validator
    }
}
