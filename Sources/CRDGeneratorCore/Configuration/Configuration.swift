package import CRDSchema
package import CRDYAML

/// What `crdgen.yaml` in a folder of CRDs says.
package struct Configuration: Equatable, Sendable {
    /// The name of the file in a folder of CRDs.
    package static let fileName = "crdgen.yaml"

    /// API group → the name of its type, where it should not be made from the group.
    package var groups: [String: String] = [:]

    /// API group → where the file names it.
    package var groupPositions: [String: SourcePosition] = [:]

    /// Which versions of which kinds become types.
    package var selection = ResourceSelection()

    /// Who can use the generated types.
    package var access = AccessLevel.public

    /// How attributes and cases are named.
    package var naming = AttributeNaming.snakeCase

    /// Whether resources have the attribute `status`.
    package var hasStatus = true

    /// The modules that generated files import besides the runtime, each once.
    package var imports: [String] = []

    /// The protocols that generated types conform to besides the runtime's.
    package var conformances = Conformances()

    /// What is said about types and names at some paths, in the order of the file.
    package var paths: [PathRule] = []

    /// What is said about types of some schemas, in the order of the file.
    package var shapes: [ShapeRule] = []

    /// Whether equal schemas of a resource share one type.
    package var mergesTypes = true

    /// Whether schemas that equal those of `Condition` and `LabelSelector` get these types of the
    /// runtime rather than types of their own.
    package var usesWellKnownTypes = true

    /// How much reference pages say.
    package var docs = PageDetail.full

    /// The path of the file, as the caller gave it.
    package var file = Configuration.fileName

    /// What may speak of nothing that there is, in the order of the file.
    package var entries: [Entry] = []

    /// The configuration that holds where there is no file.
    package init() {}

    /// Reads a configuration; see `Configuration.md` in the documentation of the runtime.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - diagnostics: Receives an error for every key or value that is not known.
    package init(_ input: Generator.Input, _ diagnostics: inout [Diagnostic]) {
        var reader = ConfigurationReader(file: input.path)
        reader.read(input)
        self = reader.configuration
        diagnostics += reader.diagnostics.inFileOrder()
    }
}

extension Configuration {
    /// The name of the type that holds a group's versions.
    package func name(ofGroup group: String) -> String {
        groups[group] ?? SwiftName.group(group)
    }

    /// The name of the type of a kind.
    func name(ofKind kind: String) -> String {
        nameRule(ofKind: kind)?.name ?? SwiftName.resource(kind)
    }

    /// Why the type of a kind is not named like the kind; `nil` where it is, or where that is wanted.
    func nameChange(ofKind kind: String) -> ChangedName? {
        nameRule(ofKind: kind) == nil ? SwiftName.change(ofKind: kind) : nil
    }

    private func nameRule(ofKind kind: String) -> (name: String, position: SourcePosition)? {
        for rule in paths.reversed() where rule.path.isResource(kind) {
            if case .typeName(let name) = rule.effect { return (name, rule.position) }
        }
        return nil
    }
}

extension Configuration {
    /// Something in the configuration that speaks of what is in CRDs, and so may speak of nothing.
    package struct Entry: Equatable, Sendable {
        /// Where it stands, by which it is known.
        let position: SourcePosition
        /// What there must be for it to have an effect: `the group 'example.com'`.
        let subject: String
        /// Whether only schemas can tell.
        let needsSchemas: Bool
    }

    /// The entries that speak of a version, as far as its names tell.
    func positions(of version: CustomResourceDefinition.Version) -> Set<SourcePosition> {
        if entries.isEmpty { return [] }
        let group = version.definition.group
        let kind = version.definition.names.kind
        var positions = selection.positions(group: group, version: version.name, kind: kind)
        for rule in paths where rule.path.isResource(kind) { positions.insert(rule.position) }
        if let position = groupPositions[group] { positions.insert(position) }
        return positions
    }

    /// Warnings about all entries but some.
    func warnings(besides used: Set<SourcePosition>) -> [Diagnostic] {
        entries.filter { !used.contains($0.position) }.map { entry in
            let message = "no CRD of this folder has \(entry.subject), so this has no effect"
            return Diagnostic(.warning, message, file: file, at: entry.position)
        }
    }
}

/// Who can use generated types.
package enum AccessLevel: String, CaseIterable, Sendable {
    case `public`
    case package
    case `internal`

    /// What stands before a declaration, with a blank behind it; nothing for `internal`.
    var modifier: String {
        switch self {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
    }

    /// The lines that import modules whose types stand in declarations.
    ///
    /// They must get on with a plain `import` of the same module in another file, which means
    /// `public` unless `InternalImportsByDefault` is on: beside it, the compiler refuses an import
    /// that is less than public.
    func importLines(_ modules: [String]) -> [String] {
        switch self {
        case .public: return modules.map { "public import \($0)" }
        case .package:
            return ["#if hasFeature(InternalImportsByDefault)"]
                + modules.map { "package import \($0)" } + ["#else"]
                + modules.map { "import \($0)" } + ["#endif"]
        case .internal: return modules.map { "import \($0)" }
        }
    }
}
