import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues
import CRDYAML

/// The differences between an old and a new version of a kind with the same name.
struct VersionComparison {
    /// The differences, in the order of their paths.
    private(set) var changes: [APIChange] = []
    /// The number of changed descriptions.
    private(set) var descriptionCount = 0

    let old: Side
    let new: Side
    /// The effect of unknown fields that are kept or dropped at any depth, because
    /// `spec.preserveUnknownFields` changed; `nil` if there are none.
    private var pruning: ChangeGrade?
    /// The old schemas of other versions, whose objects the server stores as this version.
    private let storedBeside: [Schema]
    /// Old and new name of a type → the first path with this change, and the number of other paths.
    var renamedTypes: [RenamedType: (location: Location, more: Int)] = [:]

    /// The old or the new version.
    struct Side {
        let entry: ResourceCatalog.Entry
        let structs: [String: StructType]
        let enums: [String: EnumType]
        let names: NestedTypeNames

        init(_ entry: ResourceCatalog.Entry) {
            self.entry = entry
            structs = Dictionary(entry.type.structs.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
            enums = Dictionary(entry.type.enums.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
            names = NestedTypeNames(entry.type)
        }
    }

    /// The old and the new name of a type.
    struct RenamedType: Hashable {
        let old: String
        let new: String
    }

    /// The location of a comparison.
    struct Location {
        let path: ChangedPath
        /// The source locations in the old and in the new file, of the innermost parts that they have.
        let positions: (old: SourcePosition?, new: SourcePosition?)
        /// Whether the type is generated, rather than a type of the runtime or of the user.
        let isGenerated: Bool
        /// Whether fields that the old or the new schema doesn't list are kept.
        let keepsUnknownFields: (old: Bool, new: Bool)

        /// Whether it is in an embedded resource, in which the server requires `apiVersion` and `kind`.
        var isInEmbeddedResource = false

        /// Returns the grade of a change that affects code only if the type is generated.
        func grade(_ manifests: ChangeGrade.Manifests) -> ChangeGrade {
            ChangeGrade(manifests: manifests, source: isGenerated ? .breaking : .same)
        }

        /// Returns the location of the elements of a list or map at a path.
        func elements(_ path: ChangedPath) -> Location {
            Location(
                path: path,
                positions: positions,
                isGenerated: isGenerated,
                keepsUnknownFields: (false, false)
            )
        }

        /// Returns the location of a field, from its old and its new state.
        func inner(_ old: ExplainedAttribute?, _ new: ExplainedAttribute?) -> Location {
            Location(
                path: (new ?? old).map(path.appending) ?? path,
                positions: (old?.position ?? positions.old, new?.position ?? positions.new),
                isGenerated: isGenerated,
                keepsUnknownFields: keepsUnknownFields,
                isInEmbeddedResource: isInEmbeddedResource
            )
        }

        /// Whether the server requires the field, independent of the schema.
        var isAlwaysRequired: Bool {
            isInEmbeddedResource && ["apiVersion", "kind"].contains(path.steps.last)
        }
    }

    /// Compares two versions.
    ///
    /// - Parameters:
    ///   - old: The old version.
    ///   - new: The new version.
    ///   - storedBeside: The old schemas of other versions, if the server stores their objects as
    ///     this version, without a webhook that converts them.
    init(
        _ old: ResourceCatalog.Entry,
        _ new: ResourceCatalog.Entry,
        storedBeside: [Schema] = []
    ) {
        self.old = Side(old)
        self.new = Side(new)
        self.storedBeside = storedBeside
        let root = Location(
            path: ChangedPath(),
            positions: (old.version.position, new.version.position),
            isGenerated: true,
            keepsUnknownFields: (
                old.version.schema.storesUnknownFields, new.version.schema.storesUnknownFields
            )
        )
        compareDefinitions()
        let schemas = (old.version.schema, new.version.schema)
        add(
            SchemaComparison(
                schemas.0,
                schemas.1,
                in: .field(isPresent: true),
                hasCases: false,
                hasStruct: true
            ),
            at: root
        )
        countDescription(schemas.0, schemas.1)
        compareKept((old.type.root, schemas.0), (new.type.root, schemas.1), at: root)
        compareObjectFields(at: root)
        compare(
            ExplainedValue.attributes(of: old.type.root, schemas.0),
            ExplainedValue.attributes(of: new.type.root, schemas.1),
            at: root
        )
        addRenamedTypes()
        if let grade = pruning { addPruning(grade) }
        changes = changes.enumerated()
            .sorted { left, right in
                if left.element.path.steps == right.element.path.steps {
                    return left.offset < right.offset
                }
                return left.element.path.steps.lexicographicallyPrecedes(right.element.path.steps)
            }
            .map(\.element)
    }

    /// Adds a change at a location.
    mutating func add(
        _ grade: ChangeGrade,
        _ rule: ChangeRule,
        _ summary: String,
        note: String = "",
        at location: Location,
        isGone: Bool = false
    ) {
        if changesPruning, rule == .unknownFieldsDropped || rule == .unknownFieldsKept {
            pruning = grade.combined(with: pruning ?? .compatible)
        } else {
            append(grade, rule, summary, note: note, at: location, isGone: isGone)
        }
    }

    private mutating func append(
        _ grade: ChangeGrade,
        _ rule: ChangeRule,
        _ summary: String,
        note: String,
        at location: Location,
        isGone: Bool = false
    ) {
        let entry = isGone ? old.entry : new.entry
        let surroundings = isGone ? location.positions.new : nil
        changes.append(
            APIChange(
                rule: rule,
                grade: hasManifests ? grade : ChangeGrade(source: grade.source),
                group: entry.group,
                kind: entry.kind,
                definition: entry.definitionName,
                version: entry.version.name,
                path: location.path,
                summary: summary,
                note: note,
                file: entry.file,
                position: isGone ? location.positions.old : location.positions.new,
                surroundings: surroundings.map { SourceLocation(file: new.entry.file, $0) }
            )
        )
    }

    /// Whether the server starts or stops dropping unknown fields at all depths.
    private var changesPruning: Bool {
        old.entry.version.preservesUnknownFields != new.entry.version.preservesUnknownFields
    }

    /// Adds the changes of unknown fields at all depths as one change.
    private mutating func addPruning(_ grade: ChangeGrade) {
        let isKept = new.entry.version.preservesUnknownFields
        let path = ["preserveUnknownFields"]
        let name = AttributeName.usual("unknownFields", new.entry.type.naming)
        append(
            grade,
            isKept ? .unknownFieldsKept : .unknownFieldsDropped,
            isKept
                ? "'preserveUnknownFields' is true now, unknown fields are kept at any depth"
                : "'preserveUnknownFields' is no longer true, unknown fields are only kept where the "
                    + "schema preserves them",
            note: isKept ? "; '\(name)' added" : "; '\(name)' removed elsewhere",
            at: Location(
                path: ChangedPath(),
                positions: (old.entry.position(inSpec: path), new.entry.position(inSpec: path)),
                isGenerated: true,
                keepsUnknownFields: (false, false)
            )
        )
    }

    /// Whether the server accepts objects of the version, or stores objects as this version.
    private var hasManifests: Bool {
        let (before, after) = (old.entry.version.definition, new.entry.version.definition)
        return before.isServed || before.isStorage || after.isStorage
    }

    mutating func add(_ comparison: SchemaComparison, at location: Location) {
        for change in comparison.changes {
            let isRequired =
                change.rule == .defaultRemoved
                && changes.contains { $0.rule == .fieldRequired && $0.path == location.path }
            // Without the default, a value is required, which is reported.
            if isRequired { continue }
            let grade = graded(
                change.grade,
                storesOthers: change.rule == .nullAllowed,
                at: location
            )
            add(grade, change.rule, change.message, at: location)
        }
    }

    /// Returns the grade of a change of a field; if constraints of the values around it depend on
    /// values that are stored in another way, the server can reject them.
    func graded(
        _ grade: ChangeGrade,
        storesOthers: Bool = false,
        at location: Location
    ) -> ChangeGrade {
        guard grade.manifests == .changed || storesOthers else { return grade }
        let schema = new.entry.version.schema
        return grade.orRejected(if: schema.constrainsField(location.path.levels[...]))
    }

    /// Returns whether every object that has the parent of a field has the field, with a value that
    /// isn't a default.
    func isPresent(_ field: ExplainedAttribute, at location: Location) -> Bool {
        field.isRequired && !field.hasDefault
            && !storedBeside.contains { $0.canLack(location.path.levels[...]) }
    }

    mutating func countDescription(_ old: Schema, _ new: Schema) {
        if old.keywords.description != new.keywords.description { descriptionCount += 1 }
    }
}
