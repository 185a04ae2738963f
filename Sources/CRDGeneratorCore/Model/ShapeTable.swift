package import CRDSchema
import CRDValues
import CRDYAML

/// The parts of schemas that decide about their Swift types; equal schemas share one number.
///
/// Descriptions and validation are not included, so that object schemas that differ only in these
/// share one struct. The same is true of defaults, except those of required properties, which are
/// default arguments of the initializer.
struct ShapeTable {
    /// The number of a shape.
    typealias ID = Int

    /// The type of a schema, before types have names.
    enum Shape: Hashable {
        case string
        case boolean
        case integer
        case integer32
        case number
        case dateTime
        case base64
        case intOrString
        case json
        case embeddedResource
        case condition
        case labelSelector
        case enumeration(EnumerationShape)
        case list(ID)
        case map(ID)
        /// An element of a list or map that can be `null`.
        case nullable(ID)
        case object([Field], keepsUnknownFields: Bool)
        // Indirect, so that they don't make all other cases larger.
        /// A value whose type is not generated.
        indirect case external(External)
        /// The value of a property with a configured name.
        indirect case renamed(ID, name: String)
        /// The value of a required property with a default.
        indirect case defaulted(ID, JSONValue)
    }

    /// A type that is not generated.
    struct External: Hashable {
        let name: String
        /// Whether the schema is that of an object, so that the type can be large.
        let isObject: Bool
        /// The shape of the schema without configuration; `nil` for a type of a path.
        let replaced: ID?
    }

    /// A property of an object.
    struct Field: Hashable {
        let key: String
        let shape: ID
        let isRequired: Bool
        let isNullable: Bool
    }

    private(set) var shapes: [Shape] = []
    private var ids: [Shape: ID] = [:]
    var wellKnown = WellKnown()
    /// Whether all objects keep unknown fields.
    private var keepsUnknownFields = false
    /// Shape → the nesting depth of its lists and maps.
    private var depths: [Int] = []
    // An array, because the table is copied often and each reference in it would be retained.
    private var onlyRules: [ShapeRules]
    /// Whether the configuration has rules, so that shapes depend on more than schemas.
    private(set) var isConfigured = false
    /// Whether elements were deeper than ``deepestElements``, so that `JSONValue` is used for them.
    private(set) var hasWidenedElements = false

    /// The maximum nesting depth of lists and maps, as the time that Swift's compiler takes for a
    /// type such as `[[[Int]]]` grows exponentially with it.
    static let deepestElements = 16

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - usesWellKnownTypes: Whether schemas that equal those of types in the runtime use these
    ///     types.
    ///   - rules: The rules of the configuration for all resources.
    init(usesWellKnownTypes: Bool, rules: ShapeRules) {
        onlyRules = [rules]
        if usesWellKnownTypes || rules.replacesWellKnownTypes {
            internWellKnownTypes(
                condition: usesWellKnownTypes || rules.replacesCondition,
                selector: usesWellKnownTypes || rules.replacesLabelSelector
            )
        }
        if rules.isEmpty { return }
        self.rules.plain = Array(shapes.indices)
        isConfigured = true
    }

    /// Prepares the table for the schemas of another resource.
    ///
    /// Shapes keep their numbers, so that equal schemas of several resources have the same.
    ///
    /// - Parameters:
    ///   - kind: The kind of the resource, whose rules are used.
    ///   - keepsUnknownFields: Whether all objects of the resource keep unknown fields.
    mutating func beginResource(ofKind kind: String, keepsUnknownFields: Bool) {
        self.keepsUnknownFields = keepsUnknownFields
        hasWidenedElements = false
        guard isConfigured else { return }
        rules.beginResource(ofKind: kind)
        // The schemas of rules are read without rules.
        isConfigured = false
        for rule in rules.shapes { replace(rule) }
        rules.plain += rules.plain.count..<shapes.count
        isConfigured = true
    }

    subscript(id: ID) -> Shape { shapes[id] }

    /// The rules of the configuration for these types.
    var rules: ShapeRules {
        get { onlyRules[0] }
        _modify { yield &onlyRules[0] }
    }

    /// Returns the number of the shape of an object with some of a schema's properties.
    mutating func internObject(
        _ properties: [Schema.Property],
        required: [String],
        keepsUnknownFields: Bool
    ) -> ID {
        intern(object(properties, required: required, keepsUnknownFields: keepsUnknownFields))
    }

    mutating func intern(_ shape: Shape) -> ID {
        isConfigured ? internConfigured(shape) : internPlain(shape)
    }

    /// Returns the number of a shape; equal shapes have the same number.
    mutating func internPlain(_ shape: Shape) -> ID {
        // A single lookup that also inserts, as hashing is the most expensive part.
        let id = Self.value(of: &ids[shape, default: shapes.count])
        if id == shapes.count {
            append(shape)
        }
        return id
    }

    /// Adds a shape with a new number.
    mutating func append(_ shape: Shape) {
        shapes.append(shape)
        depths.append(depth(of: shape))
    }

    private static func value(of id: inout ID) -> ID { id }
}

// MARK: - Schemas

extension ShapeTable {
    /// Returns the number of a schema's shape.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - isInOpenList: Whether values are elements of a list that preserves unknown fields, which
    ///     the server then keeps in the elements too (apiextensions-apiserver, `skipPrune`).
    /// - Returns: The number.
    mutating func intern(_ schema: Schema, isInOpenList: Bool = false) -> ID {
        isConfigured
            ? internConfigured(schema, isInOpenList: isInOpenList)
            : internPlain(shape(of: schema, isInOpenList: isInOpenList))
    }

