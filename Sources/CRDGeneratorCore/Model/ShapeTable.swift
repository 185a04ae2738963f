import CRDSchema
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
    private(set) var keepsUnknownFields = false
    /// Shape → the nesting depth of its lists and maps.
    private(set) var depths: [Int] = []
    // An array, because the table is copied often and each reference in it would be retained.
    private var onlyRules: [ShapeRules]
    /// Whether the configuration has rules, so that shapes depend on more than schemas.
    private(set) var isConfigured = false
    /// Whether elements were deeper than ``deepestElements``, so that `JSONValue` is used for them.
    var hasWidenedElements = false

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

    private static func value(of id: inout ID) -> ID { id }
}
