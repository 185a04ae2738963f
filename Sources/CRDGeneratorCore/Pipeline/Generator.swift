import CRDLibYAML
package import CRDYAML

/// Generates Swift from the texts of CRD files.
///
/// It reads and writes no files. Each CRD file is generated on its own, as in a build plugin;
/// ``NamespaceFile`` is the part that all files of a folder share.
package struct Generator {
    private let configuration: Configuration

    /// Creates a generator with a configuration.
    package init(_ configuration: Configuration = Configuration()) {
        self.configuration = configuration
    }

    /// The text of a file with its path.
    package struct Input: Sendable {
        /// The path shown in diagnostics.
        package let path: String
        /// The bytes of the file.
        package let bytes: [UInt8]
        /// The documents and the error, if the bytes are parsed already.
        package var parsed: (documents: [Node], error: Diagnostic?)?

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The result for a CRD file.
    package struct Output: Sendable {
        /// The path of the CRD file.
        package let path: String
        /// The versions of the CRDs with their types, in the order of the file.
        package let resources: [(version: CustomResourceDefinition.Version, type: ResourceType)]

        /// The Swift file with all resources, if there are no other files in the module.
        package var swift: SwiftFile {
            swift(TypeSharing(resources.map(\.type), configuration))
        }

        /// Returns the Swift file with all resources.
        ///
        /// - Parameter sharing: The types that resources of the module share.
        /// - Returns: The file, with aliases of types that other resources declare.
        package func swift(_ sharing: TypeSharing) -> SwiftFile {
            SwiftFile(
                path: path,
                resources: resources.map(\.type),
                sharing: sharing,
                configuration: configuration
            )
        }

        /// The configuration of the file.
        package let configuration: Configuration
        /// The source locations of the configuration entries that were used.
        let used: Set<SourcePosition>
    }

    /// Generates the types of a CRD file.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - diagnostics: Receives errors, warnings, and notes, in the order of the file. If there is
    ///     an error, the result must not be written.
    /// - Returns: The resources of the file, without those with errors.
    package func generate(_ input: Input, _ diagnostics: inout [Diagnostic]) -> Output {
        var builder = ModelBuilder(file: input.path, configuration: configuration)
        return generate(input, &builder, &diagnostics)
    }

    /// Generates the types of a CRD file with a builder that is used for several files.
    func generate(
        _ input: Input,
        _ builder: inout ModelBuilder,
        _ diagnostics: inout [Diagnostic]
    ) -> Output {
        builder.beginFile(input.path)
        var found: [Diagnostic] = []
        var resources: [(version: CustomResourceDefinition.Version, type: ResourceType)] = []
        var used: Set<SourcePosition> = []
        let definitions = Self.read(input, readsSchemas: true, &found)
        if definitions.isEmpty, found.isEmpty {
            let message = "no CustomResourceDefinition found, so no types are generated"
            found.append(Diagnostic(.warning, message, file: input.path))
        }
        for definition in definitions {
            for version in definition.versions {
                used.formUnion(configuration.positions(of: version))
                guard configuration.selects(version) else { continue }
                resources.append((version, builder.build(version)))
            }
        }
        diagnostics += (found + builder.diagnostics).inFileOrder()
        return Output(
            path: input.path,
            resources: resources,
            configuration: configuration,
            used: used.union(builder.used)
        )
    }

    /// Returns the CRDs of a file; reports an error for invalid YAML, before which there can be
    /// valid documents.
    static func read(
        _ input: Input,
        readsSchemas: Bool,
        _ diagnostics: inout [Diagnostic]
    ) -> [CustomResourceDefinition] {
        var reader = CRDReader(readsSchemas: readsSchemas)
        let parsed = input.parsed ?? Node.parseUntilError(input.bytes, file: input.path)
        for document in parsed.documents { reader.read(document) }
        diagnostics += reader.diagnostics
        if let error = parsed.error { diagnostics.append(error) }
        return reader.definitions
    }
}
