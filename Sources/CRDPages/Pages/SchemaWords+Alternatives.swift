import CRDGeneratorCore
package import CRDSchema

extension SchemaWords {
    /// Returns the conditions of `oneOf`, `anyOf`, `allOf`, and `not`, a sentence for each.
    package static func alternatives(_ schema: Schema) -> [String] {
        alternatives(schema, depth: 0)
    }

    private static func alternatives(_ schema: Schema, depth: Int) -> [String] {
        var sentences: [String] = []
        let rare = schema.keywords.rare
        if !rare.oneOf.isEmpty { sentences.append("exactly one of: " + list(rare.oneOf, depth)) }
        if !rare.anyOf.isEmpty { sentences.append("at least one of: " + list(rare.anyOf, depth)) }
        if !rare.allOf.isEmpty { sentences.append("all of: " + list(rare.allOf, depth)) }
        if let not = rare.not { sentences.append("not allowed: " + condition(not, depth + 1)) }
        return sentences
    }

    private static func list(_ branches: [Schema], _ depth: Int) -> String {
        branches.map { condition($0, depth + 1) }.joined(separator: "; ")
    }

    /// Returns the condition of an alternative: ``with `a`, `mode` being `fast` ``.
    private static func condition(_ schema: Schema, _ depth: Int) -> String {
        if depth > deepest { return "…" }
        var words: [String] = []
        if let type = schema.keywords.type { words.append(name(of: type)) }
        let required = schema.keywords.required
        if !required.isEmpty { words.append("with \(sequence(required.map(Markdown.code)))") }
        for property in schema.keywords.properties {
            let condition = condition(property.schema, depth + 1)
            // A condition that only repeats that the property exists is left out.
            if condition == anything, required.contains(property.name) { continue }
            words.append("\(Markdown.code(property.name)) being \(condition)")
        }
        if let values = schema.keywords.enumeration {
            words.append(values.count == 1 ? code(values[0]) : self.values(values))
        }
        words += short(schema)
        if let pattern = schema.keywords.rare.pattern, !pattern.isEmpty {
            words.append("matching \(Markdown.code(pattern))")
        }
        if let items = schema.keywords.items {
            words.append("each item being \(condition(items, depth + 1))")
        }
        if case .schema(let values) = schema.keywords.additionalProperties {
            words.append("each value being \(condition(values, depth + 1))")
        }
        if let not = schema.keywords.rare.not { words.append(exclusion(not, depth)) }
        var others = schema.keywords
        others.rare.not = nil
        words += alternatives(Schema(others), depth: depth).map { "(\($0))" }
        words += schema.keywords.rare.validations.map { "rule \(Markdown.code($0.rule))" }
        return words.isEmpty ? anything : words.joined(separator: ", ")
    }

    private static let anything = "anything"

    /// The maximum depth of nested alternatives.
    private static let deepest = 6

    /// Returns the condition of `not`: ``without `a` ``, ``with none of `a`, `b` ``.
    private static func exclusion(_ schema: Schema, _ depth: Int) -> String {
        if let names = onlyRequired(schema) {
            return names.count == 1
                ? "without \(Markdown.code(names[0]))"
                : "not with both \(sequence(names.map(Markdown.code)))"
        }
        let names = schema.keywords.rare.anyOf.compactMap { onlyRequired($0) }
        if !names.isEmpty, names.count == schema.keywords.rare.anyOf.count,
            names.allSatisfy({ $0.count == 1 })
        {
            return "with none of \(names.map { Markdown.code($0[0]) }.joined(separator: ", "))"
        }
        return "not (\(condition(schema, depth + 1)))"
    }

    /// Returns the names that a schema requires, if it has no other keywords.
    private static func onlyRequired(_ schema: Schema) -> [String]? {
        let required = schema.keywords.required
        guard !required.isEmpty, schema.keywords.properties.isEmpty,
            schema.keywords.rare.anyOf.isEmpty, schema.keywords.rare.oneOf.isEmpty,
            schema.keywords.rare.allOf.isEmpty, schema.keywords.rare.not == nil,
            schema.keywords.rare.validations.isEmpty, short(schema).isEmpty
        else { return nil }
        return required
    }

    /// Returns a list in words: ``a``, ``a and b``, ``a, b and c``.
    private static func sequence(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.joined() }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static func name(of type: Schema.Kind) -> String {
        switch type {
        case .object: "an object"
        case .array: "a list"
        case .string: "a string"
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "a Boolean"
        case .other(let word): "of type \(Markdown.code(word))"
        }
    }
}
