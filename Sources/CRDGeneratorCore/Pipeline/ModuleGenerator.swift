package import CRDYAML

/// Generates Swift from all CRD files of a module.
///
/// Only when all files are added, it is known which types they share.
package struct ModuleGenerator {
    /// The results of the files without errors, in the order of the files.
    package private(set) var outputs: [Generator.Output] = []
    private let generator: Generator
    private var builder: ModelBuilder
    /// The names of all files.
    package private(set) var namespaces: NamespaceFile
    private let configuration: Configuration

    /// Creates a generator without files.
    ///
    /// - Parameters:
    ///   - module: The name of the module that the files are compiled in.
    ///   - configuration: The configuration of the folder.
    package init(module: String, configuration: Configuration = Configuration()) {
        generator = Generator(configuration)
        builder = ModelBuilder(file: "", configuration: configuration)
        namespaces = NamespaceFile(module: module, configuration: configuration)
        self.configuration = configuration
    }

    /// Adds a CRD file.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - diagnostics: Receives errors, warnings, and notes, in the order of the file.
    /// - Returns: The resources of the file, without those with errors.
    @discardableResult
    package mutating func add(
        _ input: Generator.Input,
        _ diagnostics: inout [Diagnostic]
    ) -> Generator.Output {
        var found: [Diagnostic] = []
        let output = generator.generate(input, &builder, &found)
        if found.contains(where: { $0.severity == .error }) {
            // Names are compared with those of other files even if a schema has errors.
            namespaces.add(input)
        } else {
            namespaces.add(output)
            outputs.append(output)
        }
        diagnostics += found
        return output
    }

    /// Returns the text of the Swift file with the groups and versions of all files.
    ///
    /// - Parameter diagnostics: Receives an error for each conflict between files, and a warning for
    ///   each unused entry of the configuration.
    /// - Returns: Swift code; it must not be written if there is an error.
    package mutating func namespacesText(_ diagnostics: inout [Diagnostic]) -> String {
        namespaces.text(coreTypes: coreTypes(), &diagnostics)
    }

    /// Returns the structs of the Kubernetes API that the module has: name and full name in the module.
    private mutating func coreTypes() -> [(name: String, path: String)] {
        let sharing = sharing
        return builder.coreTypes().compactMap { name, shape in
            sharing.path(ofShape: shape).map { (name, $0) }
        }
    }

    /// Name of a type with group and version → its short name, if it has one.
    package var shortNames: [String: String] { namespaces.shortNames }

    /// The types that the resources of the module share.
    package var sharing: TypeSharing {
        TypeSharing(outputs.flatMap { $0.resources.map(\.type) }, configuration)
    }
}
