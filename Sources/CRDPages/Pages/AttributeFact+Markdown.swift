import CRDGeneratorCore
import CRDSchema
import CRDYAML

extension AttributeFact {
    /// Adds the facts about an attribute as a list below its line.
    ///
    ///     - `replicas` (Number) How many there should be.
    ///       * Swift `Int?` · default `1` · at least 0 and at most 9
    ///
    /// The `*` keeps the list apart from those in descriptions.
    ///
    /// - Parameters:
    ///   - attribute: The attribute.
    ///   - property: Its property in Swift; `nil` if it has none, or one that all resources have.
    ///   - level: The level of the attribute.
    ///   - anchor: The anchor of the section with its nested attributes; `nil` if it has none.
    ///   - margin: The number of spaces before each line.
    ///   - output: Receives the lines, each with a line feed.
    static func addList(
        of attribute: PageAttribute,
        property: AttributeProperties.Property?,
        in level: AttributeLevel,
        section anchor: String?,
        margin: Int,
        to output: inout PageOutput
    ) {
        var words: [String] = []
        switch attribute.place {
        case .manifest(let key):
            if key != attribute.name { words.append("key \(Markdown.code(key))") }
        case .swiftOnly:
            words.append("not in manifests")
        }
        words += short(attribute, property, in: level)
        if let type = attribute.builtInType ?? property?.type {
            output.addBlanks(margin)
            output.add("* Swift ")
            output.addType(type, section: anchor)
            for word in words { output.add(" · \(word)") }
            output.add("\n")
        } else if !words.isEmpty {
            AttributeFact(subject: "", content: .words(words)).add(margin: margin, to: &output)
        }
        guard let schema = attribute.schema else { return }
        for fact in long(schema, isSection: attribute.kind.nested != nil) {
            fact.add(margin: margin, to: &output)
        }
    }

    /// Adds the list of a whole object, if it has constraints.
    static func addWhole(_ schema: Schema, to output: inout PageOutput) {
        let facts = whole(schema)
        if facts.isEmpty { return }
        output.add("The whole object:\n\n")
        for fact in facts { fact.add(margin: 0, to: &output) }
        output.add("\n")
    }

    /// Adds the fact as an item.
    private func add(margin: Int, to output: inout PageOutput) {
        output.addBlanks(margin)
        output.add("* ")
        switch content {
        case .words(let words): addWords(words, to: &output)
        case .description(let description): add(description, margin, &output)
        case .rule(let rule, let words): add(rule, words, margin, &output)
        }
    }

    private func addWords(_ words: [String], to output: inout PageOutput) {
        let text = words.joined(separator: " · ")
        if subject.isEmpty, let letter = text.utf8.first {
            output.add(letter.isLowercase ? letter & 0xDF : letter)
            output.add(text.utf8.dropFirst())
        } else {
            output.add("\(subject): \(text)")
        }
        output.add("\n")
    }

    private func add(_ description: Description, _ margin: Int, _ output: inout PageOutput) {
        output.add("\(subject):")
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

    /// Adds a CEL rule in words, if there are some, with its message.
    private func add(
        _ rule: Schema.ValidationRule,
        _ words: [String],
        _ margin: Int,
        _ output: inout PageOutput
    ) {
        output.add(subject.isEmpty ? "Rule: " : "\(subject), rule: ")
        output.add(words.joined(separator: " · "))
        let message = rule.messageLine
        if !words.isEmpty, message != nil || rule.messageExpression != nil { output.add(" · ") }
        if let message {
            Markdown.addInline(Array(message.utf8)[...], startsBlock: false, to: &output)
        } else if let expression = rule.messageExpression {
            output.add("message from \(Markdown.code(expression))")
        }
        let text = PageText.trimmed(rule.rule)
        let hasText = !words.isEmpty || message != nil || rule.messageExpression != nil
        if text.utf8.contains(UInt8(ascii: "\n")) {
            output.add("\n\n")
            output.addCodeBlock(Array(text.utf8), language: "cel", margin: margin + 2)
            output.add("\n")
        } else {
            output.add(hasText ? " (\(Markdown.code(text)))\n" : "\(Markdown.code(text))\n")
        }
    }
}

extension Schema.ValidationRule {
    /// The message on one line; `nil` if there is none.
    var messageLine: String? {
        guard let message, !message.isEmpty else { return nil }
        return message.split(whereSeparator: \.isNewline).joined(separator: " ")
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
}
