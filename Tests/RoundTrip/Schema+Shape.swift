import CRDSchema
import CRDValues

extension Schema {
    /// What kind of value a schema allows.
    enum Shape {
        case object
        case array
        case string
        case integer
        case number
        case boolean
        case anything
    }

    /// The kind of value, from `type`, or from the structure where there is no type.
    var shape: Shape {
        switch keywords.type {
        case .object: .object
        case .array: .array
        case .string: .string
        case .integer: .integer
        case .number: .number
        case .boolean: .boolean
        case .other: .anything
        case nil: untypedShape
        }
    }

    private var untypedShape: Shape {
        if !keywords.properties.isEmpty || keywords.isEmbeddedResource { return .object }
        if case .schema = keywords.additionalProperties { return .object }
        return keywords.items == nil ? .anything : .array
    }

    /// Whether integers and strings are allowed.
    var isIntOrString: Bool {
        keywords.isIntOrString || (keywords.format == "int-or-string" && keywords.type == nil)
    }

    /// Whether a value of an `enum` has the type that the schema wants.
    func allows(_ value: JSONValue) -> Bool {
        switch (value, shape) {
        case (_, .anything), (.object, .object), (.array, .array), (.string, .string),
            (.boolean, .boolean), (.number, .number):
            true
        case (.number(let number), .integer):
            number.integer != nil
        default:
            false
        }
    }

    /// Whether there is a default here or in any property, element or value.
    var hasDefaults: Bool {
        if let value = keywords.rare.defaultValue, value != .null { return true }
        if keywords.properties.contains(where: \.schema.hasDefaults) { return true }
        if case .schema(let values) = keywords.additionalProperties, values.hasDefaults {
            return true
        }
        return keywords.items?.hasDefaults ?? false
    }
}
