import CRDGeneratorCore
import CRDSchema
import CRDValues
import CRDYAML

/// Writes the constraints of an attribute as a list below its line.
///
///     - `replicas` (Number) How many there should be.
///       * Swift `Int?` · default `1` · at least 0 and at most 9
///
/// The `*` keeps the list apart from those in descriptions.
struct AttributeFacts {
    private let structs: [String: StructType]
    private let naming: AttributeNaming
    /// Struct → its properties by key, filled on first use.
    private var properties: [Owner: [ExactKey: Property]] = [:]

    /// A struct with properties.
    enum Owner: Hashable {
        case resource
        /// A struct nested in the resource, by its name.
        case nested(String)
        case runtime(RuntimeStruct)
    }

    /// A property in Swift.
    struct Property {
        /// The name of the attribute.
        let name: String
        /// The type in code that imports the runtime.
        let type: String
        /// The type without the optional.
        let reference: TypeReference
        /// The struct in the property, or in its lists and maps.
        let inner: Owner?
    }

    init(_ type: ResourceType) {
        structs = Dictionary(type.structs.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        naming = type.naming
        properties[.resource] = Self.byKey(type.root)
    }

    /// Returns the property for a key of a struct; `nil` if there is none.
    mutating func property(_ key: String, of owner: Owner) -> Property? {
        if let properties = properties[owner] { return properties[ExactKey(key)] }
        let found: [ExactKey: Property]
        switch owner {
        case .resource: return nil
        case .nested(let name):
            guard let type = structs[name] else { return nil }
            found = Self.byKey(type)
        case .runtime(let type): found = Self.byKey(type, naming)
        }
        properties[owner] = found
        return found[ExactKey(key)]
    }

    private static func byKey(_ type: StructType) -> [ExactKey: Property] {
        let properties = type.attributes.map { attribute in
            let type = attribute.type.pageText
            let runtime = attribute.type.runtimeStruct(isOfRuntime: false)
            let property = Property(
                name: attribute.name,
                type: attribute.isOptional ? "\(type)?" : type,
                reference: attribute.type,
                inner: attribute.type.structName.map { .nested($0) }
                    ?? runtime.map { .runtime($0) }
            )
            return (ExactKey(attribute.key), property)
        }
        return Dictionary(uniqueKeysWithValues: properties)
    }

    private static func byKey(
        _ type: RuntimeStruct,
        _ naming: AttributeNaming
    ) -> [ExactKey: Property] {
        let properties = type.properties.map { key, property in
            let runtime = property.type.runtimeStruct(isOfRuntime: true)
            let property = Property(
                name: property.name(naming),
                type: property.typeText,
                reference: property.type,
                inner: runtime.map { .runtime($0) }
            )
            return (ExactKey(key), property)
        }
        return Dictionary(uniqueKeysWithValues: properties)
    }
}

extension TypeReference {
    /// Returns the type in code that imports the runtime.
    package var pageText: String { text(.plain) }
}

// MARK: - Lists

extension AttributeFacts {
    /// Adds the list of an attribute.
    ///
    /// - Parameters:
    ///   - attribute: The attribute.
    ///   - property: Its property in Swift; `nil` if it has none, or one that all resources have.
    ///   - level: The level of the attribute.
    ///   - anchor: The anchor of the section with its nested attributes; `nil` if it has none.
    ///   - margin: The number of spaces before each line.
    ///   - output: Receives the lines, each with a line feed.
    func add(
        _ attribute: PageAttribute,
        property: Property?,
        in level: AttributeLevel,
        section anchor: String?,
        margin: Int,
        to output: inout PageOutput
    ) {
        output.addBlanks(margin)
        output.add("* ")
        let start = output.bytes.count
        if let type = attribute.builtInType ?? property?.type {
            output.add("Swift ")
            output.addType(type, section: anchor)
        }
        func add(_ word: String) {
            let isFirst = output.bytes.count == start
            output.add(isFirst ? word.prefix(1).uppercased() + word.dropFirst() : " · \(word)")
        }
        var isFixed = false
        switch attribute.place {
        case .manifest(let key):
            if key != attribute.name { add("key " + Markdown.code(key)) }
            isFixed = level.immutableKeys.contains(key)
        case .swiftOnly:
            add("not in manifests")
        }
        if let schema = attribute.schema {
            let words = SchemaWords.short(schema)
            for word in words { add(word) }
            if isFixed, !words.contains("immutable") { add("immutable") }
            if let note = SchemaWords.emptiness(schema, type: property?.reference) { add(note) }
        }
        if output.bytes.count == start {
            output.removeLast(margin + 2)
        } else {
            output.add("\n")
        }
        guard let schema = attribute.schema else { return }
        addLong(schema, subject: "", margin: margin, to: &output)
        addElements(of: schema, isSection: attribute.kind.nested != nil, margin, &output)
    }

    /// Adds the list of a whole object, if it has constraints.
    func addRoot(_ schema: Schema, to output: inout PageOutput) {
        var facts = PageOutput()
        addLine(SchemaWords.short(schema), subject: "", margin: 0, to: &facts)
        addLong(schema, subject: "", margin: 0, to: &facts)
        if facts.bytes.isEmpty { return }
        output.add("The whole object:\n\n")
        output.add(facts.bytes)
        output.add("\n")
    }

