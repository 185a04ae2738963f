import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues
import CRDYAML

extension VersionComparison {
    /// Compares values whose types have the same form, including the fields of elements of lists
    /// and maps.
    mutating func compare(
        _ before: ExplainedValue,
        _ after: ExplainedValue,
        in place: SchemaComparison.Place,
        at location: Location
    ) {
        let names = (before.type?.ownName, after.type?.ownName)
        let cases = (names.0.flatMap { old.enums[$0] }, names.1.flatMap { new.enums[$0] })
        let types = (names.0.flatMap { old.structs[$0] }, names.1.flatMap { new.structs[$0] })
        countDescription(before.schema, after.schema)
        add(
            SchemaComparison(
                before.schema,
                after.schema,
                in: place,
                hasCases: cases.0 != nil && cases.1 != nil,
                hasStruct: types.0 != nil && types.1 != nil
            ),
            at: location
        )
        if let name = names.0, let other = names.1 { compareTypeNames(name, other, at: location) }
        if let type = cases.0, let other = cases.1 { compareCases(type, other, at: location) }
        if let type = types.0, let other = types.1 {
            compareKept((type, before.schema), (other, after.schema), at: location)
        }
        if let inner = before.next, let other = after.next {
            let isList = after.schema.keywords.type == .array
            let path = location.path.appending(elements: inner.path)
            compare(
                inner.value.unwrapped,
                other.value.unwrapped,
                in: isList ? .elements(of: after.schema) : .map,
                at: location.elements(path)
            )
            return
        }
        compareFields(before, after, types.0 != nil && types.1 != nil, at: location)
    }

    /// Compares the fields of two objects.
    private mutating func compareFields(
        _ before: ExplainedValue,
        _ after: ExplainedValue,
        _ isGenerated: Bool,
        at location: Location
    ) {
        var (before, after) = (before, after)
        let inner = Location(
            path: location.path,
            positions: location.positions,
            isGenerated: isGenerated,
            keepsUnknownFields: (
                before.schema.storesUnknownFields, after.schema.storesUnknownFields
            ),
            isInEmbeddedResource: before.schema.keywords.isEmbeddedResource
                && after.schema.keywords.isEmbeddedResource
        )
        (before.schema, after.schema) = withObjectFields(before.schema, after.schema, at: location)
        var fields = before.attributes(old.structs, old.entry.type.naming)
        var others = after.attributes(new.structs, new.entry.type.naming)
        compareObjectFields((before.schema, after.schema), &fields, &others, at: inner)
        compare(fields, others, at: inner)
    }

    /// Compares whether two structs keep unknown fields and explicit nulls.
    mutating func compareKept(
        _ old: (type: StructType, schema: Schema),
        _ new: (type: StructType, schema: Schema),
        at location: Location
    ) {
        compareUnknownFields(old, new, at: location)
        let (before, after) = (old.type, new.type)
        if before.keepsNulls != after.keepsNulls {
            let name = AttributeName.usual("nullFields", self.new.entry.type.naming)
            add(
                after.keepsNulls ? .compatible : .source,
                after.keepsNulls ? .nullsKept : .nullsDropped,
                after.keepsNulls
                    ? "'\(name)' added, which keeps explicit nulls"
                    : "'\(name)' removed, optional fields can no longer be null",
                at: location
            )
        }
    }

