extension Schema {
    /// The properties that values have: none if `type` is another type than `object`, for which the
    /// API server ignores them.
    package var objectProperties: [Property] {
        switch keywords.type {
        case .object, nil: keywords.properties
        case .array, .string, .integer, .number, .boolean, .other: []
        }
    }

    /// The elements that a schema describes.
    package enum Elements {
        /// The items of a list.
        case items(Schema)
        /// The values of a map.
        case values(Schema)
    }

    /// The elements of a list or map; `nil` if `type` is another type, or if the schema doesn't
    /// describe elements.
    package var elements: Elements? {
        switch keywords.type {
        case .object: values
        case .array: items
        case nil: values ?? items
        case .string, .integer, .number, .boolean, .other: nil
        }
    }

    private var items: Elements? { keywords.items.map { .items($0) } }

    private var values: Elements? {
        if case .schema(let values) = keywords.additionalProperties { .values(values) } else { nil }
    }
}
