import CRDLibYAML
package import CRDYAML

/// Turns the texts of CRD files into Swift.
///
/// Text in, text out: it touches no file.
/// Files are generated one by one, as a build plugin wants it; what concerns all files of a folder
/// at once is ``NamespaceFile``.
package struct Generator {
    private let configuration: Configuration

    /// Prepares to generate with a configuration.
    package init(_ configuration: Configuration = Configuration()) {
        self.configuration = configuration
    }

    /// A text with the path it came from.
    package struct Input: Sendable {
        /// The path shown in diagnostics.
        package let path: String
        /// The bytes of the file.
        package let bytes: [UInt8]

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// What a CRD file becomes.
    package struct Output: Sendable {
        /// The path of the file that it comes from.
        package let path: String
        /// Each version of each CRD with its types, in the order of the file.
        package let resources: [(version: CustomResourceDefinition.Version, type: ResourceType)]

        /// The Swift of all resources.
        package var swift: SwiftFile {
            let source = path.split(separator: "/").last.map(String.init) ?? path
            return SwiftFile(
                source: source,
                resources: resources.map(\.type),
                configuration: configuration
            )
        }

        /// The configuration that holds for it.
        package let configuration: Configuration
        /// Where the entries of the configuration stand that had something to say.
        let used: Set<SourcePosition>
        /// Whether anything is wrong with the file, so that entries may have had nothing to say.
        let hasErrors: Bool
    }

    /// Generates everything that one file gives.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - diagnostics: Receives what there is to say, in the order of the file. If one of them is
    ///     an error, nothing of the result may be written.
    /// - Returns: The resources of the file; fewer where there are errors.
    package func generate(_ input: Input, _ diagnostics: inout [Diagnostic]) -> Output {
        var found: [Diagnostic] = []
        var builder = ModelBuilder(file: input.path, configuration: configuration)
        var resources: [(version: CustomResourceDefinition.Version, type: ResourceType)] = []
        var used: Set<SourcePosition> = []
        let definitions = Self.read(input, readsSchemas: true, &found)
        if definitions.isEmpty, found.isEmpty {
            let message = "no CustomResourceDefinition in this file, so no types"
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
            used: used.union(builder.used),
            hasErrors: found.contains { $0.severity == .error }
        )
    }

    /// The CRDs of a file; a text that is no YAML gives none and an error.
    static func read(
        _ input: Input,
        readsSchemas: Bool,
        _ diagnostics: inout [Diagnostic]
    ) -> [CustomResourceDefinition] {
        var reader = CRDReader(readsSchemas: readsSchemas)
        do throws(Diagnostic) {
            for document in try Node.parse(input.bytes, file: input.path) { reader.read(document) }
        } catch {
            diagnostics.append(error)
            return []
        }
        diagnostics += reader.diagnostics
        return reader.definitions
    }
}
