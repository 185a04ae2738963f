package import CRDGeneratorCore
import CRDRuntime
import CRDSchema
package import CRDYAML

/// Every version of every kind that some files of CRDs define, each with what it becomes in Swift.
package struct ResourceCatalog: Sendable {
    /// One version of a kind.
    package struct Entry: Sendable {
        /// What the CRD says.
        package let version: CustomResourceDefinition.Version
        /// What it becomes in Swift.
        package let type: ResourceType
        /// The path of the file that it comes from.
        package let file: String
        /// The name of the type that code writes: `TrainingJob`, or with group and version where
        /// that short name is not to be had.
        package let swiftName: String
        /// Who can use the type.
        let access: AccessLevel
        /// The protocols that the configuration has the type conform to.
        let conformances: [String]

        /// `spec.names.kind`.
        package var kind: String { version.definition.names.kind }
        /// The API group.
        package var group: String { version.definition.group }
    }

    /// The versions, sorted by group and kind, those of one kind as in their file.
    package private(set) var entries: [Entry] = []

    /// Creates a catalog without entries.
    package init() {}

    /// Adds what files that belong together define.
    ///
    /// - Parameters:
    ///   - inputs: The files of a folder, or any others.
    ///   - configuration: The configuration that holds for all of them.
    ///   - diagnostics: Receives what there is to say about the files; a CRD with an error is left
    ///     out.
    ///   - step: Called after each file, so that progress can be shown.
    package mutating func add(
        _ inputs: [Generator.Input],
        _ configuration: Configuration = Configuration(),
        _ diagnostics: inout [Diagnostic],
        step: () -> Void = {}
    ) {
        let generator = Generator(configuration)
        var namespaces = NamespaceFile(module: "", configuration: configuration)
        var outputs: [Generator.Output] = []
        for input in inputs {
            let output = generator.generate(input, &diagnostics)
            namespaces.add(output)
            outputs.append(output)
            step()
        }
        let shortNames = namespaces.shortNames
        for output in outputs {
            for (version, type) in output.resources {
                let name = type.qualifiedName
                entries.append(
                    Entry(
                        version: version,
                        type: type,
                        file: output.path,
                        swiftName: shortNames[name] ?? name,
                        access: configuration.access,
                        conformances: configuration.conformances.ofResource(
                            version.definition.scope
                        )
                    )
                )
            }
        }
        entries = entries.enumerated()
            .sorted { left, right in
                (left.element.group, left.element.kind, left.offset)
                    < (right.element.group, right.element.kind, right.offset)
            }
            .map(\.element)
    }
}
