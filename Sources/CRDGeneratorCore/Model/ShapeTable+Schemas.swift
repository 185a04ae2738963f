package import CRDSchema
import CRDValues
import CRDYAML

extension ShapeTable {
    /// Returns the number of the shape of an object with some of a schema's properties.
    mutating func internObject(
        _ properties: [Schema.Property],
        required: [String],
        keepsUnknownFields: Bool
    ) -> ID {
        intern(object(properties, required: required, keepsUnknownFields: keepsUnknownFields))
    }

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
