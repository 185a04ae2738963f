import CRDGeneratorCore
import CRDRegularExpressions
import CRDSchema
import CRDValues

/// Values with which a rule could be satisfied, the most promising first.
struct SuggestedValues {
    /// The values, none of which is the current one.
    private(set) var values: [JSONValue] = []
    private let slot: ExampleSlot
    private let current: JSONValue?
    /// The texts with which the value must begin.
    private let prefixes: [String]

    /// The maximum number of values.
    private static let most = 24

    /// Collects the values for a slot.
    ///
    /// - Parameters:
    ///   - slot: The slot.
    ///   - path: Its path below `self`.
    ///   - terms: The terms of the rule.
    ///   - current: The current value.
    ///   - other: Returns the value at another path below `self`.
    init(
        _ slot: ExampleSlot,
        at path: [ValueStep],
        _ terms: RuleTerms,
        current: JSONValue?,
        other: ([ValueStep]) -> JSONValue?
    ) {
        self.slot = slot
        self.current = current
        prefixes = terms.comparisons.compactMap { comparison in
            guard comparison.path == path, comparison.function == "startsWith",
                case .literal(.string(let prefix)) = comparison.operand
            else { return nil }
            return prefix
        }
        for comparison in terms.comparisons where comparison.path == path {
            switch comparison.operand {
            case .nothing: addSamples(for: comparison.function)
            case .literal(let literal): add(literal, comparison.function)
            case .path(let path): if let value = other(path) { add(value, comparison.function) }
            }
        }
        for value in ExampleLimits(slot.schema).presets { add(value) }
        for comparison in terms.comparisons where comparison.path == path {
            addSamples(for: comparison.function)
        }
        for literal in terms.literals { add(literal) }
        let scalar = ExampleScalar(Schema(slot.schema.keywordsWithoutValues), key: slot.key)
        add(.string(scalar.string))
    }

    /// Adds values near the other side of a comparison.
    private mutating func add(_ operand: JSONValue, _ function: String) {
        switch (function, operand) {
        case (_, .number(let number)):
            add(operand)
            guard let integer = number.integer else { return }
            for (next, isOver) in [integer, integer].map({ $0.addingReportingOverflow(1) })
            where !isOver { add(.number(JSONNumber(next))) }
            let (less, isUnder) = integer.subtractingReportingOverflow(1)
            if !isUnder { add(.number(JSONNumber(less))) }
        case ("startsWith", .string(let prefix)):
            if case .string(let text)? = current { add(.string(prefix + text)) }
            add(operand)
        case ("endsWith", .string(let suffix)):
            if case .string(let text)? = current { add(.string(text + suffix)) }
            add(operand)
        case ("matches", .string(let text)):
            guard let pattern = try? Pattern(text) else { return }  // such a rule is never true
            for count in 0..<5 {
                let sample = pattern.sample(repetitions: count)
                guard pattern.matches(sample) else { continue }
                add(.string(sample))
                // The pattern can be that of a part of the text.
                for prefix in prefixes { add(.string(prefix + sample)) }
                if case .string(let text)? = current { add(.string(text + sample)) }
            }
        case ("split", .string(let separator)):
            guard case .string(let text)? = current else { return }
            for count in 2...4 {
                let parts = Array(repeating: text, count: count)
                add(.string(parts.joined(separator: separator)))
            }
        default: add(operand)
        }
    }

    /// Adds values that a function accepts.
    private mutating func addSamples(for function: String) {
        for text in Self.samples[function] ?? [] { add(.string(text)) }
    }

    /// Function → texts that it accepts.
    private static let samples = [
        "isURL": ["https://example.com"], "url": ["https://example.com"],
        "isIP": ["192.0.2.1", "2001:db8::1"], "ip": ["192.0.2.1", "2001:db8::1"],
        "isCIDR": ["192.0.2.0/24", "2001:db8::/64"], "cidr": ["192.0.2.0/24", "2001:db8::/64"],
        "duration": ["1s", "1m", "1h"], "timestamp": ["2026-01-01T00:00:00Z"],
        "isQuantity": ["1"], "quantity": ["1", "1Gi"], "isSemver": ["1.0.0"],
        "semver": ["1.0.0"],
    ]

    private mutating func add(_ value: JSONValue) {
        guard values.count < Self.most, value != current, !values.contains(value),
            slot.type.allows(value)
        else { return }
        values.append(value)
    }
}

extension TypeReference {
    /// Whether a scalar can have the type.
    fileprivate func allows(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.nullable(let type), _): type.allows(value)
        case (.string, .string), (.dateTime, .string), (.base64, .string): true
        case (.enumeration, .string), (.enumeration, .number), (.enumeration, .boolean): true
        case (.boolean, .boolean), (.number, .number): true
        case (.integer, .number(let number)), (.integer32, .number(let number)):
            number.integer != nil
        case (.intOrString, .string), (.json, .string), (.json, .boolean), (.json, .number): true
        case (.intOrString, .number(let number)): number.integer != nil
        default: false
        }
    }
}

extension Schema {
    /// The keywords without suggested values.
    fileprivate var keywordsWithoutValues: Keywords {
        var keywords = keywords
        keywords.rare.defaultValue = nil
        keywords.rare.example = nil
        return keywords
    }
}
