package import CRDGeneratorCore
import CRDPages
import CRDRuntime
package import CRDSchema
package import CRDValues
package import CRDYAML

/// A field, with its schema and its Swift type.
package struct ExplainedAttribute {
    /// The name in Swift.
    package let name: String
    /// The key in a manifest.
    package let key: String
    /// The Swift type of the property.
    package let typeText: String
    /// Whether the field is required if its parent exists.
    package let isRequired: Bool
    /// The value of the field.
    package var value: ExplainedValue
    /// The source location of the key in the CRD; `nil` if no CRD has it.
    package var position: SourcePosition?

    /// Creates an attribute.
    package init(
        name: String,
        key: String,
        typeText: String,
        isRequired: Bool,
        value: ExplainedValue,
        position: SourcePosition? = nil
    ) {
        self.name = name
        self.key = key
        self.typeText = typeText
        self.isRequired = isRequired
        self.value = value
        self.position = position
    }

    /// Whether the API server fills in a missing field.
    package var hasDefault: Bool { value.schema.usableDefault != nil }
}

/// The value of a field, in the CRD and in Swift.
package struct ExplainedValue {
    /// The schema.
    package var schema: Schema
    /// The Swift type; `nil` below a JSON value, where only the schema is known.
    package let type: TypeReference?
    /// Whether the type is that of a property in a struct of the runtime.
    var isOfRuntime = false
    /// Whether the value is one in a Go type of the API server, which can be without a definition of
    /// its own.
    var isOfGoType = false

    /// Creates a value.
    package init(
        schema: Schema,
        type: TypeReference?,
        isOfRuntime: Bool = false,
        isOfGoType: Bool = false
    ) {
        self.schema = schema
        self.type = type
        self.isOfRuntime = isOfRuntime
        self.isOfGoType = isOfGoType
    }

    /// The value that has the fields: for lists and maps, their elements.
    ///
    /// `path` is the path of the elements: `[]`, `.*`, or both.
    package var element: (value: ExplainedValue, path: String) {
        var path = ""
        var value = self
        while let next = value.next {
            path += next.path
            value = next.value
        }
        return (value, path)
    }

    /// The element of a list or map, with its path; `nil` for other values.
    package var next: (value: ExplainedValue, path: String)? {
        switch type {
        case .nullable(let type):
            return (element(schema, type), "")
        case .list(let type):
            let items = schema.keywords.items ?? .anything
            return (element(items, type), "[]")
        case .map(let type):
            var values = Schema.anything
            if case .schema(let schema) = schema.keywords.additionalProperties { values = schema }
            return (element(values, type), ".*")
        case nil, .json, .external:
            guard schema.objectProperties.isEmpty else { return nil }
            switch schema.elements {
            case .items(let items): return (element(items), "[]")
            case .values(let values): return (element(values), ".*")
            case nil: return nil
            }
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .embeddedResource, .condition, .labelSelector, .enumeration, .object:
            return nil
        }
    }

    /// The value without the optional of an element that can be `null`, whose schema is the same.
    package var unwrapped: ExplainedValue {
        guard case .nullable(let type) = type else { return self }
        return ExplainedValue(schema: schema, type: type).unwrapped
    }

    private func element(_ schema: Schema, _ type: TypeReference? = nil) -> ExplainedValue {
        ExplainedValue(
            schema: schema,
            type: type,
            isOfRuntime: type != nil && isOfRuntime,
            isOfGoType: isOfGoType
        )
    }
}

// MARK: - Levels

extension ExplainedValue {
    /// Returns the fields of the value itself, in the order of the schema.
    ///
    /// - Parameters:
    ///   - structs: Name → struct of the resource.
    ///   - naming: The naming style of the resource.
    /// - Returns: The fields; empty if the value is not an object.
    package func attributes(
        _ structs: [String: StructType],
        _ naming: AttributeNaming
    ) -> [ExplainedAttribute] {
        if schema.isGoType || isOfGoType { return Self.attributes(ofGoType: schema) }
        if case .object(let name) = type, let type = structs[name] {
            return Self.attributes(of: type, schema)
        }
        if let type = type?.runtimeStruct(isOfRuntime: isOfRuntime) {
            return Self.attributes(of: type, schema, naming)
        }
        return Self.attributes(of: schema, naming)
    }

    /// Returns the fields of a struct.
    package static func attributes(of type: StructType, _ schema: Schema) -> [ExplainedAttribute] {
        var properties: [ExactKey: Schema.Property] = [:]
        for property in schema.keywords.properties {
            properties[ExactKey(property.name)] = property
        }
        let required = Set(schema.keywords.required.map(ExactKey.init))
        return type.attributesInSchemaOrder.map { attribute in
            let property = properties[ExactKey(attribute.key)]
            return ExplainedAttribute(
                name: attribute.name,
                key: attribute.key,
                typeText: attribute.typeText(.plain),
                isRequired: required.contains(ExactKey(attribute.key)),
                value: ExplainedValue(
                    schema: property?.schema ?? .anything,
                    type: attribute.type
                ),
                position: property?.position
            )
        }
    }

    /// Returns the fields in a schema that a struct of the runtime has.
    private static func attributes(
        of type: RuntimeStruct,
        _ schema: Schema,
        _ naming: AttributeNaming
    ) -> [ExplainedAttribute] {
        schema.objectProperties.compactMap { field in
            guard let property = type.properties[field.name] else { return nil }
            return ExplainedAttribute(
                name: property.name(naming),
                key: field.name,
                typeText: property.typeText,
                isRequired: schema.keywords.required.contains(field.name),
                value: ExplainedValue(
                    schema: field.schema,
                    type: property.type,
                    isOfRuntime: true
                ),
                position: field.position
            )
        }
    }

    /// Returns the fields in a schema, for JSON values.
    private static func attributes(
        of schema: Schema,
        _ naming: AttributeNaming
    ) -> [ExplainedAttribute] {
        let properties = schema.objectProperties
        let scope = AttributeName.Scope(naming, inResource: false)
        let names = scope.names(of: properties.map(\.name))
        let required = Set(schema.keywords.required)
        return zip(properties, names).map { property, name in
            let isRequired = required.contains(property.name)
            return ExplainedAttribute(
                name: name,
                key: property.name,
                typeText: text(property.schema) + (isRequired ? "" : "?"),
                isRequired: isRequired,
                value: ExplainedValue(schema: property.schema, type: nil),
                position: property.position
            )
        }
    }

    private static func text(_ schema: Schema) -> String {
        if schema.keywords.isIntOrString { return "IntOrString" }
        switch schema.keywords.type {
        case .string: return schema.keywords.format == "date-time" ? "DateTime" : "String"
        case .boolean: return "Bool"
        case .integer: return "Int"
        case .number: return "Double"
        case .array: return "[\(schema.keywords.items.map(text) ?? "JSONValue")]"
        case .object:
            if case .schema(let values) = schema.keywords.additionalProperties {
                return "[String: \(text(values))]"
            }
            return schema.keywords.properties.isEmpty ? "JSONObject" : "Object"
        case .other, nil: return "JSONValue"
        }
    }
}
