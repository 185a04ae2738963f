/// The `fieldPath` of a rule: a path such as `.spec.ports['http']` to a field below the value that
/// the rule checks.
package struct RuleFieldPath: Sendable {
    /// The keys on the path.
    package private(set) var keys: [String] = []
    /// The path in messages, such as `spec.ports[http]`.
    package private(set) var text = ""

    /// Reads a path.
    ///
    /// - Throws: `FieldPathKeys.Problem` if the path has a wrong syntax or refers to a field that the
    ///   schema does not have.
    package init(_ path: String, in schema: PreparedSchema) throws(FieldPathKeys.Problem) {
        var path = FieldPathKeys(path)
        var schema = schema
        while let key = try path.next() { schema = try append(key, in: schema) }
    }

    /// Adds a key.
    ///
    /// - Returns: The schema of its values.
    private mutating func append(
        _ key: String,
        in schema: PreparedSchema
    ) throws(FieldPathKeys.Problem) -> PreparedSchema {
        keys.append(key)
        if !schema.properties.isEmpty {
            guard let property = schema.properties[key] else { throw .noField }
            text += text.isEmpty ? key : ".\(key)"
            return property
        }
        guard case .schema(let members) = schema.additional else { throw .noField }
        text += "[\(key)]"
        return members
    }
}
