import CRDRuntime

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

    init(rootName: String, shapes: ShapeTable) {
        self.shapes = shapes
        scope = NameScope(taken: SwiftKeywords.takenTypeNames.union([rootName]))
    }

    /// Names every type below the root.
    ///
    /// - Parameter rootProperties: The properties at the root that become attributes.
    /// - Returns: The first place of each type, in the order in which they were named.
    mutating func name(_ rootProperties: [Schema.Property]) -> [ModelBuilder.Place] {
        var places: [ModelBuilder.Place] = []
        var level = candidates(in: rootProperties, below: [])
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
                next += candidates(in: candidate.schema.keywords.properties, below: candidate.path)
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
        // Most often the last component alone decides.
        if let last = candidate.path.last, shapeNames[SwiftName.type(last)] == candidate.shape {
            return
        }
        let names = candidateNames(candidate.path)
        for name in names {
            if shapeNames[name] == candidate.shape { return }
            if scope.isFree(name) { break }
        }
        let name = scope.claim(names)
        shapeNames[name] = candidate.shape
        paths[name] = candidate.path
        let note = change(at: candidate.path, from: names.first, to: name)?.note
        if let typeName = typeNames[candidate.shape] {
            aliases.append(
                TypeAlias(
                    name: name,
                    target: typeName,
                    path: candidate.path.joined(separator: "."),
                    nameNote: note
                )
            )
        } else {
            typeNames[candidate.shape] = name
            nameNotes[candidate.shape] = note
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

    /// The last component, then with one more of the components before it each time.
    private func candidateNames(_ path: [String]) -> [String] {
        var names: [String] = []
        var name = ""
        for component in path.reversed() {
            name = SwiftName.type(component) + name
            names.append(name)
        }
        return names
    }

    private func candidates(in properties: [Schema.Property], below path: [String]) -> [Candidate] {
        properties.compactMap { property in
            candidate(in: property.schema, at: path + [property.name])
        }
    }

    /// The object or enumeration that a value is or that its elements are.
    private func candidate(in schema: Schema, at path: [String]) -> Candidate? {
        var schema = schema
        var shape = shapes.id(of: schema)
        while true {
            switch shapes[shape] {
            case .object, .enumeration:
                return Candidate(shape: shape, path: path, schema: schema)
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
            case .nullable(let value):
                shape = value
            case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64,
                .intOrString, .json, .embeddedResource, .condition, .labelSelector:
                return nil
            }
        }
    }
}
