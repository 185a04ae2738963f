import CRDSchema
import CRDValues
package import CRDYAML

/// Builds the models of the Swift types for versions of CRDs.
///
/// Equal schemas of all these versions have types with the same ``StructType/shape``.
package struct ModelBuilder {
    /// The diagnostics, such as notes about changed names.
    package private(set) var diagnostics: [Diagnostic] = []

    private var file: String
    private let configuration: Configuration
    private let naming: AttributeNaming
    private var shapes: ShapeTable
    private var layouts = LayoutTable()
    /// Shape of an object or enumeration → the type's name.
    private var typeNames: [ShapeTable.ID: String] = [:]
    /// Shape of an object or enumeration → the reason why the type's name is not the usual one.
    private var nameNotes: [ShapeTable.ID: String] = [:]

    /// The defaults of required properties.
    private var defaults: DefaultResolver.Defaults = [:]
    private var attributeNames: [String: String] = [:]
    /// The source locations of the configuration entries that were used.
    private(set) var used: Set<SourcePosition> = []

    /// Creates a builder for a CRD.
    ///
    /// - Parameters:
    ///   - file: The path shown in diagnostics.
    ///   - configuration: The configuration of the folder.
    package init(file: String, configuration: Configuration = Configuration()) {
        self.file = file
        self.configuration = configuration
        naming = configuration.naming
        shapes = ShapeTable(
            usesWellKnownTypes: configuration.usesWellKnownTypes,
            rules: ShapeRules(configuration)
        )
    }

    /// Begins another file, without the diagnostics and used entries of the file before.
    mutating func beginFile(_ path: String) {
        file = path
        diagnostics = []
        used = []
    }

    /// Returns the names of structs of the Kubernetes API, with the numbers of their shapes.
    mutating func coreTypes() -> [(name: String, shape: Int)] {
        CoreTypes.names(in: &shapes)
    }

    /// Returns the types of a version.
    package mutating func build(_ version: CustomResourceDefinition.Version) -> ResourceType {
        shapes.beginResource(
            ofKind: version.definition.names.kind,
            keepsUnknownFields: version.preservesUnknownFields
        )
        defaults = [:]
        let definition = version.definition
        let rootName = configuration.name(ofKind: definition.names.kind)
        let schema = version.schema
        let ignoredKeys = ignoredKeys(schema)
        let ownProperties = schema.keywords.properties.filter {
            !["apiVersion", "kind", "metadata"].contains($0.name)
        }
        let rootProperties = ownProperties.filter { !ignoredKeys.contains($0.name) }
        let rootShape = shapes.internObject(
            rootProperties,
            required: schema.keywords.required,
            // A resource without a schema keeps all of its fields.
            keepsUnknownFields: schema.keepsUnknownFields || ownProperties.isEmpty
        )
        if shapes.isConfigured { used.formUnion(shapes.rules.used) }
        var namer = TypeNamer(
            rootName: rootName,
            taken: configuration.takenTypeNames,
            members: memberNames(rootProperties, in: rootShape),
            shapes: shapes
        )
        let places = namer.name(rootProperties, in: rootShape)
        typeNames = namer.typeNames
        nameNotes = namer.nameNotes
        nameNotes[rootShape] = configuration.nameChange(ofKind: definition.names.kind)?.note
        if shapes.hasWidenedElements {
            diagnostics.append(
                Diagnostic(
                    .warning,
                    "lists and maps are nested deeper than \(ShapeTable.deepestElements) levels, "
                        + "using any JSON value for deeper elements",
                    file: file,
                    at: version.position
                )
            )
        }
        let rootPlace = Place(shape: rootShape, path: [], schema: version.schema)
        var root = structType(named: rootName, rootPlace, rootProperties, isRoot: true)
        var structs: [StructType] = []
        var enums: [EnumType] = []
        for place in places {
            let name = typeNames[place.shape] ?? rootName
            if case .enumeration(let shape) = shapes[place.shape] {
                enums.append(
                    EnumType(
                        name: name,
                        shape: place.shape,
                        path: place.pathText,
                        description: place.schema.keywords.description,
                        nameNote: nameNotes[place.shape],
                        values: shape,
                        naming: naming
                    )
                )
            } else {
                let properties = place.schema.keywords.properties
                structs.append(structType(named: name, place, properties, isRoot: false))
            }
        }
        if !defaults.isEmpty {
            var resolver = DefaultResolver(defaults, structs: structs, enums: enums)
            root = resolver.resolve(root)
            structs = structs.map { resolver.resolve($0) }
        }
        return ResourceType(
            groupName: configuration.name(ofGroup: definition.group),
            versionName: configuration.name(ofVersion: definition.version),
            definition: definition,
            root: root,
            structs: structs,
            enums: enums,
            aliases: namer.sortedAliases,
            schemaNode: version.schemaNode,
            ignoredKeys: ignoredKeys,
            naming: naming,
            externalNames: shapes.isConfigured ? externalNames(in: [root] + structs) : []
        )
    }

    /// Returns the names of attributes of a resource that its nested types could have too.
    ///
    /// Names of types begin with an uppercase letter, but `7zip` gives `_7zip` for both.
    private mutating func memberNames(
        _ properties: [Schema.Property],
        in rootShape: ShapeTable.ID
    ) -> Set<String> {
        if properties.allSatisfy({ $0.name.utf8.first?.isLetter == true }) { return [] }
        let ids = shapes.shapes(of: properties, in: rootShape)
        return Set(names(of: properties, shapes: ids, isRoot: true).names)
    }

    /// The properties of the schema's root that are left out.
    private func ignoredKeys(_ schema: Schema) -> [String] {
        if configuration.hasStatus { return [] }
        return schema.keywords.properties.contains { $0.name == "status" } ? ["status"] : []
    }

    private func externalNames(in structs: [StructType]) -> Set<String> {
        Set(structs.flatMap { $0.attributes.compactMap(\.type.externalName) })
    }
}

