package import CRDValues
package import CRDYAML

/// The configuration in the file `crdgen.yaml` of a folder of CRDs.
package struct Configuration: Sendable {
    /// The name of the file in a folder of CRDs.
    package static let fileName = "crdgen.yaml"

    /// API group → the name of its type, if it isn't derived from the group.
    package var groups: [String: String] = [:]

    /// API group → its source location in the file.
    package var groupPositions: [String: SourcePosition] = [:]

    /// Version → the name of its type, if it isn't derived from the version.
    package var versions: [String: String] = [:]

    /// Version → its source location in the file.
    package var versionPositions: [String: SourcePosition] = [:]

    /// The versions of kinds for which types are generated.
    package var selection = ResourceSelection()

    /// The access level of the generated types.
    package var access = AccessLevel.public

    /// The naming style of properties and cases.
    package var naming = AttributeNaming.snakeCase

    /// Whether resources have the property `status`.
    package var hasStatus = true

    /// The modules that generated files import in addition to the runtime, without duplicates.
    package var imports: [String] = []

    /// The protocols that generated types conform to, in addition to those of the runtime.
    package var conformances = Conformances()

    /// The rules for types and names at some paths, in the order of the file.
    package var paths: [PathRule] = []

    /// The rules for the types of some schemas, in the order of the file.
    package var shapes: [ShapeRule] = []

    /// Whether equal schemas of a resource share one type.
    package var mergesTypes = true

    /// Whether equal schemas of several resources share one type.
    package var sharesTypes = true

    /// Whether schemas that equal those of `Condition` and `LabelSelector` use these types of the
    /// runtime, rather than generated types.
    package var usesWellKnownTypes = true

    /// The detail of reference pages.
    package var docs = PageDetail.full

    /// The levels of kinds of changes, which a comparison uses, in the order of the file.
    package var changeLevels: [ChangeLevel] = []

    /// The path of the file, as passed by the caller.
    package var file = Configuration.fileName

    /// The entries for which a warning is reported if they are unused, in the order of the file.
    package var entries: [Entry] = []

    /// Creates the default configuration.
    package init() {}

    /// Reads a configuration; see `Configuration.md` in the documentation of the runtime.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - diagnostics: Receives an error for each unknown key and each invalid value.
    package init(_ input: Generator.Input, _ diagnostics: inout [Diagnostic]) {
        var reader = ConfigurationReader(file: input.path)
        reader.read(input)
        self = reader.configuration
        diagnostics += reader.diagnostics.inFileOrder()
    }
}

extension Configuration {
    /// Returns the name of the type for a group.
    package func name(ofGroup group: String) -> String {
        groups[group] ?? SwiftName.group(group)
    }

    /// Returns the name of the type for a version.
    func name(ofVersion version: String) -> String {
        versions[version] ?? SwiftName.version(version)
    }

    /// Returns the name of the type for a kind.
    package func name(ofKind kind: String) -> String {
        nameRule(ofKind: kind)?.name ?? SwiftName.resource(kind)
    }

    /// Returns the reason why a type isn't named like its kind; `nil` if it is, or if the
    /// configuration sets the name.
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
    /// The level of a kind of changes; neither of the words is checked.
    package struct ChangeLevel: Sendable {
        /// The word for the kind of changes.
        package let rule: String
        /// The source location of this word.
        package let rulePosition: SourcePosition
        /// The word for the level.
        package let level: String
        /// The source location of this word.
        package let levelPosition: SourcePosition

        /// Creates the level for a pair of a mapping.
        package init(_ pair: Node.Pair) {
            rule = pair.key
            rulePosition = pair.keyNode.position
            level = pair.value.kind == .scalar ? pair.value.string : pair.value.found
            levelPosition = pair.value.position
        }
    }
}

extension Configuration {
    /// The keys with entries that can be unused.
    enum EntryKey: String, CaseIterable {
        case groups, include, exclude, types, shapes, renames
    }

    /// An entry of the configuration about something in CRDs, which can be unused.
    package struct Entry: Sendable {
        /// The key that the entry belongs to.
        let key: EntryKey
        /// The source location, which identifies the entry.
        let position: SourcePosition
        /// The subject that CRDs must have, such as `the group 'example.com'`.
        let subject: String
    }

    /// Returns the entries that apply to a version, as far as its names are sufficient to find out.
    func positions(of version: CustomResourceDefinition.Version) -> Set<SourcePosition> {
        if entries.isEmpty { return [] }
        let group = version.definition.group
        let kind = version.definition.names.kind
        var positions = selection.positions(group: group, version: version.name, kind: kind)
        for rule in paths where rule.path.isResource(kind) { positions.insert(rule.position) }
        let named = [groupPositions[group], versionPositions[version.name]]
        positions.formUnion(named.compactMap(\.self))
        return positions
    }

    /// Returns warnings about unused entries, and about `exclude` if it leaves out all types.
    ///
    /// - Parameters:
    ///   - used: The source locations of the entries that are used.
    ///   - isEmpty: Whether no types are generated.
    /// - Returns: The warnings.
    func warnings(_ used: Set<SourcePosition>, _ isEmpty: Bool) -> [Diagnostic] {
        var warnings = entries.filter { !used.contains($0.position) }.map { entry in
            let message = "unused entry: no CRD in this folder has \(entry.subject)"
            return Diagnostic(.warning, message, file: file, at: entry.position)
        }
        if isEmpty, let entry = selection.excluded.first(where: { used.contains($0.position) }) {
            let message = "'exclude' leaves out all kinds of this folder, so no types are generated"
            warnings.append(Diagnostic(.warning, message, file: file, at: entry.position))
        }
        return warnings
    }
}

/// The access level of generated types.
package enum AccessLevel: String, CaseIterable, Sendable {
    case `public`
    case package
    case `internal`

    /// The modifier before a declaration, with a space after it; empty for `internal`.
    var modifier: String {
        switch self {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
    }

    /// Returns the lines that import modules whose types are used in declarations.
    ///
    /// They must be compatible with a plain `import` of the same module in another file, which
    /// means `public` unless `InternalImportsByDefault` is on: then the compiler rejects imports
    /// with a lower access level.
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
