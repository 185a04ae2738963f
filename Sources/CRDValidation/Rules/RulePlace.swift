package import CRDValues
package import CRDYAML

/// A place in the resources of a kind at which rules can be evaluated.
package struct RulePlace: Sendable {
    /// The error for steps that lead to no schema.
    package struct Missing: Error {
        /// The index of the first step without a schema.
        package let index: Int
        /// The names of the properties that the step can have.
        package let names: [String]
    }

    private let steps: [NodeStep]
    private let root: PreparedSchema
    let schema: PreparedSchema
    /// Whether the values are whole resources.
    let isRoot: Bool

    /// Finds the schema of a place.
    ///
    /// - Parameters:
    ///   - steps: The steps from the resource, with the names of manifests.
    ///   - validator: The validator of the kind.
    /// - Throws: `Missing` if there is no schema.
    package init(_ steps: [NodeStep], of validator: ResourceValidator) throws(Missing) {
        self.steps = steps
        root = validator.schema
        var schema = validator.schema
        var isRoot = true
        for (index, step) in steps.enumerated() {
            guard let next = schema.schema(at: step, isRoot: isRoot) else {
                let names = schema.properties(isRoot: isRoot).keys.sorted()
                throw Missing(index: index, names: names)
            }
            schema = next
            isRoot = schema.keywords.isEmbeddedResource
        }
        self.schema = schema
        self.isRoot = isRoot
    }

    /// Returns the value at the place and its old value; `nil` if the resource has no value there.
    ///
    /// Elements of lists of type `map` are found by their keys in the old resource; elements of
    /// other lists have no old values.
    ///
    /// - Parameters:
    ///   - resource: The resource.
    ///   - old: The resource before an update.
    /// - Returns: The values.
    package func values(
        in resource: JSONValue,
        old: JSONValue?
    ) -> (value: JSONValue, old: JSONValue?)? {
        var schema = root
        var isRoot = true
        var value = resource
        var old = old
        for step in steps {
            guard let next = value[step], let nextSchema = schema.schema(at: step, isRoot: isRoot)
            else { return nil }
            switch step {
            case .key: old = old?[step]
            case .index:
                if case .array(let elements)? = old {
                    old = ListMapElements(elements, schema)?[next]
                } else {
                    old = nil
                }
            }
            value = next
            schema = nextSchema
            isRoot = schema.keywords.isEmbeddedResource
        }
        if case .null? = old { old = nil }
        return (value, old)
    }
}

extension PreparedSchema {
    func schema(at step: NodeStep, isRoot: Bool) -> PreparedSchema? {
        switch step {
        case .key(let key): property(key, isRoot: isRoot) ?? schema(of: key)?.schema
        case .index: items
        }
    }
}

extension JSONValue {
    fileprivate subscript(step: NodeStep) -> JSONValue? {
        switch step {
        case .key(let key): self[key]
        case .index(let index): self[index]
        }
    }
}
