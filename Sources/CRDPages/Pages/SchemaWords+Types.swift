import CRDSchema

extension SchemaWords {
    /// Returns the type of a value in manifests, such as `list of strings`.
    static func type(of schema: Schema) -> String {
        let name = typeName(schema)
        return name.container + name.one
    }

    /// The words for a type.
    ///
    /// `container` is for the lists and maps around it, as in `list of maps of `.
    private static func typeName(
        _ schema: Schema,
        isElement: Bool = false
    ) -> (container: String, one: String, many: String) {
        let element: (schema: Schema, one: String, many: String)
        switch schema.elements {
        case .items(let items): element = (items, "list of ", "lists of ")
        case .values(let values) where schema.objectProperties.isEmpty:
            element = (values, "map of ", "maps of ")
        case .values, nil:
            let (one, many) = scalarName(schema)
            return ("", one, many)
        }
        let inner = typeName(element.schema, isElement: true)
        let container = (isElement ? element.many : element.one) + inner.container
        return (container, inner.many, inner.many)
    }

    private static func scalarName(_ schema: Schema) -> (one: String, many: String) {
        if schema.keywords.isIntOrString { return ("integer or string", "integers or strings") }
        switch schema.keywords.type {
        case .object: return ("object", "objects")
        case .array: return ("list", "lists")
        case .string: return ("string", "strings")
        case .integer: return ("integer", "integers")
        case .number: return ("number", "numbers")
        case .boolean: return ("Boolean", "Booleans")
        case .other, nil:
            return schema.objectProperties.isEmpty
                ? ("any value", "any values") : ("object", "objects")
        }
    }
}
