package import CRDGeneratorCore
import CRDRuntime
import CRDValues
package import CRDYAML

/// All versions of all kinds in files of CRDs, with their Swift types.
package struct ResourceCatalog: Sendable {
    /// One version of a kind.
    package struct Entry: Sendable {
        /// The version in the CRD.
        package var version: CustomResourceDefinition.Version
        /// The Swift type.
        package let type: ResourceType
        /// The path of the file with the CRD.
        package let file: String
        /// The name of the type in code: `TrainingJob`, or with group and version if there is no
        /// short name for this version.
        package let swiftName: String
        /// The access level of the type.
        package let access: AccessLevel
        /// The conformances that the configuration adds to the type.
        package let conformances: [String]
        /// Name of a nested type → the full name of its declaration in another resource.
        package let sharedTypes: [String: String]
        /// Whether the scope is certain; that of a kind in an OpenAPI document can be unknown.
        package var isScopeKnown = true

        /// Creates an entry.
        package init(
            version: CustomResourceDefinition.Version,
            type: ResourceType,
            file: String,
            swiftName: String,
            access: AccessLevel,
            conformances: [String],
            sharedTypes: [String: String]
        ) {
            self.version = version
            self.type = type
            self.file = file
            self.swiftName = swiftName
            self.access = access
            self.conformances = conformances
            self.sharedTypes = sharedTypes
        }

        /// `spec.names.kind`.
        package var kind: String { version.definition.names.kind }
        /// The API group.
        package var group: String { version.definition.group }
        /// The name of the CRD, such as `widgets.example.com`.
        package var definitionName: String { "\(version.definition.names.plural).\(group)" }
    }

    /// The versions, sorted by group and kind; versions of one kind are in the order of the file.
    package private(set) var entries: [Entry] = []

    /// Creates a catalog.
    ///
    /// - Parameter entries: The versions, sorted by group and kind.
    init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// Creates a catalog without entries.
    package init() {}

    /// Adds the kinds of files with a common configuration.
    ///
    /// - Parameters:
    ///   - inputs: The files of a folder, or any others.
    ///   - module: The name of the module of their types; empty if it is unknown.
    ///   - configuration: The configuration of all files.
    ///   - diagnostics: Receives the diagnostics about the files; a CRD with an error is left out.
    ///   - step: Called after each file, so that progress can be shown.
    package mutating func add(
        _ inputs: [Generator.Input],
        module: String = "",
        _ configuration: Configuration = Configuration(),
        _ diagnostics: inout [Diagnostic],
        step: () -> Void = {}
    ) {
        var generator = ModuleGenerator(module: module, configuration: configuration)
        var outputs: [Generator.Output] = []
        for input in inputs {
            outputs.append(generator.add(input, &diagnostics))
            step()
        }
        let shortNames = generator.shortNames
        let sharing = generator.sharing
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
                            version.definition
                        ),
                        sharedTypes: sharing.declarations(in: type)
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
