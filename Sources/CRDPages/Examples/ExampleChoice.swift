import CRDGeneratorCore
import CRDSchema

/// The keys that an object of an example must have because of `allOf`, `anyOf`, and `oneOf`; of
/// several alternatives, the first possible one is used.
struct ExampleChoice {
    /// The required keys.
    private(set) var keys: Set<String> = []
    /// Key → additional schemas of its value.
    private(set) var properties: [String: [Schema]] = [:]
    /// The keys that other alternatives require.
    private(set) var excluded: Set<String> = []
    private let known: Set<String>
    /// The keys that the server adds if they are missing.
    private let defaulted: Set<String>

    /// Chooses the alternatives.
    ///
    /// - Parameters:
    ///   - schema: The schema of the object.
    ///   - others: Additional schemas of the object.
    ///   - known: The keys that the object may have.
    init(_ schema: Schema, and others: [Schema] = [], keys known: Set<String>) {
        self.known = known
        defaulted = Set(
            schema.keywords.properties.lazy
                .filter { $0.schema.keywords.rare.defaultValue != nil }.map(\.name)
        )
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
        for part in schema.keywords.rare.allOf { add(part, depth: depth) }
        if let not = schema.keywords.rare.not { exclude(not) }
        for alternatives in [schema.keywords.rare.anyOf, schema.keywords.rare.oneOf] {
            let possible = alternatives.filter { known.isSuperset(of: $0.keywords.required) }
            let met = possible.first { alternative in
                !alternative.keywords.required.isEmpty
                    && keys.isSuperset(of: alternative.keywords.required)
            }
            guard let chosen = met ?? possible.first else { continue }
            add(chosen, depth: depth)
            for other in schema.keywords.rare.oneOf where other !== chosen {
                excluded.formUnion(other.keywords.required)
            }
        }
        excluded.subtract(keys)
    }

    /// Excludes one of the keys that `not` forbids together.
    private mutating func exclude(_ schema: Schema) {
        for other in [schema] + schema.keywords.rare.anyOf where other.keywords.properties.isEmpty {
            let key = other.keywords.required.last { key in
                !keys.contains(key) && !defaulted.contains(key)
            }
            if let key { excluded.insert(key) }
        }
    }
}