    /// Compares whether two structs, and the server, keep unknown fields.
    private mutating func compareUnknownFields(
        _ old: (type: StructType, schema: Schema),
        _ new: (type: StructType, schema: Schema),
        at location: Location
    ) {
        let isKept = (before: old.type.keepsUnknownFields, after: new.type.keepsUnknownFields)
        let isStored = (
            before: old.schema.storesUnknownFields, after: new.schema.storesUnknownFields
        )
        guard isKept.before != isKept.after || isStored.before != isStored.after else { return }
        // A struct has all fields that the server stores, so that both change in one direction.
        let isAdded = isKept.before != isKept.after ? isKept.after : isStored.after
        let name = AttributeName.usual("unknownFields", self.new.entry.type.naming)
        let message =
            switch (isAdded, isKept.before != isKept.after) {
            case (true, true): "'\(name)' added, which keeps unknown fields"
            case (true, false): "unknown fields are kept now"
            case (false, true): "'\(name)' removed, unknown fields are no longer kept"
            case (false, false): "unknown fields are no longer kept"
            }
        add(
            ChangeGrade(
                manifests: isStored.before && !isStored.after ? .rejected : .same,
                source: isKept.before && !isKept.after ? .breaking : .same
            ),
            isAdded ? .unknownFieldsKept : .unknownFieldsDropped,
            message,
            at: location
        )
    }

    /// Compares the cases of an enumeration.
    private mutating func compareCases(_ before: EnumType, _ after: EnumType, at location: Location)
    {
        // Values of other types are reported as a type that changed.
        guard before.rawType == after.rawType else { return }
        let known = Dictionary(
            after.cases.map { ($0.value, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        let removed = before.cases.filter { known[$0.value] == nil }
        let values = Set(before.cases.map(\.value))
        let added = after.cases.filter { !values.contains($0.value) }
        if !removed.isEmpty {
            add(.both, .valuesRemoved, "values removed: \(Self.list(removed))", at: location)
        }
        if !added.isEmpty {
            add(
                .compatible,
                .valuesAdded,
                "values added: \(Self.list(added))",
                note: "; a 'switch' without 'default' must handle the new cases",
                at: location
            )
        }
        for enumCase in before.cases {
            guard let name = known[enumCase.value], name != enumCase.name else { continue }
            let message = "case of \(enumCase.literal) renamed from '\(enumCase.name)' to '\(name)'"
            add(.source, .caseRenamed, message, at: location)
        }
    }

    private static func list(_ cases: [EnumType.Case]) -> String {
        cases.map(\.literal.excerpt).joined(separator: ", ")
    }
}

// MARK: - Names of types

extension VersionComparison {
    /// Records a type whose name at a path has changed.
    private mutating func compareTypeNames(_ before: String, _ after: String, at location: Location)
    {
        let steps = location.path.steps
        let name = old.names.name(of: before, at: steps)
        guard new.names[name] != after else { return }
        let renamed = RenamedType(old: name, new: new.names.name(of: after, at: steps))
        let known = renamedTypes[renamed]
        renamedTypes[renamed] = (known?.location ?? location, known.map { $0.more + 1 } ?? 0)
    }

    /// Adds the recorded changes of names, each name once.
    mutating func addRenamedTypes() {
        let root = new.entry.type.root.name
        for (type, (location, more)) in renamedTypes {
            let paths = more == 1 ? "field" : "fields"
            let others = more == 0 ? "" : " (and for \(more) more \(paths))"
            var message =
                "type renamed from '\(root).\(type.old)' to '\(root).\(type.new)'\(others)"
            if let other = new.names[type.old], let path = new.names.path(of: other) {
                message += ", the old name is now the type of '\(path)'"
            }
            add(.source, .typeRenamed, message, at: location)
        }
    }
}

extension TypeReference {
    /// Whether two types are the same except for the names of structs and enumerations.
    static func haveSameForm(_ left: TypeReference?, _ right: TypeReference?) -> Bool {
        switch (left, right) {
        case (.object, .object), (.enumeration, .enumeration): true
        case (.list(let left), .list(let right)), (.map(let left), .map(let right)),
            (.nullable(let left), .nullable(let right)):
            haveSameForm(left, right)
        default: left == right
        }
    }

    /// The struct or enumeration; `nil` for other types, including lists and maps.
    var ownName: String? {
        switch self {
        case .object(let name), .enumeration(let name): name
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .list, .map, .nullable, .external:
            nil
        }
    }
}
