import CRDSchema
import CRDYAML

/// The rules of the configuration for the types of a kind, and the result of applying them.
struct ShapeRules {
    /// The rules for paths in any kind.
    private let allPaths: [PathRule]
    /// The rules for paths in the kind of the current resource.
    private(set) var paths: [PathRule] = []
    /// The rules for schemas.
    let shapes: [ShapeRule]
    /// The rules for scalars by pattern or format, in the order of the file.
    private let scalars: [(subject: ScalarSubject, rule: ShapeRule)]
    /// Whether equal schemas share one type.
    let mergesTypes: Bool

    /// The keys from the root to the current schema.
    var path: [String] = []
    /// Shape → the shape without configuration, for all resources.
    var plain: [ShapeTable.ID] = []
    /// Shape without configuration → the rule for its type.
    var replacements: [ShapeTable.ID: ShapeRule] = [:]
    /// Shape of an object or enumeration → the configured names of its type; the first one is the
    /// name, the others are aliases.
    var typeNames: [ShapeTable.ID: [WantedName]] = [:]
    /// The source locations of the rules that were used.
    var used: Set<SourcePosition> = []

    /// A configured name of a type.
    struct WantedName {
        let name: String
        /// The path of the type.
        let path: [String]
    }

    /// Creates the rules of a configuration.
    init(_ configuration: Configuration) {
        allPaths = configuration.paths.filter { !$0.path.isResource }
        shapes = configuration.shapes
        scalars = shapes.compactMap { rule in
            if case .scalar(let subject) = rule.subject { (subject, rule) } else { nil }
        }
        mergesTypes = configuration.mergesTypes
    }

    /// Chooses the rules for a resource, and forgets the result for the resource before.
    mutating func beginResource(ofKind kind: String) {
        paths = allPaths.filter { $0.path.holds(forKind: kind) }
        path = []
        replacements = [:]
        typeNames = [:]
        used = []
    }

    /// Whether there are no rules, so that only schemas decide.
    var isEmpty: Bool { allPaths.isEmpty && shapes.isEmpty && mergesTypes }

    var replacesCondition: Bool {
        shapes.contains { if case .condition = $0.subject { true } else { false } }
    }

    var replacesLabelSelector: Bool {
        shapes.contains { if case .labelSelector = $0.subject { true } else { false } }
    }

    var replacesWellKnownTypes: Bool { replacesCondition || replacesLabelSelector }

    /// Returns the rule for the type of a schema; `nil` if there is none.
    ///
    /// A pattern or format is more specific than a shape. Of several such rules, the last one is
    /// used.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - shape: Its shape without configuration.
    /// - Returns: The rule.
    func replacement(of schema: Schema, _ shape: ShapeTable.ID) -> ShapeRule? {
        scalars.last { $0.subject.matches(schema) }?.rule ?? replacements[shape]
    }
}

// MARK: - Schemas

extension ShapeTable {
    /// Records the shape of a rule, without configuration, unless the rule is for scalars.
    mutating func replace(_ rule: ShapeRule) {
        let shape: Shape
        switch rule.subject {
        case .condition: shape = .condition
        case .labelSelector: shape = .labelSelector
        case .schema(let schema): shape = self.shape(of: schema)
        case .scalar: return
        }
        rules.replacements[internPlain(shape)] = rule
    }

    /// Returns the number of a property's shape, at its path.
    mutating func internConfigured(_ property: Schema.Property) -> ID {
        rules.path.append(property.name)
        defer { rules.path.removeLast() }
        var type: ExternalType?
        var attributeName: String?
        var typeNames: [(name: String, position: SourcePosition)] = []
        // Of several rules for the same subject, the last one is used.
        for rule in rules.paths where rule.path.matches(rules.path) {
            switch rule.effect {
            case .type(let given): type = given
            case .attributeName(let name): attributeName = name
            case .typeName(let name):
                typeNames.append((name, rule.position))
                continue
            }
            rules.used.insert(rule.position)
        }
        var id: ID
        if let type {
            id = intern(type, isObject: property.schema.isObject)
        } else {
            id = intern(property.schema)
        }
        if let last = typeNames.last, let named = namedType(of: id) {
            for (_, position) in typeNames { rules.used.insert(position) }
            let known = rules.typeNames[named, default: []]
            if !known.contains(where: { $0.name == last.name }) {
                let wanted = ShapeRules.WantedName(name: last.name, path: rules.path)
                rules.typeNames[named] = known + [wanted]
            }
        }
        if let attributeName { id = intern(.renamed(id, name: attributeName)) }
        return id
    }

