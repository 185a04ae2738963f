import CRDSchema
import CRDValues
import CRDYAML

extension ModelBuilder {
    /// Returns the attributes of a struct, sorted by name.
    mutating func attributes(
        _ properties: [Schema.Property],
        of object: ShapeTable.ID,
        required: Set<String>,
        inStruct structName: String,
        isRoot: Bool
    ) -> [Attribute] {
        let ids = shapes.shapes(of: properties, in: object)
        let typeNames = propertyNames[object]
        let (keys, names, renamed) = names(of: properties, shapes: ids, isRoot: isRoot)
        var attributes: [Attribute] = []
        attributes.reserveCapacity(properties.count)
        var isSorted = true
        for (position, property) in properties.enumerated() {
            if position > 0, names[position] < names[position - 1] { isSorted = false }
            let note = nameNote(property, usual: keys[position].name, names[position]) {
                names.firstIndex(of: keys[position].name).map { properties[$0].name }
            }
            let (shape, json) = shapes.withoutDefault(ids[position])
            if let json { defaults[structName, default: [:]][position] = json }
            attributes.append(
                Attribute(
                    name: names[position],
                    key: property.name,
                    position: position,
                    type: type(of: shape),
                    typeName: typeNames?[position],
                    isRequired: required.contains(property.name),
                    isNullable: property.schema.keywords.isNullable,
                    isRenamed: renamed.contains(position),
                    isBoxed: layouts.isBoxed(shape, shapes),
                    description: property.schema.keywords.description,
                    nameNote: note
                )
            )
        }
        if isSorted { return attributes }
        let order = attributes.indices.ordered { attributes[$0].name < attributes[$1].name }
        return order.map { attributes[$0] }
    }

    /// Names properties.
    ///
    /// - Returns: The keys with the usual names, the names, and the positions of those with a name of
    ///   the configuration.
    private mutating func names(
        of properties: [Schema.Property],
        shapes ids: [ShapeTable.ID],
        isRoot: Bool
    ) -> (keys: [(key: String, name: String)], names: [String], renamed: Set<Int>) {
        var scope = NameScope(taken: AttributeName.Scope(naming, inResource: isRoot).taken)
        var keys = properties.map { (key: $0.name, name: attributeName($0.name)) }
        let renamed = shapes.isConfigured ? rename(&keys, of: ids) : []
        return (keys, scope.names(of: keys, first: renamed), renamed)
    }

    /// Applies the names of the configuration to properties.
    ///
    /// - Returns: The positions of these attributes.
    private func rename(
        _ keys: inout [(key: String, name: String)],
        of ids: [ShapeTable.ID]
    ) -> Set<Int> {
        var renamed: Set<Int> = []
        for (position, id) in ids.enumerated() {
            guard case .renamed(_, let name) = shapes[shapes.withoutDefault(id).value] else {
                continue
            }
            keys[position].name = name
            renamed.insert(position)
        }
        return renamed
    }

    /// Returns the reason why a property doesn't have its usual name, and reports it; `nil` if it
    /// has.
    ///
    /// `other` returns the property that has the usual name, if there is one.
    private mutating func nameNote(
        _ property: Schema.Property,
        usual: String,
        _ name: String,
        other: () -> String?
    ) -> String? {
        guard name != usual else { return nil }
        let change = ChangedName(
            original: property.name,
            usual: usual,
            name: name,
            reason: other().map { .other($0) } ?? .member
        )
        diagnostics.append(Diagnostic(.note, change.note, file: file, at: property.position))
        return change.note
    }

    /// Returns the usual name of a property; the results are cached, as properties recur in
    /// structs.
    private mutating func attributeName(_ property: String) -> String {
        if let name = attributeNames[property] { return name }
        let name = AttributeName.usual(property, naming)
        attributeNames[property] = name
        return name
    }

    /// Returns the names of attributes of a resource that its nested types could have too.
    ///
    /// Names of types begin with an uppercase letter, but `7zip` gives `_7zip` for both.
    mutating func memberNames(
        _ properties: [Schema.Property],
        in rootShape: ShapeTable.ID
    ) -> Set<String> {
        if properties.allSatisfy({ $0.name.utf8.first?.isLetter == true }) { return [] }
        let ids = shapes.shapes(of: properties, in: rootShape)
        return Set(names(of: properties, shapes: ids, isRoot: true).names)
    }
}
