import CRDValues
import CRDYAML

/// The Swift source of all resources in one CRD file.
package struct SwiftFile: Sendable {
    /// The name of the CRD file, which is shown in the header.
    package let source: String
    /// The resources, in the order of the file.
    package let resources: [ResourceType]
    private let sharing: TypeSharing
    private let configuration: Configuration

    /// Creates the source of a file.
    ///
    /// - Parameters:
    ///   - path: The path of the CRD file.
    ///   - resources: The resources, in the order of the file.
    ///   - sharing: The types that they share with each other and with other files.
    ///   - configuration: The configuration of the folder.
    package init(
        path: String,
        resources: [ResourceType],
        sharing: TypeSharing,
        configuration: Configuration
    ) {
        source = Self.lastPart(of: path)
        self.resources = resources
        self.sharing = sharing
        self.configuration = configuration
    }

    /// The name of the Swift file that all CRD files of a module share.
    package static let namespacesName = "Namespaces.crd.swift"

    /// The text of a file that replaces the one of a removed CRD.
    package static let removedText = """
        // \(GeneratorVersion.header) for a CRD that was removed. Do not edit.

        """

    /// Returns the name of the Swift file for a CRD file: `widgets.crd.swift` for
    /// `crds/widgets.yaml`.
    package static func name(ofFile path: String) -> String {
        let name = lastPart(of: path)
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return "\(stem).crd.swift"
    }

    private static func lastPart(of path: String) -> String {
        path.parts(separatedBy: "/").last ?? path
    }

    /// The whole text of the file.
    package var text: String {
        var text = Self.header(
            source: source,
            notes: resources.isEmpty ? [] : Self.notes,
            configuration
        )
        // An unused import is a warning.
        if !resources.isEmpty {
            text.line()
            for line in imports { text.line(line) }
        }
        for resource in resources {
            if let group = sharing.groups.group(declaredWith: resource) { text.group(group) }
            text.line()
            text.block("extension \(resource.groupName).\(resource.versionName) {") { text in
                text.resource(resource, sharing)
            }
        }
        return text.text
    }

    /// The imports of the runtime and of the modules in the configuration.
    private var imports: [String] {
        if configuration.imports.isEmpty { return configuration.access.importLines(["CRDRuntime"]) }
        var types: Set<String> = []
        var protocols: Set<String> = []
        for resource in resources {
            types.formUnion(resource.externalNames)
            protocols.formUnion(configuration.conformances.ofResource(resource.definition))
        }
        return configuration.importLines(types: types, protocols: protocols)
    }

    /// Comments that explain unusual code to readers.
    private static let notes = [
        "// `Optional<T>` is `T?`, spelled out because that compiles faster. `storageOf_name` stores the",
        "// value of the property `name`.",
    ]

    /// Returns a text with the header of a generated file.
    ///
    /// - Parameters:
    ///   - source: The name of the CRD file.
    ///   - notes: Comments about the code, one per line.
    ///   - configuration: The configuration of the folder.
    /// - Returns: The text, to which more can be added.
    static func header(
        source: String,
        notes: [String] = [],
        _ configuration: Configuration
    ) -> SwiftText {
        var text = SwiftText(configuration)
        let source = commentable(source)
        let line = "// \(GeneratorVersion.header) from \(source). Do not edit."
        if text.fits(line.utf8.count) {
            text.line(line)
        } else {
            text.line("// \(GeneratorVersion.header), do not edit. The source is")
            text.line("// ", source)
        }
        for note in notes { text.line(note) }
        text.line("// swift-format-ignore-file")
        return text
    }

    /// Returns a file name that is safe in a comment.
    private static func commentable(_ name: String) -> String {
        name.unicodeScalars.contains { $0.properties.generalCategory == .control }
            ? SwiftLiteral.string(name) : name
    }
}