    /// Returns the number of a schema's shape.
    mutating func internConfigured(_ schema: Schema, isInOpenList: Bool) -> ID {
        let id = internConfigured(shape(of: schema, isInOpenList: isInOpenList))
        guard let rule = rules.replacement(of: schema, rules.plain[id]) else { return id }
        rules.used.insert(rule.position)
        return intern(rule.type, isObject: schema.isObject, replaced: rules.plain[id])
    }

    private mutating func intern(_ type: ExternalType, isObject: Bool, replaced: ID? = nil) -> ID {
        switch type {
        case .named(let name):
            intern(.external(External(name: name, isObject: isObject, replaced: replaced)))
        case .list(let element): intern(.list(intern(element, isObject: true)))
        case .map(let element): intern(.map(intern(element, isObject: true)))
        }
    }

    /// Returns the object or enumeration of a value or of its elements.
    private func namedType(of id: ID) -> ID? {
        switch self[id] {
        case .object, .enumeration: id
        case .list(let inner), .map(let inner), .nullable(let inner), .renamed(let inner, name: _),
            .defaulted(let inner, _):
            namedType(of: inner)
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .external:
            nil
        }
    }
}

// MARK: - Shapes

extension ShapeTable {
    /// Returns the number of a shape if rules decide in addition to schemas.
    mutating func internConfigured(_ shape: Shape) -> ID {
        let plainShape = plainShape(shape)
        let plain = internNoting(plainShape, plain: nil)
        if !rules.mergesTypes, shape.isNamed {
            append(shape)
            rules.plain.append(plain)
            return shapes.count - 1
        }
        return shape == plainShape ? plain : internNoting(shape, plain: plain)
    }

    /// Interns a shape and records its shape without configuration, by default the shape itself.
    private mutating func internNoting(_ shape: Shape, plain: ID?) -> ID {
        let id = internPlain(shape)
        guard id == rules.plain.count else { return id }
        if case .external(let external) = shape, let replaced = external.replaced {
            rules.plain.append(replaced)
        } else {
            rules.plain.append(plain ?? id)
        }
        return id
    }

    /// Returns a shape whose parts are the shapes without configuration.
    func plainShape(_ shape: Shape) -> Shape {
        switch shape {
        case .list(let element): return .list(rules.plain[element])
        case .map(let value): return .map(rules.plain[value])
        case .nullable(let value): return .nullable(rules.plain[value])
        case .renamed(let value, let name): return .renamed(rules.plain[value], name: name)
        case .defaulted(let value, let json): return .defaulted(rules.plain[value], json)
        case .object(let fields, let keepsUnknownFields):
            let plain = fields.map { field in
                Field(
                    key: field.key,
                    shape: rules.plain[field.shape],
                    isRequired: field.isRequired,
                    isNullable: field.isNullable
                )
            }
            return .object(plain, keepsUnknownFields: keepsUnknownFields)
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .enumeration, .external:
            return shape
        }
    }
}

extension ShapeTable.Shape {
    /// Whether a type with a name is generated for the shape.
    fileprivate var isNamed: Bool {
        switch self {
        case .object, .enumeration: true
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .list, .map, .nullable,
            .external, .renamed, .defaulted:
            false
        }
    }
}

extension Schema {
    /// Whether values are objects with fields, lists, or maps.
    fileprivate var isObject: Bool {
        !objectProperties.isEmpty || keywords.type == .object || keywords.type == .array
            || keywords.preservesUnknownFields || keywords.isEmbeddedResource
    }
}
