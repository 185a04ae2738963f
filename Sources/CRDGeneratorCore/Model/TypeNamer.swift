import CRDSchema
import CRDValues
import CRDYAML

/// Names the structs and enumerations of a resource, all nested one level below it.
///
/// A type has the name of its property, or the singular of the name if the property is a list or a
/// map of the type. Types are named in order of depth, and at the same depth in order of paths, so
/// that neither the order of properties nor a new nested property renames an existing type. If two
/// different schemas would have the same name, the later one is prefixed with the parent property;
/// but elements whose singular is the name of something else (`rule` beside `rules`, or the
/// resource) keep the plural. A type that is used at several paths has the name of the first path;
/// the names of the other paths become aliases.
struct TypeNamer {
    /// Shape of an object or enumeration → the type's name.
    private(set) var typeNames: [ShapeTable.ID: String] = [:]
    /// The other names of types.
    private var aliases: [TypeAlias] = []
    /// Object → position of a property → the name of its type, if the type has another name first.
    private(set) var propertyNames: [ShapeTable.ID: [Int: String]] = [:]
    /// Shape → the reason why the type doesn't have the name of its property.
    private(set) var nameNotes: [ShapeTable.ID: String] = [:]

    private let shapes: ShapeTable
    private var scope: NameScope
    /// Name → the shape of its type.
    private var shapeNames: [String: ShapeTable.ID] = [:]
    /// Name → the path of its type.
    private var paths: [String: [String]] = [:]
    /// The names of attributes of the resource.
    private let members: Set<String>
    /// The names in the configuration, which other types must not have.
    private var reserved: Set<String> = []
    // The same properties recur in most structs.
    /// Property → the usual name of its type.
    private var usualNames: [String: String] = [:]
    /// Property → the usual name of its elements' type.
    private var elementNames: [String: String] = [:]

    /// Creates a namer for the types of a resource.
    ///
    /// - Parameters:
    ///   - rootName: The name of the resource.
    ///   - taken: Other names that nested types must not have.
    ///   - members: The names of attributes of the resource that a type could have.
    ///   - shapes: The shapes of the types.
    init(
        rootName: String,
        taken: Set<String> = [],
        members: Set<String> = [],
        shapes: ShapeTable
    ) {
        self.shapes = shapes
        self.members = members
        var names = SwiftKeywords.takenTypeNames.union([rootName])
        if !taken.isEmpty { names.formUnion(taken) }
        if !members.isEmpty { names.formUnion(members) }
        if shapes.isConfigured {
            for wanted in shapes.rules.typeNames.values { reserved.formUnion(wanted.map(\.name)) }
            reserved.subtract(names)
            names.formUnion(reserved)
        }
        scope = NameScope(taken: names)
    }

