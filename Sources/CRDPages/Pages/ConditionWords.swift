import CRDGeneratorCore
import CRDRuntime
package import CRDSchema
import CRDValues
import CRDYAML

/// Describes the conditions of a schema, `oneOf`, `anyOf`, `allOf`, and `not`, in words.
package struct ConditionWords: Sendable {
    /// Names, values, and patterns in code font of Markdown; values as in a manifest.
    package static let markdown = ConditionWords(isMarkdown: true)
    /// Names and patterns in single quotes, values as JSON; long values are shortened.
    package static let plain = ConditionWords(isMarkdown: false)

    private let isMarkdown: Bool

    /// Returns the conditions, a sentence for each, without a capital letter.
    ///
    /// `oneOf: [{required: [a]}, {required: [b]}]` gives ``exactly one of `a`, `b` ``.
    package func sentences(_ schema: Schema) -> [String] {
        let rare = schema.keywords.rare
        let value = Subject()
        let lists = lists(rare, of: value, depth: 0)
        return lists + (rare.not.map { ["not allowed: \(excluded($0, of: value))"] } ?? [])
    }

    /// The value that a clause is about.
    fileprivate struct Subject {
        /// The keys of the field, such as `rules[].name`; empty for the value of the schema itself.
        var path = ""
        /// The words before a predicate, such as ``each item of `rules` ``.
        var name = ""
        /// Whether objects can lack the field.
        var isOptional = false
        /// The condition of all clauses, such as ``if `rules` is set, ``.
        var condition = ""
    }
}

// MARK: - Lists

extension ConditionWords {
    /// Returns the sentences for `oneOf`, `anyOf`, and `allOf`.
    private func lists(
        _ rare: Schema.Keywords.Rare,
        of subject: Subject,
        depth: Int
    ) -> [String] {
        if let keys = Self.keysOfAtMostOne(rare.oneOf) {
            let others = [("at least one of", rare.anyOf), ("all of", rare.allOf)]
            return ["at most one of \(names(keys, in: subject))"]
                + others.compactMap { list($0, $1, of: subject, depth) }
        }
        return [
            ("exactly one of", rare.oneOf), ("at least one of", rare.anyOf), ("all of", rare.allOf),
        ]
        .compactMap { list($0, $1, of: subject, depth) }
    }

    private func list(
        _ title: String,
        _ schemas: [Schema],
        of subject: Subject,
        _ depth: Int
    ) -> String? {
        if schemas.count == 1 { return clause(schemas[0], of: subject, depth: depth + 1) }
        if schemas.isEmpty { return nil }
        let keys = schemas.compactMap(Self.onlyKey)
        if keys.count == schemas.count { return "\(title) \(names(keys, in: subject))" }
        let clauses = schemas.map { clause($0, of: subject, depth: depth + 1) }
        return "\(title): \(clauses.joined(separator: "; "))"
    }

    /// Returns the keys of which `oneOf` allows at most one: it has an alternative for each of them,
    /// and one for objects without them.
    private static func keysOfAtMostOne(_ schemas: [Schema]) -> [String]? {
        let keys = schemas.compactMap(onlyKey)
        let others = schemas.filter { onlyKey($0) == nil }
        guard keys.count > 1, others.count == 1, others[0].hasOnlyConditions,
            let not = others[0].keywords.rare.not, let absent = keysOfAny(not)
        else { return nil }
        return Set(absent) == Set(keys) && Set(keys).count == keys.count ? keys : nil
    }
}

// MARK: - Clauses

extension ConditionWords {
    /// Returns the clauses about a value in one text: `'a' is set and 'mode' is "fast"`.
    private func clause(_ schema: Schema, of subject: Subject, depth: Int) -> String {
        if depth > Self.deepest { return "…" }
        let clauses = clauses(schema, of: subject, depth: depth)
        if clauses.isEmpty { return "anything" }
        if clauses.count == 2, !clauses.contains(where: { $0.hasPrefix("if ") }) {
            return clauses.joined(separator: " and ")
        }
        return Self.sequence(clauses, last: ", and ")
    }

    /// The maximum depth of nested conditions.
    private static let deepest = 6

