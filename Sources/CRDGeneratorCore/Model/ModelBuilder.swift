import CRDSchema
import CRDValues
package import CRDYAML

/// Builds the models of the Swift types for versions of CRDs.
///
/// Equal schemas of all these versions have types with the same ``StructType/shape``.
package struct ModelBuilder {
    /// The diagnostics, such as notes about changed names.
    package internal(set) var diagnostics: [Diagnostic] = []

    var file: String
    private let configuration: Configuration
    let naming: AttributeNaming
    var shapes: ShapeTable
    var layouts = LayoutTable()
    /// Shape of an object or enumeration → the type's name.
    private var typeNames: [ShapeTable.ID: String] = [:]
    /// Object → position of a property → the name of its type, if the type has another name first.
    private(set) var propertyNames: [ShapeTable.ID: [Int: String]] = [:]
    /// Shape of an object or enumeration → the reason why the type's name is not the usual one.
    private var nameNotes: [ShapeTable.ID: String] = [:]

    /// The defaults of required properties.
    var defaults: DefaultResolver.Defaults = [:]
    /// Property → its usual name.
    var attributeNames: [String: String] = [:]
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
        propertyNames = namer.propertyNames
        nameNotes = namer.nameNotes
        nameNotes[rootShape] = configuration.nameChange(ofKind: definition.names.kind)?.note
        warnOfWidenedElements(of: version)
        let rootPlace = Place(shape: rootShape, path: [], schema: schema)
        var root = structType(named: rootName, rootPlace, rootProperties, isRoot: true)
        var (structs, enums) = nestedTypes(at: places)
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

    /// The properties of the schema's root that are left out.
    private func ignoredKeys(_ schema: Schema) -> [String] {
        if configuration.hasStatus { return [] }
        return schema.keywords.properties.contains { $0.name == "status" } ? ["status"] : []
    }

    private mutating func warnOfWidenedElements(of version: CustomResourceDefinition.Version) {
        guard shapes.hasWidenedElements else { return }
        let message =
            "lists and maps are nested deeper than \(ShapeTable.deepestElements) levels, "
            + "using any JSON value for deeper elements"
        diagnostics.append(Diagnostic(.warning, message, file: file, at: version.position))
    }

    private func externalNames(in structs: [StructType]) -> Set<String> {
        Set(structs.flatMap { $0.attributes.compactMap(\.type.externalName) })
    }
}

// MARK: - Types

extension ModelBuilder {
    /// The location of an object schema.
    struct Place {
        let shape: ShapeTable.ID
        /// The keys, beginning at the root; elements of lists and maps are not part of the path.
        let path: [String]
        let schema: Schema

        var pathText: String { path.joined(separator: ".") }
    }

    private mutating func nestedTypes(
        at places: [Place]
    ) -> (structs: [StructType], enums: [EnumType]) {
        var structs: [StructType] = []
        var enums: [EnumType] = []
        for place in places {
            let name = typeName(of: place.shape)
            guard case .enumeration(let shape) = shapes[place.shape] else {
                let properties = place.schema.keywords.properties
                structs.append(structType(named: name, place, properties, isRoot: false))
                continue
            }
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
        }
        return (structs, enums)
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
                of: place.shape,
                required: required,
                inStruct: name,
                isRoot: isRoot
            ),
            keepsUnknownFields: keepsUnknownFields
        )
    }

    /// Returns the type of a value with a shape.
    func type(of shape: ShapeTable.ID) -> TypeReference {
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