    /// Adds values, pattern, alternatives, and CEL rules, one per line.
    private func addLong(
        _ schema: Schema,
        subject: String,
        margin: Int,
        to output: inout PageOutput
    ) {
        if let values = schema.keywords.enumeration, !values.isEmpty {
            addLine([SchemaWords.values(values)], subject: subject, margin: margin, to: &output)
        }
        if let pattern = schema.keywords.rare.pattern, !pattern.isEmpty {
            let words = "matches \(Markdown.code(pattern))"
            addLine([words], subject: subject, margin: margin, to: &output)
        }
        for sentence in SchemaWords.alternatives(schema) {
            addLine([sentence], subject: subject, margin: margin, to: &output)
        }
        for rule in schema.keywords.rare.validations {
            addRule(rule, of: schema, subject: subject, margin: margin, to: &output)
        }
    }

    /// Adds a line with constraints of the subject; of the attribute if the subject is empty.
    private func addLine(
        _ words: [String],
        subject: String,
        margin: Int,
        to output: inout PageOutput
    ) {
        guard let first = words.first else { return }
        output.addBlanks(margin)
        output.add("* ")
        if subject.isEmpty, let letter = first.utf8.first {
            output.add(letter.isLowercase ? letter & 0xDF : letter)
            output.add(first.utf8.dropFirst())
        } else {
            output.add(subject)
            output.add(": ")
            output.add(first)
        }
        for word in words.dropFirst() {
            output.add(" · ")
            output.add(word)
        }
        output.add("\n")
    }
}

// MARK: - Elements

extension AttributeFacts {
    /// Adds the constraints of the elements of lists and maps.
    ///
    /// The description of an object that has its own section is there.
    private func addElements(
        of schema: Schema,
        isSection: Bool,
        _ margin: Int,
        _ output: inout PageOutput
    ) {
        var schema = schema
        var subject = ""
        for _ in 0..<Self.deepestElement {
            let word: String
            switch schema.elements {
            case .items(let items): (schema, word) = (items, "item")
            case .values(let values): (schema, word) = (values, "value")
            case nil: return
            }
            subject = subject.isEmpty ? "Each \(word)" : "\(subject)'s \(word)"
            if !isSection {
                addDescription(schema.keywords.description, subject, margin, &output)
            }
            addLine(SchemaWords.short(schema), subject: subject, margin: margin, to: &output)
            addLong(schema, subject: subject, margin: margin, to: &output)
        }
    }

    private func addDescription(
        _ text: String?,
        _ subject: String,
        _ margin: Int,
        _ output: inout PageOutput
    ) {
        let description = Description(text)
        if description.isEmpty { return }
        output.addBlanks(margin)
        output.add("* \(subject):")
        if let paragraph = description.firstParagraph {
            output.add(" ")
            Markdown.addInline(paragraph[...], startsBlock: false, to: &output)
        }
        output.add("\n")
        if description.hasMore {
            description.addMore(margin: margin + 2, to: &output)
            output.add("\n")
        }
    }

    /// The maximum depth of nested lists and maps.
    private static let deepestElement = 4
}

// MARK: - Rules

extension AttributeFacts {
    /// Adds a CEL rule in words, if there are some, with its message.
    private func addRule(
        _ rule: Schema.ValidationRule,
        of schema: Schema,
        subject: String,
        margin: Int,
        to output: inout PageOutput
    ) {
        output.addBlanks(margin)
        output.add(subject.isEmpty ? "* Rule: " : "* \(subject), rule: ")
        let words = SchemaWords.words(for: rule, of: schema).joined(separator: " · ")
        output.add(words)
        let hasMessage = rule.message?.isEmpty == false || rule.messageExpression != nil
        if hasMessage, !words.isEmpty { output.add(" · ") }
        if let message = rule.message, !message.isEmpty {
            let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
            Markdown.addInline(Array(line.utf8)[...], startsBlock: false, to: &output)
        } else if let expression = rule.messageExpression {
            output.add("message from ")
            output.addCode(expression)
        }
        let text = PageText.trimmed(rule.rule)
        let hasText = hasMessage || !words.isEmpty
        if text.utf8.contains(UInt8(ascii: "\n")) {
            output.add("\n\n")
            output.addCodeBlock(Array(text.utf8), language: "cel", margin: margin + 2)
            output.add("\n")
        } else {
            output.add(hasText ? " (" : "")
            output.addCode(text)
            output.add(hasText ? ")\n" : "\n")
        }
    }
}

extension PageOutput {
    /// Adds a Swift type, as a link if it has a section on the page.
    fileprivate mutating func addType(_ type: String, section anchor: String?) {
        add(anchor == nil ? "`" : "[`")
        add(type)
        add("`")
        guard let anchor else { return }
        add("](#")
        add(anchor)
        add(")")
    }

    /// Adds a text in code font.
    mutating func addCode(_ text: String) {
        add(Markdown.code(text))
    }
}
