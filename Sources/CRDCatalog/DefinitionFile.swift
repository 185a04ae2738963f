import CRDDefinitionValidity
package import CRDGeneratorCore
import CRDLibYAML
import CRDYAML

/// The CRDs of a file, with their problems.
///
/// Files can be read concurrently, and then be added to ``KnownKinds`` in their order.
package struct DefinitionFile: Sendable {
    /// The CRDs of a document.
    struct Document: Sendable {
        let definitions: [(definition: CustomResourceDefinition, validity: KnownKinds.Validity)]
        let problems: [DefinitionProblem]
    }

    /// The documents that have CRDs, up to the first one that is not YAML.
    let documents: [Document]
    /// The error if the text is not YAML.
    let error: Diagnostic?

    /// Reads the CRDs of a file.
    ///
    /// CRDs that can be read are included even if the API server would reject them.
    package init(_ input: Generator.Input) {
        let parsed = Node.parseUntilError(input.bytes, file: input.path)
        documents = parsed.documents.compactMap(Document.init)
        error = parsed.error
    }
}

extension DefinitionFile.Document {
    /// Reads the CRDs of a document, which can be a list of CRDs; `nil` for other documents.
    init?(_ document: Node) {
        let validities = CRDValidity.all(in: document)
        if validities.isEmpty { return nil }
        var reader = CRDReader()
        reader.read(document)
        var invalid: [SourcePosition: KnownKinds.Validity] = [:]
        var problems: [DefinitionProblem] = []
        for validity in validities {
            let errors = validity.errors
            if errors.isEmpty { continue }
            invalid[validity.position] = validity.isOfOldVersion ? .ofOldVersion : .invalid
            problems.append(
                DefinitionProblem(
                    name: validity.kind,
                    diagnostics: errors,
                    isOnlyAboutStorage: validity.isInvalidOnlyInStorage,
                    isOfOldVersion: validity.isOfOldVersion
                )
            )
        }
        // The reader would report the same errors again, except for a CRD in an old version, in
        // which only the version was found.
        let errors = reader.diagnostics.filter { $0.severity == .error }
        if invalid.values.allSatisfy({ $0 == .ofOldVersion }), !errors.isEmpty {
            problems.append(DefinitionProblem(name: nil, diagnostics: errors))
        }
        definitions = reader.definitions.map { ($0, invalid[$0.position] ?? .valid) }
        self.problems = problems
    }
}
