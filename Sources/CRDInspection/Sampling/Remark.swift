import CRDCatalog
import CRDGeneratorCore
import CRDPages
import CRDRuntime
import CRDSchema
import CRDValues

/// The comment above a field of the commented manifest.
enum Remark {
    /// Returns the lines of a comment, without indentation and `##`.
    ///
    ///     How many there should be.
    ///     <Int> required · default `1` · at least 0
    ///
    /// - Parameters:
    ///   - attribute: The field.
    ///   - width: The maximum width of a line in Unicode scalars.
    /// - Returns: The lines, without line breaks and characters that YAML doesn't allow.
    static func lines(of attribute: ExplainedAttribute, width: Int) -> [String] {
        let schema = attribute.value.schema
        let element = attribute.value.element.value.schema
        let type =
            attribute.typeText.hasSuffix("?")
            ? String(attribute.typeText.dropLast()) : attribute.typeText
        let facts =
            ["<\(type)>" + (attribute.isRequired ? " required" : "")] + attribute.limits
        var lines: [String] = []
        for text in [schema.keywords.description, element.keywords.description] {
            guard lines.isEmpty, let sentence = firstSentence(of: text ?? "") else { continue }
            lines = WrappedText.wrapped(valid(sentence), first: "", rest: "", width: width)
        }
        let text = valid(facts.joined(separator: " · "))
        return lines + WrappedText.wrapped(text, first: "", rest: "  ", width: width)
    }

    /// Returns the first sentence of a description; `nil` if it does not begin with text.
    ///
    /// A sentence ends at a full stop, unless a word in lower case follows, as after `e.g.`.
    static func firstSentence(of description: String) -> String? {
        let text: [UInt8]
        switch DescriptionBlocks(Array(description.utf8)).blocks.first {
        case .paragraph(let paragraph, depth: _): text = paragraph
        case .item(let item, mark: _, depth: _): text = item
        case .code, nil: return nil
        }
        let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        var sentence: [Substring] = []
        for (position, word) in words.enumerated() {
            sentence.append(word)
            let next = position + 1 < words.count ? words[position + 1].first : nil
            if word.last == ".", next?.isLowercase != true { break }
        }
        return sentence.isEmpty ? nil : sentence.joined(separator: " ")
    }

    /// Returns the text with characters that YAML doesn't allow (YAML 1.1 §5.1) replaced.
    private static func valid(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
                0x10000...0x10FFFF:
                result.append(scalar)
            case 0x09, 0x0A, 0x0D, 0x85: result.append(" ")
            default: result.append("\u{FFFD}")
            }
        }
        return String(result)
    }
}
