import CRDValues
package import CRDYAML

/// The Swift file that all CRD files of a folder share, with the list of kinds and the short names of
/// resources.
///
/// It needs names, but no schemas. No Swift file of a CRD uses its declarations, so that none is
/// compiled again when it changes.
package struct NamespaceFile {
    /// A resource with its source location.
    struct Declaration {
        let file: String
        let position: SourcePosition
        let group: String
        let groupName: String
        let versionName: String
        let typeName: String
        let definition: ResourceDefinition

        /// The kind with group and version.
        var title: String { "\(definition.names.kind) of '\(definition.apiVersion)'" }

        /// The type with group and version.
        var path: String { "\(groupName).\(versionName).\(typeName)" }
    }

    private(set) var declarations: [Declaration] = []
    private let configuration: Configuration
    let module: String
    /// The source locations of the configuration entries that are used.
    private var used: Set<SourcePosition> = []
    /// Whether the types of all files are generated, so that it is known which entries are unused.
    private var hasAllTypes = true

    /// Creates an empty file.
    ///
    /// - Parameters:
    ///   - module: The name of the module that the file is compiled in.
    ///   - configuration: The configuration of the folder.
    package init(module: String, configuration: Configuration = Configuration()) {
        self.module = module
        self.configuration = configuration
    }

    /// Adds the names of a CRD file whose types aren't generated, such as one with errors.
    ///
    /// Errors in the file are reported by ``Generator`` only. Schemas aren't read, so unused entries
    /// of the configuration aren't reported.
    package mutating func add(_ input: Generator.Input) {
        hasAllTypes = false
        var ignored: [Diagnostic] = []
        for definition in Generator.read(input, readsSchemas: false, &ignored) {
            for version in definition.versions { add(version, of: input.path) }
        }
    }

    /// Adds the names of other files of the module.
    package mutating func add(_ other: NamespaceFile) {
        declarations += other.declarations
        used.formUnion(other.used)
        hasAllTypes = hasAllTypes && other.hasAllTypes
    }

    /// Name of a type with group and version → its short name, if it has one.
    package var shortNames: [String: String] {
        var ignored: [Diagnostic] = []  // `text` reports them
        let names = shortNames(&ignored).map { name, declaration in
            (declaration.path, name)
        }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    /// Adds the resources of a CRD file that was generated without errors, without reading it
    /// again.
    package mutating func add(_ output: Generator.Output) {
        used.formUnion(output.used)
        for resource in output.resources { add(resource.version, of: output.path) }
    }

    /// Adds the names of a version of a CRD, unless the configuration leaves it out.
    ///
    /// - Returns: The name of the type with group and version; `nil` if it is left out.
    @discardableResult
    package mutating func add(
        _ version: CustomResourceDefinition.Version,
        of file: String
    ) -> String? {
        guard configuration.selects(version) else { return nil }
        let group = version.definition.group
        let declaration = Declaration(
            file: file,
            position: version.position,
            group: group,
            groupName: configuration.name(ofGroup: group),
            versionName: configuration.name(ofVersion: version.name),
            typeName: configuration.name(ofKind: version.definition.names.kind),
            definition: version.definition
        )
        declarations.append(declaration)
        return declaration.path
    }

    /// Returns the text of the file.
    ///
    /// - Parameters:
    ///   - coreTypes: The structs of the Kubernetes API `v1` that resources have: name and full name.
    ///   - diagnostics: Receives an error for each duplicate declaration, a note for each short name
    ///     that is left out, and a warning for each unused entry of the configuration.
    /// - Returns: Swift code; it must not be written if there is an error.
    package func text(
        coreTypes: [(name: String, path: String)] = [],
        _ diagnostics: inout [Diagnostic]
    ) -> String {
        checkGroups(&diagnostics)
        checkDuplicates(&diagnostics)
        if hasAllTypes { diagnostics += configuration.warnings(used, declarations.isEmpty) }
        var text = SwiftFile.header(source: "the CRDs of this folder", configuration)
        let access = configuration.access.modifier
        // An import that nothing uses is a warning.
        if !declarations.isEmpty {
            text.line()
            for line in configuration.access.importLines(["CRDRuntime"]) { text.line(line) }
            kinds(&text)
        }
        let shortNames = shortNames(&diagnostics)
        for (name, declaration) in shortNames {
            text.line()
            text.documentation(
                "`\(declaration.definition.names.kind)` in its stored version."
            )
            text.deprecation(declaration.definition)
            text.line("\(access)typealias \(name) =", before: declaration.path)
        }
        let taken = [module] + declarations.map(\.groupName) + shortNames.map(\.0)
        if !coreTypes.isEmpty, !taken.contains(Self.coreName) { text.coreTypes(coreTypes) }
        return text.text
    }

    /// The name of the enumeration with the names of the Kubernetes API.
    fileprivate static let coreName = "CoreV1"
}

extension SwiftText {
    /// Adds the names that structs have in the Kubernetes API.
    fileprivate mutating func coreTypes(_ types: [(name: String, path: String)]) {
        line()
        documentation("Types of the Kubernetes API `v1` that kinds of this module contain.")
        block("\(access)enum \(NamespaceFile.coreName) {") { text in
            for (name, path) in types {
                text.line("\(text.access)typealias \(name) =", before: path)
            }
        }
    }
}

// MARK: - Kinds

extension NamespaceFile {
    /// Adds the list of kinds in which a reader of manifests finds the type of a document.
    private func kinds(_ text: inout SwiftText) {
        var types: Set<String> = []
        var deprecatedTypes: Set<String> = []
        for declaration in declarations {
            types.insert(declaration.path)
            if declaration.definition.isDeprecated { deprecatedTypes.insert(declaration.path) }
        }
        let sorted = types.sorted()
        let deprecated = sorted.filter { deprecatedTypes.contains($0) }
        text.line()
        text.documentation(
            """
            All kinds of this module in all versions, for `ManifestStream`.

            If several modules with such a list are imported, write the module before it: \
            `\(module.isEmpty ? "Module" : module).customResourceKinds`.
            """
        )
        let rest = deprecated.isEmpty ? "" : " + (DeprecatedKinds.self as any KindList.Type).kinds"
        text.block(
            "\(text.access)let customResourceKinds: [any \(text.runtime[.resource]).Type] = [",
            closing: "]" + rest
        ) { text in
            for type in sorted where !deprecatedTypes.contains(type) { text.line(type, ".self,") }
        }
        if deprecated.isEmpty { return }
        // Through a protocol, since naming a deprecated type anywhere else is a warning.
        text.line()
        text.block("private protocol KindList {") { text in
            text.line("static var kinds: [any \(text.runtime[.resource]).Type] { get }")
        }
        text.line()
        text.block("private enum DeprecatedKinds: KindList {") { text in
            text.line("@available(*, deprecated)")
            text.block("static var kinds: [any \(text.runtime[.resource]).Type] {") { text in
                text.block("[", closing: "]") { text in
                    for type in deprecated { text.line(type, ".self,") }
                }
            }
        }
    }
}