    // Keywords are read through the schema, because copying them is expensive.
    mutating func shape(of schema: Schema, isInOpenList: Bool = false) -> Shape {
        if schema.keywords.isIntOrString || schema.keywords.format == "int-or-string" {
            return .intOrString
        }
        if schema.keywords.isEmbeddedResource, schema.isOpaqueResource { return .embeddedResource }
        let properties = schema.objectProperties
        if !properties.isEmpty {
            let object = object(
                properties,
                required: schema.keywords.required,
                keepsUnknownFields: schema.keepsUnknownFields || isInOpenList
            )
            return wellKnown.type(of: isConfigured ? plainShape(object) : object) ?? object
        }
        if schema.keywords.preservesUnknownFields, !schema.describesElements { return .json }
        if let enumeration = EnumerationShape(schema) { return .enumeration(enumeration) }
        switch schema.keywords.type {
        case .string: return stringShape(schema.keywords.format)
        case .boolean: return .boolean
        case .integer: return schema.keywords.format == "int32" ? .integer32 : .integer
        case .number: return .number
        case .array: return listShape(schema, isInOpenList: isInOpenList)
        case .object: return objectShape(schema)
        case .other, nil: return untypedShape(schema, isInOpenList: isInOpenList)
        }
    }

    private func stringShape(_ format: String?) -> Shape {
        switch format {
        case "date-time": .dateTime
        case "byte": .base64
        default: .string
        }
    }

    private mutating func listShape(_ schema: Schema, isInOpenList: Bool) -> Shape {
        guard let items = schema.keywords.items else { return .list(intern(.json)) }
        let isOpen = isInOpenList || schema.keywords.preservesUnknownFields
        return .list(element(items, isInOpenList: isOpen))
    }

    /// Returns the shape of an object without properties: a map of any values, or of the values
    /// that `additionalProperties` describes.
    private mutating func objectShape(_ schema: Schema) -> Shape {
        if case .schema(let values) = schema.keywords.additionalProperties {
            return .map(element(values))
        }
        return .map(intern(.json))
    }

    /// Returns the shape of a schema without a type, based on its structure.
    private mutating func untypedShape(_ schema: Schema, isInOpenList: Bool) -> Shape {
        if schema.keywords.type == nil {
            if case .schema(let values) = schema.keywords.additionalProperties {
                return .map(element(values))
            }
            if schema.keywords.items != nil {
                return listShape(schema, isInOpenList: isInOpenList)
            }
        }
        return .json
    }

    private func depth(of shape: Shape) -> Int {
        switch shape {
        case .list(let element), .map(let element): depths[element] + 1
        case .nullable(let value), .renamed(let value, name: _), .defaulted(let value, _):
            depths[value]
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .enumeration, .object,
            .external:
            0
        }
    }

    /// Returns the shape of an element of a list or map.
    ///
    /// If it has a default, it can be `null` too, which the API server replaces by the default.
    private mutating func element(_ schema: Schema, isInOpenList: Bool = false) -> ID {
        let id = intern(schema, isInOpenList: isInOpenList)
        if depths[id] == Self.deepestElements {
            hasWidenedElements = true
            return intern(.json)
        }
        // `JSONValue` includes null already.
        guard schema.keywords.isNullable || schema.keywords.defaultValue != nil,
            shapes[id] != .json
        else { return id }
        return intern(.nullable(id))
    }

    private mutating func object(
        _ properties: [Schema.Property],
        required: [String],
        keepsUnknownFields: Bool
    ) -> Shape {
        let required = required.isEmpty ? [] : Set(required)
        var fields: [Field] = []
        fields.reserveCapacity(properties.count)
        var isSorted = true
        // A loop over indexes, as the generic iterator is slow in a debug build.
        var position = 0
        while position < properties.count {
            let property = properties[position]
            let isRequired = required.contains(property.name)
            var shape = isConfigured ? internConfigured(property) : intern(property.schema)
            if isRequired, let value = property.schema.keywords.defaultValue {
                shape = intern(.defaulted(shape, value))
            }
            let field = Field(
                key: property.name,
                shape: shape,
                isRequired: isRequired,
                isNullable: property.schema.keywords.isNullable
            )
            if position > 0, field.key < fields[position - 1].key { isSorted = false }
            fields.append(field)
            position += 1
        }
        // Most CRDs list properties in order.
        if !isSorted { fields = fields.sortedByKey }
        return .object(fields, keepsUnknownFields: keepsUnknownFields || self.keepsUnknownFields)
    }
}

extension [ShapeTable.Field] {
    /// The properties, sorted by name.
    var sortedByKey: [ShapeTable.Field] {
        indices.ordered { self[$0].key < self[$1].key }.map { self[$0] }
    }
}

extension Schema.Keywords {
    /// The default; the API server ignores `default: null`.
    fileprivate var defaultValue: JSONValue? {
        rare.defaultValue == .null ? nil : rare.defaultValue
    }
}

extension Schema {
    /// Whether an object keeps unknown fields.
    package var keepsUnknownFields: Bool {
        if keywords.preservesUnknownFields || keywords.isEmbeddedResource { return true }
        switch keywords.additionalProperties {
        case .allowed(true), .schema: return true
        case .allowed(false), nil: return false
        }
    }

    /// Whether a list or map has a schema for its elements, which they have even if unknown fields
    /// are preserved.
    fileprivate var describesElements: Bool {
        switch keywords.type {
        case .array:
            return keywords.items != nil
        case .object:
            if case .schema = keywords.additionalProperties { return true }
            return false
        case .string, .boolean, .integer, .number, .other, nil:
            return false
        }
    }

    /// Whether an embedded resource has no other properties than those that all resources have.
    fileprivate var isOpaqueResource: Bool {
        keywords.properties.allSatisfy { ["apiVersion", "kind", "metadata"].contains($0.name) }
    }
}