    private func clauses(_ schema: Schema, of subject: Subject, depth: Int) -> [String] {
        if depth > Self.deepest { return ["…"] }
        var clauses: [String] = []
        let predicates = predicates(schema)
        if !predicates.isEmpty {
            let start = subject.condition + (subject.isOptional ? "if set, " : "")
            let name = subject.name.isEmpty ? "" : "\(subject.name) "
            clauses.append(start + name + Self.sequence(predicates, last: " and "))
        }
        let start =
            subject.isOptional
            ? "\(subject.condition)if \(subject.name) is set, " : subject.condition
        let inner = Subject(path: subject.path, name: subject.name, condition: start)
        clauses += fields(schema, of: inner, depth)
        // Missing fields satisfy all conditions of their schemas.
        var present = inner
        present.condition = ""
        clauses += lists(schema.keywords.rare, of: present, depth: depth).map { sentence in
            "\(start)\(sentence.contains(": ") ? "(\(sentence))" : sentence)"
        }
        if let not = schema.keywords.rare.not, self.predicate(not) == nil {
            clauses.append(start + exclusion(not, of: present, depth))
        }
        return clauses
    }

    /// Returns the clauses about the fields and elements of a value.
    private func fields(_ schema: Schema, of subject: Subject, _ depth: Int) -> [String] {
        let keywords = schema.keywords
        let described = keywords.properties.filter { property in
            keywords.required.contains(property.name)
                && (!predicates(property.schema).isEmpty
                    || !property.schema.keywords.required.isEmpty)
        }
        let required = keywords.required.filter { key in !described.contains { $0.name == key } }
        var clauses: [String] = []
        if !required.isEmpty {
            let names = required.map { quoted(subject.field($0)) }
            let verb = names.count == 1 ? "is" : "are"
            clauses.append("\(subject.condition)\(Self.sequence(names, last: " and ")) \(verb) set")
        }
        for property in keywords.properties {
            let path = subject.field(property.name)
            let field = Subject(
                path: path,
                name: quoted(path),
                isOptional: !keywords.required.contains(property.name),
                condition: subject.condition
            )
            clauses += self.clauses(property.schema, of: field, depth: depth + 1)
        }
        func addElements(_ elements: Schema, _ word: String, _ step: String) {
            let list = subject.path.isEmpty ? "" : " of \(quoted(subject.path))"
            let element = Subject(path: subject.path + step, name: "each \(word)\(list)")
            clauses += self.clauses(elements, of: element, depth: depth + 1)
        }
        if let items = keywords.items { addElements(items, "item", "[]") }
        if case .schema(let values) = keywords.additionalProperties {
            addElements(values, "value", ".*")
        }
        return clauses
    }

    /// Returns the predicates about the value itself, such as `is "fast"`.
    private func predicates(_ schema: Schema) -> [String] {
        let (keywords, rare) = (schema.keywords, schema.keywords.rare)
        var words: [String] = []
        if let type = keywords.type { words.append("is \(Self.name(of: type, quoted))") }
        if keywords.isIntOrString { words.append("is an integer or a string") }
        if let values = keywords.enumeration {
            words.append("is \(values.count == 1 ? "" : "one of ")\(list(values))")
        }
        words += SchemaWords.ranges(schema, rare).map { "is \($0)" }
        words += SchemaWords.sizes(rare).map { "has \($0)" }
        if let format = keywords.format, !format.isEmpty {
            words.append("has the format \(quoted(format))")
        }
        if keywords.uniqueItems { words.append("has unique items") }
        if let pattern = rare.pattern, !pattern.isEmpty {
            words.append("matches \(quoted(pattern))")
        }
        if let not = rare.not, let predicate = predicate(not) { words.append(predicate) }
        words += rare.validations.map { "satisfies the rule \(quoted($0.rule))" }
        return words
    }
}

// MARK: - Exclusions

extension ConditionWords {
    /// Returns the predicate of `not` with values or a pattern only: `is not "fast"`.
    private func predicate(_ not: Schema) -> String? {
        if let values = not.onlyValues {
            return values.count == 1 ? "is not \(list(values))" : "is none of \(list(values))"
        }
        return not.onlyPattern.map { "does not match \(quoted($0))" }
    }

    /// Returns the clause of `not`: `'a' is not set`.
    private func exclusion(_ not: Schema, of subject: Subject, _ depth: Int) -> String {
        if let keys = Self.onlyKeys(not) {
            let names = keys.map { quoted(subject.field($0)) }
            let verb = ["is not", "are not both"].dropFirst(names.count - 1).first ?? "are not all"
            return "\(Self.sequence(names, last: " and ")) \(verb) set"
        }
        if let keys = Self.keysOfAny(not) { return "none of \(names(keys, in: subject)) is set" }
        return "not (\(clause(not, of: subject, depth: depth + 1)))"
    }