    /// Names all nested types.
    ///
    /// - Parameters:
    ///   - rootProperties: The properties at the root.
    ///   - rootShape: The shape of the object with these properties.
    /// - Returns: The first path of each type, in the order of naming.
    mutating func name(
        _ rootProperties: [Schema.Property],
        in rootShape: ShapeTable.ID
    ) -> [ModelBuilder.Place] {
        var places: [ModelBuilder.Place] = []
        var level = candidates(in: rootProperties, of: rootShape, below: nil)
        while !level.isEmpty {
            var next: [Candidate] = []
            let order = level.indices.ordered { left, right in
                level[left].path.lexicographicallyPrecedes(level[right].path)
            }
            for candidate in order.lazy.map({ level[$0] }) {
                let isFirst = typeNames[candidate.shape] == nil
                if let name = claimName(for: candidate), name != typeNames[candidate.shape] {
                    propertyNames[candidate.key.object, default: [:]][candidate.key.position] = name
                }
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
                    below: candidate
                )
            }
            level = next
        }
        return places
    }

    /// The other names of types, sorted.
    var sortedAliases: [TypeAlias] {
        aliases.indices.ordered { aliases[$0].name < aliases[$1].name }.map { aliases[$0] }
    }

    /// An object or enumeration that needs a name.
    private struct Candidate {
        let shape: ShapeTable.ID
        /// The object with the property, and the index among the properties of the object.
        let key: (object: ShapeTable.ID, position: Int)
        let path: [String]
        /// The usual name of the type at each component of the path.
        let names: [String]
        let schema: Schema
    }

    /// Names a type.
    ///
    /// - Returns: The name for its property; `nil` for the name of the type.
    private mutating func claimName(for candidate: Candidate) -> String? {
        if shapes.isConfigured, let wanted = shapes.rules.typeNames[candidate.shape] {
            if typeNames[candidate.shape] == nil {
                for name in wanted { claim(name, for: candidate.shape) }
            }
            return nil
        }
        // The last component, then with one more parent component each time; in most cases the last
        // component is sufficient.
        var names: [String] = []
        var prefixed = ""
        for usual in candidate.names.reversed() {
            prefixed = usual + prefixed
            if shapeNames[prefixed] == candidate.shape { return prefixed }
            names.append(prefixed)
            if scope.isFree(prefixed) { break }
            if names.count == 1, let plural = plural(of: candidate) {
                if shapeNames[plural] == candidate.shape { return plural }
                names.append(plural)
                if scope.isFree(plural) { break }
            }
        }
        let name = scope.claim(names)
        give(name, insteadOf: names.first, to: candidate.shape, at: candidate.path)
        return name
    }

    /// Returns the name of the property of elements, if something other than a list with the same
    /// name has its singular; else `nil`.
    private mutating func plural(of candidate: Candidate) -> String? {
        guard let property = candidate.path.last, let singular = candidate.names.last else {
            return nil
        }
        let plural = usualName(property)
        return plural == singular || paths[singular]?.last == property ? nil : plural
    }

    /// Applies a name of the configuration to a type.
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

    /// Returns the reason why a type doesn't have the name of its property; `nil` if it has.
    private func change(at path: [String], from usual: String?, to name: String) -> ChangedName? {
        guard let usual, let property = path.last, name != usual else { return nil }
        let reason: ChangedName.Reason
        if SwiftKeywords.takenTypeNames.contains(usual) {
            reason = .word
        } else if let other = paths[usual] {
            reason = .type(at: other.joined(separator: "."))
        } else if members.contains(usual) {
            reason = .attribute
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

    /// Returns the usual name of the type of a property's elements.
    private mutating func elementName(_ property: String) -> String {
        if let name = elementNames[property] { return name }
        let name = SwiftName.element(property)
        elementNames[property] = name
        return name
    }

    private mutating func candidates(
        in properties: [Schema.Property],
        of object: ShapeTable.ID,
        below parent: Candidate?
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        for (index, shape) in shapes.shapes(of: properties, in: object).enumerated() {
            let property = properties[index]
            if let candidate = candidate(in: property, shape, at: (object, index), below: parent) {
                candidates.append(candidate)
            }
        }
        return candidates
    }

    /// Returns the object or enumeration of a value or of its elements.
    private mutating func candidate(
        in property: Schema.Property,
        _ shape: ShapeTable.ID,
        at key: (object: ShapeTable.ID, position: Int),
        below parent: Candidate?
    ) -> Candidate? {
        var schema = property.schema
        var shape = shape
        var isElement = false
        while true {
            switch shapes[shape] {
            case .object, .enumeration:
                let name = isElement ? elementName(property.name) : usualName(property.name)
                return Candidate(
                    shape: shape,
                    key: key,
                    path: (parent?.path ?? []) + [property.name],
                    names: (parent?.names ?? []) + [name],
                    schema: schema
                )
            case .list(let element):
                guard let items = schema.keywords.items else { return nil }
                schema = items
                shape = element
                isElement = true
            case .map(let value):
                guard case .schema(let values) = schema.keywords.additionalProperties else {
                    return nil
                }
                schema = values
                shape = value
                isElement = true
            case .nullable(let value), .renamed(let value, name: _), .defaulted(let value, _):
                shape = value
            case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64,
                .intOrString, .json, .embeddedResource, .condition, .labelSelector, .external:
                return nil
            }
        }
    }
}
