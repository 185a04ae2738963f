import CRDRuntime

/// What an object of an example must have by `allOf`, `anyOf` and `oneOf`; of alternatives, the
/// first that can be had.
struct ExampleChoice {
    /// The keys that must be there.
    private(set) var keys: Set<String> = []
    /// Key → schemas that its value must fit too.
    private(set) var properties: [String: [Schema]] = [:]
    /// Keys that the other alternatives ask for.
    private(set) var excluded: Set<String> = []
    private let known: Set<String>

    /// Chooses.
    ///
    /// - Parameters:
    ///   - schema: The schema of the object.
    ///   - others: Schemas that it must fit too.
    ///   - known: The keys that the object can have.
    init(_ schema: Schema, and others: [Schema] = [], keys known: Set<String>) {
        self.known = known
        keys = known.intersection(schema.keywords.required)
        choose(schema, depth: 0)
        for other in others { add(other, depth: 0) }
    }

    private mutating func add(_ schema: Schema, depth: Int) {
        keys.formUnion(known.intersection(schema.keywords.required))
        for property in schema.keywords.properties {
            properties[property.name, default: []].append(property.schema)
        }
        choose(schema, depth: depth + 1)
    }

    private mutating func choose(_ schema: Schema, depth: Int) {
        if depth > 8 { return }
        for part in schema.keywords.allOf { add(part, depth: depth) }
        for alternatives in [schema.keywords.anyOf, schema.keywords.oneOf] {
            let possible = alternatives.filter { known.isSuperset(of: $0.keywords.required) }
            let met = possible.first { alternative in
                !alternative.keywords.required.isEmpty
                    && keys.isSuperset(of: alternative.keywords.required)
            }
            guard let chosen = met ?? possible.first else { continue }
            add(chosen, depth: depth)
            for other in schema.keywords.oneOf where other !== chosen {
                excluded.formUnion(other.keywords.required)
            }
        }
        excluded.subtract(keys)
    }
}
