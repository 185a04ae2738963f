/// The CEL rules of one schema in a CRD, with its location.
package struct RuleSet: Sendable {
    /// A step from a schema to a schema in it.
    package enum Step: Hashable, Sendable {
        /// An entry of `properties`.
        case property(String)
        /// `items`.
        case items
        /// `additionalProperties`.
        case additionalProperties
    }

    /// The steps from the schema of the whole resource.
    package let place: [Step]
    /// The compiled rules.
    package let rules: CompiledRules
}

extension PreparedSchema {
    /// Returns the rules that the server evaluates, in the order of the schema: those of a schema
    /// before those of the schemas in it.
    ///
    /// - Parameters:
    ///   - isRoot: Whether the values are whole resources.
    ///   - place: The steps to the schema.
    /// - Returns: The rules of each schema that has some.
    package func ruleSets(isRoot: Bool, at place: [RuleSet.Step] = []) -> [RuleSet] {
        guard contents.contains(.rules) else { return [] }
        var sets = rules(isRoot: isRoot).map { [RuleSet(place: place, rules: $0)] } ?? []
        func add(_ schema: PreparedSchema?, _ step: RuleSet.Step) {
            guard let schema else { return }
            let isResource = schema.keywords.isEmbeddedResource
            sets += schema.ruleSets(isRoot: isResource, at: place + [step])
        }
        for property in keywords.properties {
            add(properties[property.name], .property(property.name))
        }
        add(items, .items)
        if case .schema(let members) = additional { add(members, .additionalProperties) }
        return sets
    }
}
