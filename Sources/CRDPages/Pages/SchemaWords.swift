package import CRDGeneratorCore
import CRDRuntime
package import CRDSchema
package import CRDValues
import CRDYAML

/// Describes the constraints of a schema in words, as Markdown.
package enum SchemaWords {
    /// Returns the short constraints: default, limits, format, list type, and so on.
    ///
    /// Allowed values, patterns, CEL rules, and alternatives are not included.
    package static func short(_ schema: Schema) -> [String] {
        var words: [String] = []
        // Each access copies all rare keywords.
        let rare = schema.keywords.rare
        if let value = rare.defaultValue { words.append("default \(code(value))") }
        if let value = rare.example { words.append("for example \(code(value))") }
        words += ranges(schema, rare) + sizes(rare)
        if let format = schema.keywords.format, !format.isEmpty {
            words.append("format \(Markdown.code(format))")
        }
        if schema.keywords.uniqueItems { words.append("unique items") }
        if let type = rare.listType { words.append(list(type, by: rare.listMapKeys)) }
        if let type = rare.mapType { words.append("map type \(Markdown.code(type))") }
        if schema.keywords.isEmbeddedResource { words.append("a complete Kubernetes object") }
        if schema.keywords.preservesUnknownFields { words.append("keeps unknown fields") }
        if schema.keywords.isNullable { words.append("can be `null`") }
        if !rare.validations.isEmpty, isImmutable(schema) { words.append("immutable") }
        return words
    }

    /// Returns a note for an object of which the API server drops all fields.
    ///
    /// - Parameters:
    ///   - schema: The schema of the object.
    ///   - type: The Swift type; `nil` if it is not known. Metadata has a type of the runtime, and the
    ///     server keeps its fields.
    /// - Returns: The note; `nil` if the object can have fields.
    package static func emptiness(_ schema: Schema, type: TypeReference?) -> String? {
        guard schema.dropsAllFields else { return nil }
        switch type {
        case .map(.json), .nullable(.map(.json)):
            return "no fields are defined, and unknown fields are dropped"
        default: return nil
        }
    }

    /// Returns the conditions of `oneOf`, `anyOf`, `allOf`, and `not`, a sentence for each.
    package static func alternatives(_ schema: Schema) -> [String] {
        ConditionWords.markdown.sentences(schema)
    }

    /// Returns the forms of a rule in words, as Markdown.
    ///
    /// That the value itself is immutable is among its short constraints.
    package static func words(
        for rule: Schema.ValidationRule,
        of schema: Schema
    ) -> [String] {
        RuleForm.forms(of: rule, in: schema).filter { $0 != .immutable(nil) }.map(\.words)
    }

    /// Returns the properties that are immutable by a CEL rule of an object.
    static func immutableKeys(_ schema: Schema) -> Set<String> {
        let keys = transitions(schema).compactMap { form -> String? in
            if case .immutable(let key?) = form { key } else { nil }
        }
        return Set(keys)
    }

    private static func isImmutable(_ schema: Schema) -> Bool {
        transitions(schema).contains(.immutable(nil))
    }

    /// Returns the forms of the rules that compare with the old value.
    private static func transitions(_ schema: Schema) -> [RuleForm] {
        let rules = schema.keywords.rare.validations.filter { $0.rule.contains("oldSelf") }
        return rules.flatMap { RuleForm.forms(of: $0, in: schema) }
    }

    private static func list(_ type: String, by keys: [String]) -> String {
        let words = "list type \(Markdown.code(type))"
        return keys.isEmpty
            ? words : "\(words) by \(keys.map(Markdown.code).joined(separator: ", "))"
    }
}

// MARK: - Limits

extension SchemaWords {
    /// Returns the ranges of numbers: `at least 3`, `a multiple of 5`.
    static func ranges(_ schema: Schema, _ rare: Schema.Keywords.Rare) -> [String] {
        let step = rare.multipleOf.map { "a multiple of \(text($0))" }
        return [numbers(schema, rare), step].compactMap(\.self)
    }

    /// Returns the ranges of lengths and counts: `1 to 63 characters`, `at most 3 items`.
    static func sizes(_ rare: Schema.Keywords.Rare) -> [String] {
        [
            counts((rare.minLength, rare.maxLength), "character", "characters"),
            counts((rare.minItems, rare.maxItems), "item", "items"),
            counts((rare.minProperties, rare.maxProperties), "key", "keys"),
        ]
        .compactMap(\.self)
    }

    private static func numbers(_ schema: Schema, _ rare: Schema.Keywords.Rare) -> String? {
        if rare.minimum == nil, rare.maximum == nil { return nil }
        let isAbove = schema.keywords.exclusiveMinimum
        let isBelow = schema.keywords.exclusiveMaximum
        switch (rare.minimum.map(text), rare.maximum.map(text)) {
        case (let least?, let most?) where !isAbove && !isBelow:
            return least == most ? "exactly \(least)" : "\(least) to \(most)"
        case (let least, let most):
            let words = [
                least.map { (isAbove ? "more than " : "at least ") + $0 },
                most.map { (isBelow ? "less than " : "at most ") + $0 },
            ].compactMap(\.self)
            return words.isEmpty ? nil : words.joined(separator: " and ")
        }
    }

    /// Returns a number, without the `.0` that some CRDs add to whole numbers.
    private static func text(_ number: JSONNumber) -> String {
        number.integer.map { String($0) } ?? number.text
    }

    private static func counts(
        _ limits: (least: Int?, most: Int?),
        _ one: String,
        _ many: String
    ) -> String? {
        switch (limits.least ?? 0, limits.most) {
        case (0, nil): nil
        case (0, let most?): "at most \(most) \(most == 1 ? one : many)"
        case (let least, nil): "at least \(least) \(least == 1 ? one : many)"
        case (let least, let most?) where least == most:
            "exactly \(least) \(least == 1 ? one : many)"
        case (let least, let most?): "\(least) to \(most) \(many)"
        }
    }
}

// MARK: - Values

extension SchemaWords {
    /// Returns `one of …` with all values, or `always …` for a single value.
    package static func values(_ values: [JSONValue]) -> String {
        let codes = values.map(code).joined(separator: ", ")
        return values.count == 1 ? "always \(codes)" : "one of \(codes)"
    }

    /// Returns a value in code font, in the form of a manifest on one line.
    package static func code(_ value: JSONValue) -> String {
        Markdown.code(text(value))
    }

    private static func text(_ value: JSONValue) -> String {
        if case .string(let string) = value, !string.utf8.contains(UInt8(ascii: "\n")) {
            // As in YAML: `File`, but `'yes'`.
            var emitter = Emitter()
            emitter.beginSequence()
            emitter.string(string)
            emitter.endSequence()
            return String(emitter.text.dropFirst(2).dropLast())
        }
        return value.jsonText
    }
}

extension Schema {
    /// Whether the API server drops all fields of an object, because they are unknown and the schema
    /// does not preserve unknown fields.
    fileprivate var dropsAllFields: Bool {
        keywords.type == .object && keywords.properties.isEmpty
            && keywords.additionalProperties == nil && !keywords.preservesUnknownFields
            && !keywords.isEmbeddedResource && !keywords.isIntOrString
    }
}
