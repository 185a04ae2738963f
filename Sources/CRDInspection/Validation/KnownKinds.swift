package import CRDGeneratorCore
import CRDLibYAML
import CRDRuntime
import CRDSchema
import CRDValidation
package import CRDYAML

/// The kinds that some CRDs define, to check manifests by.
package struct KnownKinds: Sendable {
    /// One kind with its versions.
    struct Kind: Sendable {
        let versions: [CustomResourceDefinition.Version]
        /// The path of the CRD's file.
        let file: String
        /// Whether the API server would take the CRD.
        let isValid: Bool

        /// The versions that the server answers requests for: `v1, v1beta1`.
        var servedVersions: String {
            versions.filter(\.definition.isServed).map(\.name).joined(separator: ", ")
        }
    }

    struct Name: Hashable, Sendable {
        let group: String
        let kind: String
    }

    private var kinds: [Name: Kind] = [:]
    /// By the name of the list kind.
    private var lists: [Name: Name] = [:]
    /// By the name of the version.
    private var validators: [Name: [String: ResourceValidator]] = [:]

    /// Starts without kinds.
    package init() {}

    /// Adds the CRDs of a file.
    ///
    /// - Parameter input: The file.
    /// - Returns: What the API server would refuse in them, in its words, and what cannot be read;
    ///   the kinds are known all the same as far as they can be read.
    package mutating func add(_ input: Generator.Input) -> [Diagnostic] {
        do throws(Diagnostic) {
            let documents = try Node.parse(input.bytes, file: input.path)
            return documents.flatMap { add($0) }
        } catch {
            return [error]
        }
    }

    /// Adds the CRDs of a document, which may be a list of them; documents of other kinds have none.
    ///
    /// - Returns: The errors in them.
    mutating func add(_ document: Node) -> [Diagnostic] {
        let refused = CRDValidity.all(in: document).flatMap(\.diagnostics)
            .filter { $0.severity == .error }
        var reader = CRDReader()
        reader.read(document)
        for definition in reader.definitions {
            let name = Name(group: definition.group, kind: definition.names.kind)
            kinds[name] = Kind(
                versions: definition.versions,
                file: definition.file,
                isValid: refused.isEmpty
            )
            validators[name] = nil
            lists[Name(group: definition.group, kind: definition.names.listKind)] = name
        }
        // What our reader says of the same fault would only repeat it.
        return refused.isEmpty ? reader.diagnostics.filter { $0.severity == .error } : refused
    }

    /// Whether there are no kinds.
    package var isEmpty: Bool { kinds.isEmpty }

    /// A kind; `nil` if no CRD defines it.
    func kind(_ name: Name) -> Kind? { kinds[name] }

    /// The kind that a list kind is of; `nil` for other kinds.
    func element(ofList name: Name) -> Name? { lists[name] }

    /// `, did you mean 'Widget'?`, of the kinds of the group or of the groups of the kind.
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
