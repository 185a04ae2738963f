import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDYAML

/// What differs between two states of one version of a kind.
struct VersionComparison {
    /// The differences, in the order of their paths.
    private(set) var changes: [APIChange] = []
    /// How many descriptions differ.
    private(set) var descriptionCount = 0

    let old: Side
    let new: Side
    /// Old and new name of a type → the first place where it is called so, and how many more.
    var renamedTypes: [RenamedType: (place: Place, more: Int)] = [:]

    /// One of the two states.
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

    /// A type by the name that it had and the one it has.
    struct RenamedType: Hashable {
        let old: String
        let new: String
    }

    /// Where something is compared.
    struct Place {
        let path: ChangedPath
        /// Where it stands in the old file, and in the new one.
        let positions: (old: SourcePosition?, new: SourcePosition?)
        /// Whether generated code has it, rather than a type of the runtime or the adopter.
        let isGenerated: Bool

        /// What a change is that code notices only where it is generated.
        var grade: APIChange.Grade { isGenerated ? .source : .values }

        /// The place of an attribute, by what it was and what it is.
        func inner(_ old: ExplainedAttribute?, _ new: ExplainedAttribute?) -> Place {
            Place(
                path: (new ?? old).map(path.appending) ?? path,
                positions: (old?.position, new?.position),
                isGenerated: isGenerated
            )
        }
    }

    /// Compares two states.
    init(_ old: ResourceCatalog.Entry, _ new: ResourceCatalog.Entry) {
        self.old = Side(old)
        self.new = Side(new)
        let root = Place(
            path: ChangedPath(),
            positions: (old.version.position, new.version.position),
            isGenerated: true
        )
        compareDefinitions()
        let schemas = (old.version.schema, new.version.schema)
        add(SchemaComparison(schemas.0, schemas.1, hasCases: false, hasStruct: true), at: root)
        countDescription(schemas.0, schemas.1)
        compareKept(old.type.root, new.type.root, at: root)
        compare(
            ExplainedValue.attributes(of: old.type.root, schemas.0),
            ExplainedValue.attributes(of: new.type.root, schemas.1),
            at: root
        )
        addRenamedTypes()
        changes = changes.enumerated()
            .sorted { left, right in
                if left.element.path.steps == right.element.path.steps {
                    return left.offset < right.offset
                }
                return left.element.path.steps.lexicographicallyPrecedes(right.element.path.steps)
            }
            .map(\.element)
    }

    /// Adds a change to what there is at a place.
    mutating func add(
        _ grade: APIChange.Grade,
        _ subject: APIChange.Subject,
        _ message: String,
        at place: Place,
        isGone: Bool = false
    ) {
        let entry = isGone ? old.entry : new.entry
        changes.append(
            APIChange(
                grade: grade,
                subject: subject,
                group: entry.group,
                kind: entry.kind,
                version: entry.version.name,
                path: place.path,
                message: message,
                file: entry.file,
                position: isGone ? place.positions.old : place.positions.new
            )
        )
    }

    mutating func add(_ comparison: SchemaComparison, at place: Place) {
        for change in comparison.changes {
            add(change.grade, change.subject, change.message, at: place)
        }
    }

    mutating func countDescription(_ old: Schema, _ new: Schema) {
        if old.keywords.description != new.keywords.description { descriptionCount += 1 }
    }
}

// MARK: - Attributes

extension VersionComparison {
    /// Compares the attributes of one level.
    mutating func compare(
        _ before: [ExplainedAttribute],
        _ after: [ExplainedAttribute],
        at place: Place
    ) {
        let known = Dictionary(after.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(before.map(\.key))
        let removed = before.filter { known[$0.key] == nil }
        let added = after.filter { !keys.contains($0.key) }
        for attribute in before {
            guard let other = known[attribute.key] else { continue }
            compare(attribute, other, at: place.inner(attribute, other))
        }
        for attribute in removed {
            let question =
                Self.newName(of: attribute, among: added, besides: removed)
                .map { ", perhaps renamed to '\($0)'" } ?? ""
            let inner = place.inner(attribute, nil)
            let message = "attribute removed\(question)"
            add(place.grade, .attribute, message, at: inner, isGone: true)
        }
        for attribute in added {
            let kind = attribute.isRequired ? "required" : "optional"
            let grade = attribute.isRequired ? place.grade : .compatible
            let message = "\(kind) attribute added, type '\(attribute.typeText)'"
            add(grade, .attribute, message, at: place.inner(nil, attribute))
        }
    }

    /// What an attribute that is gone may be called now: the name most like its own, or that of the
    /// only new attribute of its type.
    private static func newName(
        of attribute: ExplainedAttribute,
        among added: [ExplainedAttribute],
        besides removed: [ExplainedAttribute]
    ) -> String? {
        if let key = NearestName.to(attribute.key, among: added.map(\.key)) {
            return added.first { $0.key == key }?.name
        }
        let candidates = added.filter { $0.typeText == attribute.typeText }
        let isOnly = removed.count { $0.typeText == attribute.typeText } == 1
        return isOnly && candidates.count == 1 ? candidates[0].name : nil
    }

    /// Compares an attribute with what it was.
    private mutating func compare(
        _ before: ExplainedAttribute,
        _ after: ExplainedAttribute,
        at place: Place
    ) {
        if before.name != after.name, place.isGenerated {
            let path = place.path
            let message = "attribute renamed from '\(before.name)' to '\(after.name)'"
            add(.source, .name, "\(message), its key stays '\(path.steps.last ?? "")'", at: place)
        }
        guard TypeReference.haveSameForm(before.value.type, after.value.type) else {
            let message = "type changed from '\(before.typeText)' to '\(after.typeText)'"
            add(.source, .type, message, at: place)
            return
        }
        comparePresence(before, after, at: place)
        compare(before.value.unwrapped, after.value.unwrapped, at: place)
    }

    /// Compares whether an attribute must be there and whether it can be `null`.
    private mutating func comparePresence(
        _ before: ExplainedAttribute,
        _ after: ExplainedAttribute,
        at place: Place
    ) {
        let nulls = (
            before.value.schema.keywords.isNullable, after.value.schema.keywords.isNullable
        )
        let types = (before.typeText.hasSuffix("?"), after.typeText.hasSuffix("?"))
        let change =
            types.0 == types.1 || !place.isGenerated
            ? "" : ", type changed from '\(before.typeText)' to '\(after.typeText)'"
        if before.isRequired != after.isRequired {
            // The initialiser of a struct wants what is required.
            let grade = after.isRequired || !change.isEmpty ? place.grade : .compatible
            let message =
                after.isRequired ? "attribute is required now" : "attribute is optional now"
            add(grade, .required, message + change, at: place)
        }
        if nulls.0 != nulls.1 {
            let message = nulls.1 ? "can be null now" : "can no longer be null"
            let isSaid = before.isRequired != after.isRequired
            let grade: APIChange.Grade = nulls.1 ? .compatible : .values
            add(
                change.isEmpty || isSaid ? grade : place.grade,
                .nullable,
                message + (isSaid ? "" : change),
                at: place
            )
        }
    }
}
