import CRDValidation

/// The field of a path such as `.spec.host` or `.map['a.b']` in a schema.
struct FieldPathTarget {
    /// The names of the path.
    private(set) var names: [String] = []
    /// The schema of the field; `nil` if there is none, as below `additionalProperties: true`.
    private(set) var schema: SchemaNode?

    /// Resolves a path.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - schema: The schema that the path begins at.
    ///   - allowsBrackets: Whether `['name']` is allowed instead of `.name`.
    /// - Throws: `FieldPathKeys.Problem` with the server's message if there is no such field.
    init(
        _ path: String,
        in schema: SchemaNode,
        allowsBrackets: Bool = true
    ) throws(FieldPathKeys.Problem) {
        self.schema = schema
        var keys = FieldPathKeys(path, allowsBrackets: allowsBrackets)
        while let name = try keys.next() { try follow(name) }
    }

    private mutating func follow(_ name: String) throws(FieldPathKeys.Problem) {
        guard let schema else { throw .noField }
        if schema.hasProperties {
            guard let property = schema.property(name) else { throw .noField }
            self.schema = property
        } else if let additional = schema.additionalProperties {
            if case .schema(let values) = additional {
                self.schema = values
            } else {
                self.schema = nil
            }
        } else {
            throw .noField
        }
        names.append(name)
    }
}
