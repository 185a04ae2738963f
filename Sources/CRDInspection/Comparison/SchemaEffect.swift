import CRDSchema

/// The worst effect of a change of a schema on values, at any depth.
///
/// It is for values whose type changes, so that their fields are not compared one by one.
struct SchemaEffect {
    /// The new schema of the whole resource.
    private let resource: Schema
    /// The keys of the values, with `nil` for each step into a list or map.
    private var path: [String?]
    private(set) var effect = ChangeGrade.Manifests.same

    /// Compares two schemas.
    ///
    /// - Parameters:
    ///   - old: The old schema.
    ///   - new: The new schema.
    ///   - place: The place of the values.
    ///   - path: The keys of the values in the resource, with `nil` for each step into a list or
    ///     map.
    ///   - resource: The new schema of the whole resource.
    init(
        from old: Schema,
        to new: Schema,
        in place: SchemaComparison.Place,
        at path: [String?],
        of resource: Schema
    ) {
        self.resource = resource
        self.path = path
        compare(old, new, in: place)
    }

    /// Adds an effect, which is worse if other constraints depend on values that are stored in
    /// another way.
    private mutating func add(_ effect: ChangeGrade.Manifests, storesOthers: Bool = false) {
        self.effect = max(self.effect, effect)
        if storesOthers || effect == .changed, resource.constrainsField(path[...]) {
            self.effect = .rejected
        }
    }

    private mutating func compare(
        _ old: Schema,
        _ new: Schema,
        in place: SchemaComparison.Place
    ) {
        let (before, after) = (old.keywords, new.keywords)
        if !after.types.isSuperset(of: before.types) { return add(.rejected) }
        let comparison = SchemaComparison(old, new, in: place, hasCases: false, hasStruct: false)
        for change in comparison.changes {
            add(change.grade.manifests, storesOthers: change.rule == .nullAllowed)
        }
        if case .field = place { compareNulls(before, after) }
        if old.hasDefaults, !new.hasDefaults { add(.changed) }
        path.append(nil)
        if let items = after.items {
            compare(before.items ?? .anything, items, in: .elements(of: new))
        }
        if case .schema(let values) = after.additionalProperties {
            for schema in before.schemasOfValues { compare(schema, values, in: .map) }
        }
        path.removeLast()
        if case .schema = after.additionalProperties { return }
        compareFields(old, new)
    }

    private mutating func compareNulls(_ before: Schema.Keywords, _ after: Schema.Keywords) {
        switch (before.isNullable, after.isNullable) {
        case (true, false): add(.changed)
        case (false, true): add(after.acceptsNull ? .same : .rejected, storesOthers: true)
        case (true, true), (false, false): break
        }
    }

    private mutating func compareFields(_ old: Schema, _ new: Schema) {
        let (before, after) = (old.keywords, new.keywords)
        let known = Dictionary(
            before.properties.map { ($0.name, $0.schema) },
            uniquingKeysWith: { first, _ in first }
        )
        let withDefault = after.properties.filter { $0.schema.usableDefault != nil }
        let required = Set(after.required).subtracting(before.required)
        if !required.isSubset(of: withDefault.map(\.name)) { add(.rejected) }
        for property in after.properties {
            path.append(property.name)
            if let schema = known[property.name] ?? before.unlistedValue {
                let isPresent =
                    known[property.name] != nil && before.required.contains(property.name)
                compare(schema, property.schema, in: .field(isPresent: isPresent))
            } else if property.schema.usableDefault != nil,
                resource.constrainsField(path[...])
            {
                add(.rejected)
            }
            path.removeLast()
        }
        let names = Set(after.properties.map(\.name))
        if !new.storesUnknownFields, !before.properties.allSatisfy({ names.contains($0.name) }) {
            add(.rejected)
        }
        if case .schema = before.additionalProperties, !new.storesUnknownFields { add(.rejected) }
    }
}
