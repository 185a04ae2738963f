import CRDCatalog
import CRDGeneratorCore
import CRDPages
import CRDRuntime
import CRDSchema

/// The constraints of a schema besides its type, worded as on reference pages, one per line.
enum SchemaLines {
    /// Returns all constraints, including those of elements of lists and maps that have no fields.
    static func all(_ schema: Schema) -> [String] {
        var lines = own(schema)
        var schema = schema
        var subject = ""
        for _ in 0..<deepestElement {
            let word: String
            switch schema.elements {
            case .items(let items): (schema, word) = (items, "item")
            case .values(let values): (schema, word) = (values, "value")
            case nil: return lines
            }
            subject = subject.isEmpty ? "each \(word)" : "\(subject)'s \(word)"
            lines += own(schema).map { "\(subject): \($0)" }
        }
        return lines
    }

    private static func own(_ schema: Schema) -> [String] {
        let schema = schema.withDefinition
        var lines = SchemaWords.short(schema)
        if let values = schema.keywords.enumeration, !values.isEmpty {
            lines.append(SchemaWords.values(values))
        }
        if let pattern = schema.keywords.rare.pattern, !pattern.isEmpty {
            lines.append("matches `\(pattern)`")
        }
        lines += SchemaWords.alternatives(schema)
        for rule in schema.keywords.rare.validations {
            let text = oneLine(rule.rule)
            var words = SchemaWords.words(for: rule, of: schema)
            if let message = rule.message ?? rule.messageExpression, !message.isEmpty {
                words.append(oneLine(message))
            }
            let explanation = words.isEmpty ? "" : ": \(words.joined(separator: " · "))"
            lines.append("rule `\(text)`\(explanation)")
        }
        return lines
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The maximum depth of nested lists and maps.
    private static let deepestElement = 4
}