// MARK: - Structs

extension ModelBuilder {
    /// The location of an object schema.
    struct Place {
        let shape: ShapeTable.ID
        /// The keys, beginning at the root; elements of lists and maps are not part of the path.
        let path: [String]
        let schema: Schema

        var pathText: String { path.joined(separator: ".") }
    }

    private mutating func structType(
        named name: String,
        _ place: Place,
        _ properties: [Schema.Property],
        isRoot: Bool
    ) -> StructType {
        guard case .object(_, let keepsUnknownFields) = shapes[place.shape] else {
            preconditionFailure("a struct whose shape is no object")
        }
        let required = Set(place.schema.keywords.required)
        return StructType(
            name: name,
            shape: place.shape,
            path: place.pathText,
            description: place.schema.keywords.description,
            nameNote: nameNotes[place.shape],
            attributes: attributes(
                properties,
                shapes: shapes.shapes(of: properties, in: place.shape),
                required: required,
                inStruct: name,
                isRoot: isRoot
            ),
            keepsUnknownFields: keepsUnknownFields
        )
    }

    private mutating func attributes(
        _ properties: [Schema.Property],
        shapes ids: [ShapeTable.ID],
        required: Set<String>,
        inStruct structName: String,
        isRoot: Bool
    ) -> [Attribute] {
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

    private func type(of shape: ShapeTable.ID) -> TypeReference {
        switch shapes[shape] {
        case .string: .string
        case .boolean: .boolean
        case .integer: .integer
        case .integer32: .integer32
        case .number: .number
        case .dateTime: .dateTime
        case .base64: .base64
        case .intOrString: .intOrString
        case .json: .json
        case .embeddedResource: .embeddedResource
        case .condition: .condition
        case .labelSelector: .labelSelector
        case .enumeration: .enumeration(typeName(of: shape))
        case .list(let element): .list(type(of: element))
        case .map(let value): .map(type(of: value))
        case .nullable(let value): .nullable(type(of: value))
        case .object: .object(typeName(of: shape))
        case .external(let type): .external(type.name)
        case .renamed(let value, name: _), .defaulted(let value, _): type(of: value)
        }
    }

    private func typeName(of shape: ShapeTable.ID) -> String {
        guard let name = typeNames[shape] else {
            preconditionFailure("a type that was not named")
        }
        return name
    }
}
