import CRDGeneratorCore
import CRDSchema

/// A fact about the values of an attribute, or about their elements.
struct AttributeFact {
    /// The kinds of facts.
    enum Content {
        /// Constraints, as Markdown; never empty.
        case words([String])
        /// The description of elements.
        case description(Description)
        /// A CEL rule, with its forms in words, as Markdown.
        case rule(Schema.ValidationRule, words: [String])
    }

    /// The elements that the fact is about, such as `Each item`; empty for the value itself.
    let subject: String
    /// The fact.
    let content: Content
}

extension AttributeFact {
    /// Returns the short constraints of an attribute, as Markdown: default, limits, and so on.
    ///
    /// - Parameters:
    ///   - attribute: The attribute.
    ///   - property: Its property in Swift; `nil` if it has none.
    ///   - level: The level of the attribute, whose rules can make it immutable.
    /// - Returns: The constraints, each without a capital letter.
    static func short(
        _ attribute: PageAttribute,
        _ property: AttributeProperties.Property?,
        in level: AttributeLevel
    ) -> [String] {
        guard let schema = attribute.schema else { return [] }
        var words = SchemaWords.short(schema)
        if case .manifest(let key) = attribute.place, level.immutableKeys.contains(key),
            !words.contains("immutable")
        {
            words.append("immutable")
        }
        if let note = SchemaWords.emptiness(schema, type: property?.reference) {
            words.append(note)
        }
        return words
    }

    /// Returns the constraints that are too long for a line with others, and all facts about the
    /// elements of lists and maps.
    ///
    /// - Parameters:
    ///   - schema: The schema of the attribute.
    ///   - isSection: Whether the attribute has a section, where the description of its elements is.
    /// - Returns: The facts, those about outer elements first.
    static func long(_ schema: Schema, isSection: Bool) -> [AttributeFact] {
        var facts: [AttributeFact] = []
        addLong(schema, subject: "", to: &facts)
        addElements(of: schema, isSection: isSection, to: &facts)
        return facts
    }

    /// Returns the facts about a whole object.
    static func whole(_ schema: Schema) -> [AttributeFact] {
        var facts: [AttributeFact] = []
        addShort(schema, subject: "", to: &facts)
        addLong(schema, subject: "", to: &facts)
        return facts
    }

    private static func addShort(
        _ schema: Schema,
        subject: String,
        to facts: inout [AttributeFact]
    ) {
        let words = SchemaWords.short(schema)
        if !words.isEmpty { facts.append(AttributeFact(subject: subject, content: .words(words))) }
    }

    /// Adds values, pattern, alternatives, and CEL rules, one per fact.
    private static func addLong(
        _ schema: Schema,
        subject: String,
        to facts: inout [AttributeFact]
    ) {
        func add(_ words: String) {
            facts.append(AttributeFact(subject: subject, content: .words([words])))
        }
        if let values = schema.keywords.enumeration, !values.isEmpty {
            add(SchemaWords.values(values))
        }
        if let pattern = schema.keywords.rare.pattern, !pattern.isEmpty {
            add("matches \(Markdown.code(pattern))")
        }
        for sentence in SchemaWords.alternatives(schema) { add(sentence) }
        for rule in schema.keywords.rare.validations {
            let words = SchemaWords.words(for: rule, of: schema)
            facts.append(AttributeFact(subject: subject, content: .rule(rule, words: words)))
        }
    }

    private static func addElements(
        of schema: Schema,
        isSection: Bool,
        to facts: inout [AttributeFact]
    ) {
        var schema = schema
        var subject = ""
        for _ in 0..<deepestElement {
            let word: String
            switch schema.elements {
            case .items(let items): (schema, word) = (items, "item")
            case .values(let values): (schema, word) = (values, "value")
            case nil: return
            }
            subject = subject.isEmpty ? "Each \(word)" : "\(subject)'s \(word)"
            if !isSection, let text = schema.keywords.description {
                let description = Description(text)
                if !description.isEmpty {
                    facts.append(
                        AttributeFact(subject: subject, content: .description(description))
                    )
                }
            }
            addShort(schema, subject: subject, to: &facts)
            addLong(schema, subject: subject, to: &facts)
        }
    }

    /// The maximum depth of nested lists and maps.
    private static let deepestElement = 4
}
