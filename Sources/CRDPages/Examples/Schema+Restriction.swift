import CRDSchema
import CRDValues

extension Schema {
    /// Returns the schema without the properties that a value doesn't have.
    ///
    /// The value has the same violations by both, but preparing the whole schema for validation takes
    /// most of the time of an example. Properties with defaults are kept, and so is everything that
    /// CEL rules can use.
    ///
    /// - Parameter value: The value that will be validated.
    /// - Returns: A schema for this value only.
    func restricted(to value: JSONValue) -> Schema {
        if !keywords.rare.validations.isEmpty { return self }
        switch value {
        case .null, .boolean, .number, .string: return self
        case .array(let elements):
            guard elements.count == 1, let items = keywords.items else { return self }
            var keywords = keywords
            keywords.items = items.restricted(to: elements[0])
            return Schema(keywords)
        case .object(let object):
            var keywords = keywords
            keywords.properties = keywords.properties.compactMap { property in
                if property.schema.keywords.rare.defaultValue != nil { return property }
                guard let value = object[property.name] else { return nil }
                return Property(
                    name: property.name,
                    schema: property.schema.restricted(to: value),
                    position: property.position
                )
            }
            return Schema(keywords)
        }
    }
}