    /// Returns the values that `not` doesn't allow, after `not allowed:`.
    private func excluded(_ not: Schema, of subject: Subject) -> String {
        if let keys = Self.onlyKeys(not) {
            let names = keys.map { quoted($0) }
            return Self.sequence(names, last: " and ") + (names.count == 1 ? "" : " together")
        }
        if let keys = Self.keysOfAny(not) { return names(keys, in: subject) }
        return not.onlyValues.map(list) ?? absence(not) ?? clause(not, of: subject, depth: 1)
    }

    /// Returns the clause of a field that is the only keyword: `'mode' is not set or is "fast"`.
    private func absence(_ not: Schema) -> String? {
        var others = not.keywords
        others.properties = []
        guard others.isEmpty, not.keywords.properties.count == 1 else { return nil }
        let property = not.keywords.properties[0]
        let predicates = predicates(property.schema)
        guard clauses(property.schema, of: Subject(), depth: 1).count == 1, !predicates.isEmpty
        else { return nil }
        let words = Self.sequence(predicates, last: " and ")
        return "\(quoted(property.name)) is not set or \(words)"
    }

    /// Returns the keys that a schema requires, if it has no other keywords.
    private static func onlyKeys(_ schema: Schema) -> [String]? {
        var others = schema.keywords
        others.required = []
        return schema.keywords.required.isEmpty || !others.isEmpty ? nil : schema.keywords.required
    }

    /// Returns the key that a schema requires, if it has no other keywords.
    private static func onlyKey(_ schema: Schema) -> String? {
        onlyKeys(schema).flatMap { $0.count == 1 ? $0[0] : nil }
    }

    /// Returns the keys of which a schema requires any, if it has no other keywords.
    private static func keysOfAny(_ schema: Schema) -> [String]? {
        guard schema.hasOnlyConditions, schema.keywords.rare.not == nil,
            schema.keywords.rare.allOf.isEmpty, schema.keywords.rare.oneOf.isEmpty
        else { return nil }
        let keys = schema.keywords.rare.anyOf.compactMap(onlyKey)
        return keys.isEmpty || keys.count < schema.keywords.rare.anyOf.count ? nil : keys
    }
}

// MARK: - Names and values

extension ConditionWords {
    private func quoted(_ text: String) -> String {
        isMarkdown ? Markdown.code(text) : "'\(text.excerpt)'"
    }

    private func names(_ keys: [String], in subject: Subject) -> String {
        keys.map { quoted(subject.field($0)) }.joined(separator: ", ")
    }

    private func list(_ values: [JSONValue]) -> String {
        values.map { isMarkdown ? SchemaWords.code($0) : $0.jsonText.excerpt }
            .joined(separator: ", ")
    }

    /// Returns words in one text: `a`, `a and b`, `a, b, and c`.
    private static func sequence(_ words: [String], last separator: String) -> String {
        guard words.count > 1, let last = words.last else { return words.joined() }
        let separator = words.count > 2 ? ", and " : separator
        return words.dropLast().joined(separator: ", ") + separator + last
    }

    private static func name(of type: Schema.Kind, _ quoted: (String) -> String) -> String {
        switch type {
        case .object: "an object"
        case .array: "a list"
        case .string: "a string"
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "a Boolean"
        case .other(let word): "of type \(quoted(word))"
        }
    }
}

extension ConditionWords.Subject {
    /// Returns the path of a field.
    fileprivate func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension Schema {
    /// The values of `enum`, if the schema has no other keywords.
    fileprivate var onlyValues: [JSONValue]? {
        var others = keywords
        others.enumeration = nil
        return others.isEmpty ? keywords.enumeration : nil
    }

    /// The pattern, if the schema has no other keywords.
    fileprivate var onlyPattern: String? {
        var others = keywords
        others.rare.pattern = nil
        guard others.isEmpty, let pattern = keywords.rare.pattern else { return nil }
        return pattern.isEmpty ? nil : pattern
    }

    /// Whether the schema has no keywords besides conditions.
    fileprivate var hasOnlyConditions: Bool { keywords.withoutConditions.isEmpty }
}
