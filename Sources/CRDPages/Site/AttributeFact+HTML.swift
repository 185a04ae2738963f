import CRDGeneratorCore
import CRDSchema

extension AttributeFact {
    /// Adds facts as a list.
    ///
    /// - Parameters:
    ///   - short: Short constraints, as Markdown, which share an item.
    ///   - facts: The other facts.
    ///   - output: Receives the list, or nothing if there are no facts.
    static func addHTMLList(
        _ short: [String],
        _ facts: [AttributeFact],
        to output: inout PageOutput
    ) {
        if short.isEmpty, facts.isEmpty { return }
        output.add("<ul class=\"f\">")
        if !short.isEmpty {
            AttributeFact(subject: "", content: .words(short)).addHTML(to: &output)
        }
        for fact in facts { fact.addHTML(to: &output) }
        output.add("</ul>")
    }

    private func addHTML(to output: inout PageOutput) {
        output.add("<li>")
        switch content {
        case .words(let words):
            if !subject.isEmpty { output.add("\(subject): ") }
            HTML.addWords(words.joined(separator: " · "), to: &output)
        case .description(let description):
            output.add("\(subject): ")
            description.addHTML(to: &output)
        case .rule(let rule, let words):
            output.add(subject.isEmpty ? "Rule: " : "\(subject), rule: ")
            Self.addHTML(rule, words, to: &output)
        }
        output.add("</li>")
    }

    private static func addHTML(
        _ rule: Schema.ValidationRule,
        _ words: [String],
        to output: inout PageOutput
    ) {
        HTML.addWords(words.joined(separator: " · "), to: &output)
        if let message = rule.messageLine {
            output.add(words.isEmpty ? "" : " · ")
            HTML.addInline(Array(message.utf8)[...], to: &output)
        } else if let expression = rule.messageExpression {
            output.add(words.isEmpty ? "message from " : " · message from ")
            output.addHTMLCode(expression)
        }
        output.add("<pre><code>")
        output.addHTML(PageText.trimmed(rule.rule))
        output.add("</code></pre>")
    }
}
