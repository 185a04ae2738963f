package import CRDGeneratorCore
import CRDValues
package import CRDYAML

/// The parts of a file of CRDs that the list of kinds needs, without the schemas.
///
/// Files can be read concurrently, and then be added to ``ResourceListing`` in their order.
package struct ListedFile: Sendable {
    /// The versions of the kinds, in the order of the file, without those with errors.
    let versions: [ListedVersion]
    /// The names of the types, with which those of other files are compared.
    let names: NamespaceFile
    /// The errors of the file.
    package let errors: [Diagnostic]

    /// Reads a file.
    package init(_ input: Generator.Input, _ configuration: Configuration) {
        var generator = ModuleGenerator(module: "", configuration: configuration)
        var diagnostics: [Diagnostic] = []
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
        errors = diagnostics.filter { $0.severity == .error }
    }
}

/// A version of a kind in a list.
struct ListedVersion: Sendable {
    let definition: ResourceDefinition
    let count: AttributeCount
    /// The path of the file with the CRD.
    let file: String
    /// The name of the type with group and version.
    let typeName: String
}
