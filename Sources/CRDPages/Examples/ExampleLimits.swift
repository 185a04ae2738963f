import CRDGeneratorCore
import CRDSchema
import CRDValues

/// The limits of a scalar in an example: the keywords of its schema, of all schemas in `allOf`, and
/// of the first schemas in `anyOf` and `oneOf`; and what `not` excludes.
struct ExampleLimits {
    private(set) var formats: [String] = []
    private(set) var patterns: [String] = []
    private(set) var minLength = 0
    private(set) var maxLength = Int.max
    private(set) var minimum: Bound?
    private(set) var maximum: Bound?
    private(set) var multipleOf: Double?
    /// The values in the schema: `default`, the values of `enum`, `example`.
    private(set) var presets: [JSONValue] = []
    /// The values under `not`.
    private(set) var excludedValues: [JSONValue] = []
    /// The patterns under `not`.
    private(set) var excludedPatterns: [String] = []
    private var enumeration: [JSONValue]?

    /// The end of a range.
    struct Bound {
        let value: Double
        let isExclusive: Bool
    }

    /// Collects the limits of a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - others: Additional schemas of the value.
    init(_ schema: Schema, and others: [Schema] = []) {
        add(schema, depth: 0)
        for other in others { add(other, depth: 0) }
        if let enumeration {
            presets = presets.filter(enumeration.contains) + enumeration
        }
        if let example = schema.keywords.rare.example { presets.append(example) }
        presets = presets.filter { $0 != .null }
        let allowed = presets.filter { !excludedValues.contains($0) }
        // An enumeration has no other values.
        if !allowed.isEmpty || enumeration == nil { presets = allowed }
    }

    private mutating func add(_ schema: Schema, depth: Int) {
        if depth > 8 { return }
        if let format = schema.keywords.format { formats.append(format) }
        if let pattern = schema.keywords.rare.pattern { patterns.append(pattern) }
        minLength = max(minLength, schema.keywords.rare.minLength ?? 0)
        maxLength = min(maxLength, schema.keywords.rare.maxLength ?? .max)
        if let number = schema.keywords.rare.minimum?.double {
            let bound = Bound(value: number, isExclusive: schema.keywords.exclusiveMinimum)
            if minimum.map({ $0.value < number || $0.value == number && bound.isExclusive }) ?? true
            {
                minimum = bound
            }
        }
        if let number = schema.keywords.rare.maximum?.double {
            let bound = Bound(value: number, isExclusive: schema.keywords.exclusiveMaximum)
            if maximum.map({ $0.value > number || $0.value == number && bound.isExclusive }) ?? true
            {
                maximum = bound
            }
        }
        if let number = schema.keywords.rare.multipleOf?.double { multipleOf = number }
        if let value = schema.keywords.rare.defaultValue { presets.append(value) }
        if let values = schema.keywords.enumeration {
            enumeration = enumeration.map { $0.filter(values.contains) } ?? values
        }
        if let not = schema.keywords.rare.not {
            excludedValues += not.keywords.enumeration ?? []
            if let pattern = not.keywords.rare.pattern { excludedPatterns.append(pattern) }
        }
        for part in schema.keywords.rare.allOf { add(part, depth: depth + 1) }
        for alternatives in [schema.keywords.rare.anyOf, schema.keywords.rare.oneOf] {
            let type = schema.keywords.type
            let fitting = alternatives.first { [nil, type].contains($0.keywords.type) }
            if let fitting { add(fitting, depth: depth + 1) }
        }
    }
}
