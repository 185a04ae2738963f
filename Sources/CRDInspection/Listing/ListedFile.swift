import CRDCatalog
import CRDDefinitionValidity
package import CRDGeneratorCore
import CRDLibYAML
import CRDValues
import CRDYAML

/// The parts of a file of CRDs that the list of kinds needs, without the schemas.
///
/// Files can be read concurrently, and then be added to ``ResourceListing`` in their order.
package struct ListedFile: Sendable {
    /// The versions of the kinds, in the order of the file, without those with errors.
    private(set) var versions: [ListedVersion] = []
    /// The names of the types, with which those of other files are compared.
    private(set) var names: NamespaceFile
    /// The errors of the file.
    private(set) var errors: [Diagnostic] = []

    /// Reads the names in a file; errors in schemas are not reported.
    package init(_ input: Generator.Input, _ configuration: Configuration) {
        names = NamespaceFile(module: "", configuration: configuration)
        for definition in definitions(input) {
            for version in definition.versions {
                guard let typeName = names.add(version, of: input.path) else { continue }
                versions.append(
                    ListedVersion(
                        definition: version.definition,
                        file: input.path,
                        typeName: typeName
                    )
                )
            }
        }
    }

    /// Reads a file with the schemas, and counts their fields.
    package init(counting input: Generator.Input, _ configuration: Configuration) {
        var generator = ModuleGenerator(module: "", configuration: configuration)
        var diagnostics: [Diagnostic] = []
        var input = input
        let parsed = Node.parseUntilError(input.bytes, file: input.path)
        input.parsed = parsed
        let output = generator.add(input, &diagnostics)
        versions = output.resources.map { version, type in
            ListedVersion(
                definition: version.definition,
                count: AttributeCount(type),
                file: output.path,
                typeName: type.qualifiedName
            )
        }
        names = generator.namespaces
        let validity = parsed.documents.flatMap(CRDValidity.all).flatMap(\.errors)
        errors = Self.errors(validity, diagnostics)
    }

    /// Returns the CRDs of a file, without reading schemas if that is possible.
    private mutating func definitions(_ input: Generator.Input) -> [CustomResourceDefinition] {
        if let outline = DefinitionOutline(input.bytes),
            let contents = outline.contents(file: input.path)
        {
            errors = Self.errors(contents.errors, [])
            return contents.definitions
        }
        var reader = CRDReader(readsSchemas: false)
        let parsed = Node.parseUntilError(input.bytes, file: input.path)
        for document in parsed.documents { reader.read(document) }
        let validity = parsed.documents.flatMap(CRDValidity.allOutsideSchemas).flatMap(\.errors)
        errors = Self.errors(validity, reader.diagnostics + [parsed.error].compactMap(\.self))
        return reader.definitions
    }

    /// Returns the errors of the API server, and others that have another location.
    private static func errors(
        _ validity: [Diagnostic],
        _ others: [Diagnostic]
    ) -> [Diagnostic] {
        (validity + others.besides(validity)).filter { $0.severity == .error }.inFileOrder()
    }
}

/// A version of a kind in a list.
struct ListedVersion: Sendable {
    let definition: ResourceDefinition
    /// The number of fields; `nil` if they are not counted.
    var count: AttributeCount?
    /// The path of the file with the CRD.
    let file: String
    /// The name of the type with group and version.
    let typeName: String
}
