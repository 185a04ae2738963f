import CRDSchema

/// Names the structs and enumerations of a resource, all nested one level below it.
///
/// A type has the name of the property it stands under. Names are given out breadth first, and in
/// one depth by path, so that neither the order of siblings nor a new property deeper down renames
/// an existing type. Where two different schemas would share a name, the later one is prefixed with
/// the property above it. A type that stands at several paths has the name of the first; the
/// names of the others become aliases.
struct TypeNamer {
    /// Shape of an object or enumeration → the type's name.
    private(set) var typeNames: [ShapeTable.ID: String] = [:]
    /// The other names of types.
    private(set) var aliases: [TypeAlias] = []
    /// Shape → why the type's name is not that of the property it stands under.
    private(set) var nameNotes: [ShapeTable.ID: String] = [:]

    private let shapes: ShapeTable
    private var scope: NameScope
    /// Name → the shape it stands for.
    private var shapeNames: [String: ShapeTable.ID] = [:]
    /// Name → the place that it was given to.
    private var paths: [String: [String]] = [:]
    /// The names that the configuration gives, which only those types get.
    private var reserved: Set<String> = []
    /// Property → the usual name of its type; the same properties recur in most structs.
    private var usualNames: [String: String] = [:]

    /// Prepares to name types.
    ///
    /// - Parameters:
    ///   - rootName: The name of the resource.
    ///   - taken: Other names that no nested type may have.
    ///   - shapes: The shapes of the types.
    init(rootName: String, taken: Set<String> = [], shapes: ShapeTable) {
        self.shapes = shapes
        var names = SwiftKeywords.takenTypeNames.union([rootName])
        if !taken.isEmpty { names.formUnion(taken) }
        if shapes.isConfigured {
            for wanted in shapes.rules.typeNames.values { reserved.formUnion(wanted.map(\.name)) }
            reserved.subtract(names)
            names.formUnion(reserved)
        }
        scope = NameScope(taken: names)
    }

    /// Names every type below the root.
    ///
    /// - Parameters:
    ///   - rootProperties: The properties at the root that become attributes.
    ///   - rootShape: The shape of the object of these.
    /// - Returns: The first place of each type, in the order in which they were named.
    mutating func name(
        _ rootProperties: [Schema.Property],
        in rootShape: ShapeTable.ID
    ) -> [ModelBuilder.Place] {
        var places: [ModelBuilder.Place] = []
        var level = candidates(in: rootProperties, of: rootShape, below: [])
        while !level.isEmpty {
            var next: [Candidate] = []
            for candidate in level.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) }) {
                let isFirst = typeNames[candidate.shape] == nil
                claimName(for: candidate)
                guard isFirst else { continue }
                places.append(
                    ModelBuilder.Place(
                        shape: candidate.shape,
                        path: candidate.path,
                        schema: candidate.schema
                    )
                )
                next += candidates(
                    in: candidate.schema.keywords.properties,
                    of: candidate.shape,
                    below: candidate.path
                )
            }
            level = next
        }
        return places
    }

    /// An object or enumeration that needs a name.
    private struct Candidate {
        let shape: ShapeTable.ID
        let path: [String]
        let schema: Schema
    }

    private mutating func claimName(for candidate: Candidate) {
        if shapes.isConfigured, let wanted = shapes.rules.typeNames[candidate.shape] {
            if typeNames[candidate.shape] != nil { return }
            for name in wanted { claim(name, for: candidate.shape) }
            return
        }
        // The last component, then with one more of the components before it each time; most often
        // the last alone decides.
        var names: [String] = []
        for component in candidate.path.reversed() {
            let name = usualName(component) + (names.last ?? "")
            if shapeNames[name] == candidate.shape { return }
            names.append(name)
            if scope.isFree(name) { break }
        }
        let name = scope.claim(names)
        give(name, insteadOf: names.first, to: candidate.shape, at: candidate.path)
    }

    /// Gives a type a name that the configuration wants.
    private mutating func claim(_ wanted: ShapeRules.WantedName, for shape: ShapeTable.ID) {
        let isFree = reserved.remove(wanted.name) != nil
        let name = isFree ? wanted.name : scope.claim([wanted.name])
        give(name, insteadOf: wanted.name, to: shape, at: wanted.path)
    }

    private mutating func give(
        _ name: String,
        insteadOf usual: String?,
        to shape: ShapeTable.ID,
        at path: [String]
    ) {
        shapeNames[name] = shape
        paths[name] = path
        let note = change(at: path, from: usual, to: name)?.note
        if let typeName = typeNames[shape] {
            aliases.append(
                TypeAlias(
                    name: name,
                    target: typeName,
                    path: path.joined(separator: "."),
                    nameNote: note
                )
            )
        } else {
            typeNames[shape] = name
            nameNotes[shape] = note
        }
    }

    /// Why a type has not the name of its property; `nil` where it has.
    private func change(at path: [String], from usual: String?, to name: String) -> ChangedName? {
        guard let usual, let property = path.last, name != usual else { return nil }
        let reason: ChangedName.Reason
        if SwiftKeywords.takenTypeNames.contains(usual) {
            reason = .word
        } else if let other = paths[usual] {
            reason = .type(at: other.joined(separator: "."))
        } else {
            reason = .resource
        }
        return ChangedName(original: property, usual: usual, name: name, reason: reason)
    }

    private mutating func usualName(_ property: String) -> String {
        if let name = usualNames[property] { return name }
        let name = SwiftName.type(property)
        usualNames[property] = name
        return name
    }

    private func candidates(
        in properties: [Schema.Property],
        of object: ShapeTable.ID,
        below path: [String]
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        for (position, shape) in shapes.shapes(of: properties, in: object).enumerated() {
            let property = properties[position]
            if let candidate = candidate(in: property, shape, below: path) {
                candidates.append(candidate)
            }
        }
        return candidates
    }

    /// The object or enumeration that a value is or that its elements are.
    private func candidate(
        in property: Schema.Property,
        _ shape: ShapeTable.ID,
        below path: [String]
    ) -> Candidate? {
        var schema = property.schema
        var shape = shape
        while true {
            switch shapes[shape] {
            case .object, .enumeration:
                return Candidate(shape: shape, path: path + [property.name], schema: schema)
            case .list(let element):
                guard let items = schema.keywords.items else { return nil }
                schema = items
                shape = element
            case .map(let value):
                guard case .schema(let values) = schema.keywords.additionalProperties else {
                    return nil
                }
                schema = values
                shape = value
            case .nullable(let value), .renamed(let value, name: _):
                shape = value
            case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64,
                .intOrString, .json, .embeddedResource, .condition, .labelSelector, .external:
                return nil
            }
        }
    }
}
