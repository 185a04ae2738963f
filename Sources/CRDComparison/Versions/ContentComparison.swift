import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues

/// The changes that affect manifests in a field whose Swift type changed, at any depth.
///
/// The types have different forms, such as a struct and a map, so that the schemas are compared
/// without them.
struct ContentComparison {
    /// A difference with its location.
    struct Change {
        let grade: ChangeGrade.Manifests
        let rule: ChangeRule
        let message: String
        let location: VersionComparison.Location
        /// Whether only the old file has the location.
        var isGone = false
        /// Whether a map became an object with fields, which drops other fields.
        var endsMap = false
    }

    /// The changes with an effect; each path has a rule and message only once.
    private(set) var changes: [Change] = []
    private let version: VersionComparison

    /// Compares the schemas of a field, except for its default and whether it can be null.
    ///
    /// - Parameters:
    ///   - old: The old schema.
    ///   - new: The new schema.
    ///   - isPresent: Whether every valid object that has the field's parent has the field.
    ///   - location: The location of the field.
    ///   - version: The comparison of the version.
    init(
        _ old: Schema,
        _ new: Schema,
        isPresent: Bool,
        at location: VersionComparison.Location,
        in version: VersionComparison
    ) {
        self.version = version
        compare(old, new, in: .field(isPresent: isPresent), at: location)
    }

    /// Whether a type in manifests changed, so that values are rejected.
    var hasOtherTypes: Bool { changes.contains { $0.rule == .typeChanged } }

    /// Adds a change, unless it has no effect.
    private mutating func add(
        _ grade: ChangeGrade.Manifests,
        _ rule: ChangeRule,
        _ message: String,
        at location: VersionComparison.Location,
        isGone: Bool = false,
        endsMap: Bool = false
    ) {
        let storesOthers = rule == .nullAllowed
        let effect = version.graded(
            ChangeGrade(manifests: grade),
            storesOthers: storesOthers,
            at: location
        ).manifests
        let isKnown = changes.contains { change in
            change.rule == rule && change.message == message
                && change.location.path == location.path
        }
        if effect == .same || isKnown { return }
        changes.append(
            Change(
                grade: effect,
                rule: rule,
                message: message,
                location: location,
                isGone: isGone,
                endsMap: endsMap
            )
        )
    }

    /// Of changes with equal rules and paths, keeps the one with the greatest effect.
    ///
    /// All fields of an object that becomes a map are compared with the values of the map.
    ///
    /// - Parameters:
    ///   - first: The index of the first change of the map.
    ///   - next: The index of the first change from the last field.
    private mutating func mergeChanges(from first: Int, with next: Int) {
        let added = changes[next...]
        changes.removeSubrange(next...)
        for change in added {
            let known = changes[first..<next].firstIndex { other in
                other.rule == change.rule && other.location.path == change.location.path
            }
            if let known {
                if changes[known].grade < change.grade { changes[known] = change }
            } else {
                changes.append(change)
            }
        }
    }

    private mutating func compare(
        _ old: Schema,
        _ new: Schema,
        in place: SchemaComparison.Place,
        at location: VersionComparison.Location
    ) {
        let (before, after) = (old.keywords, new.keywords)
        let comparison = SchemaComparison(old, new, in: place, hasCases: false, hasStruct: false)
        let hasOtherType = !after.types.isSuperset(of: before.types)
        for change in comparison.changes where !hasOtherType || change.rule == .typeChanged {
            let endsMap = change.rule == .unknownFieldsDropped && before.hasValues
            add(
                change.grade.manifests,
                change.rule,
                change.message,
                at: location,
                endsMap: endsMap
            )
        }
        if hasOtherType { return }
        let count = changes.count
        let path = location.path
        if let items = after.items {
            let inner = location.elements(path.appending(elements: "[]"))
            compare(before.items ?? .anything, items, in: .elements(of: new), at: inner)
        }
        if case .schema(let values) = after.additionalProperties {
            let inner = location.elements(path.appending(elements: ".*"))
            let first = changes.count
            for schema in before.schemasOfValues {
                let next = changes.count
                compare(schema, values, in: .map, at: inner)
                mergeChanges(from: first, with: next)
            }
            return
        }
        compareFields(old, new, at: location)
        if changes.count == count, old.hasDefaults, !new.hasDefaults {
            add(.changed, .defaultRemoved, "defaults of its values removed", at: location)
        }
    }
}

// MARK: - Fields

extension ContentComparison {
    private mutating func compareFields(
        _ old: Schema,
        _ new: Schema,
        at location: VersionComparison.Location
    ) {
        let schemas = version.withObjectFields(old, new, at: location)
        var location = location
        location.isInEmbeddedResource =
            old.keywords.isEmbeddedResource && new.keywords.isEmbeddedResource
        let before = fields(of: schemas.old)
        let after = fields(of: schemas.new)
        let known = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(after.map(\.key))
        for field in after {
            if let other = known[field.key] {
                compare(other, field, at: location.inner(other, field))
            } else {
                compareAdded(field, old, new, at: location.inner(nil, field))
            }
        }
        for field in before where !keys.contains(field.key) {
            let keptGrade: ChangeGrade.Manifests =
                field.value.schema.hasDefaults ? .changed : .same
            add(
                new.storesUnknownFields ? keptGrade : .rejected,
                .fieldRemoved,
                "field removed",
                at: location.inner(field, nil),
                isGone: true
            )
        }
    }

    private func fields(of schema: Schema) -> [ExplainedAttribute] {
        ExplainedValue(schema: schema, type: nil).attributes([:], version.new.entry.type.naming)
    }

    /// Compares a field that both schemas list.
    private mutating func compare(
        _ before: ExplainedAttribute,
        _ after: ExplainedAttribute,
        at location: VersionComparison.Location
    ) {
        let isAlwaysSet = location.isAlwaysRequired && !before.hasDefault
        if after.isRequired, !before.isRequired, !after.hasDefault, !isAlwaysSet {
            add(.rejected, .fieldRequired, "field is required now", at: location)
        }
        let (old, new) = (before.value.schema, after.value.schema)
        switch (old.keywords.isNullable, new.keywords.isNullable) {
        case (true, false):
            add(.changed, .nullNotAllowed, "can no longer be null", at: location)
        case (false, true):
            let grade: ChangeGrade.Manifests = new.keywords.acceptsNull ? .same : .rejected
            add(grade, .nullAllowed, "can be null now", at: location)
        case (true, true), (false, false): break
        }
        let isPresent = version.isPresent(before, at: location)
        compare(old, new, in: .field(isPresent: isPresent), at: location)
    }

    /// Compares a field that only the new schema lists.
    private mutating func compareAdded(
        _ field: ExplainedAttribute,
        _ old: Schema,
        _ new: Schema,
        at location: VersionComparison.Location
    ) {
        let isMissing = !old.keywords.required.contains(field.key)
        if field.isRequired, isMissing, !field.hasDefault {
            add(.rejected, .requiredFieldAdded, "required field added", at: location)
        } else if case .schema(let values) = old.keywords.additionalProperties {
            compare(values, field.value.schema, in: .field(isPresent: false), at: location)
        } else if old.storesUnknownFields {
            // Dropped unknown fields are reported, and are the greater change.
            guard new.storesUnknownFields, !field.value.schema.keepsEverything else { return }
            let message = "field added; before, every value was kept"
            add(.rejected, .fieldAdded, message, at: location)
        } else if let reason = version.rejection(ofDefaultOf: field, at: location) {
            add(.rejected, .fieldAdded, "field added, \(reason)", at: location)
        }
    }
}
