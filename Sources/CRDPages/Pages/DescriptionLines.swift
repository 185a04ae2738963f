import CRDGeneratorCore
import CRDValues
import CRDYAML

/// The lines of a description.
struct DescriptionLines {
    /// A line, without white space at its ends.
    struct Line {
        /// The text of the line.
        let content: ArraySlice<UInt8>
        /// The indentation in columns; a tab ends at the next multiple of 4.
        let indent: Int

        var isBlank: Bool { content.isEmpty }
    }

    /// The marker of a list item.
    struct ListMark {
        /// `-`, or the number with what follows it.
        let text: String
        /// The number of an ordered list.
        let number: Int?
        /// The bytes before the item's text.
        let length: Int
    }

    /// The lines in order.
    private(set) var lines: [Line] = []

    /// Splits a text at its line feeds.
    ///
    /// controller-gen before 0.14 joined the lines of a paragraph and wrote `" \n "` between
    /// paragraphs, which gives an empty line here.
    init(_ text: [UInt8]) {
        var start = 0
        while start <= text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            let isFolded =
                start > 1 && end > start && text[start] == 0x20 && text[start - 2] == 0x20
            if isFolded { lines.append(Line(content: [], indent: 0)) }
            lines.append(Self.line(text[start..<end], isFolded: isFolded))
            start = end + 1
        }
    }

    private static func line(_ text: ArraySlice<UInt8>, isFolded: Bool) -> Line {
        var indent = 0
        var rest = text
        while let first = rest.first, first <= 0x20 {
            indent = first == UInt8(ascii: "\t") ? (indent / 4 + 1) * 4 : indent + 1
            rest = rest.dropFirst()
        }
        while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
        return Line(content: rest, indent: isFolded ? indent - 1 : indent)
    }
}

extension DescriptionLines.Line {
    /// The back-ticks or tildes that the line begins with, where they are a fence.
    var fence: [UInt8]? {
        guard let mark = content.first,
            mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
        else { return nil }
        let fence = content.prefix { $0 == mark }
        // The name of a language may follow; any other text would be lost.
        let language = content.dropFirst(fence.count)
        guard fence.count >= 3,
            language.allSatisfy({ $0.isLowercase || $0.isUppercase || $0.isDigit })
        else { return nil }
        return Array(fence)
    }

    /// Whether the line is a heading of Markdown or of a Go comment.
    var isHeading: Bool {
        let marks = content.prefix { $0 == UInt8(ascii: "#") }.count
        guard 1...6 ~= marks else { return false }
        return content.dropFirst(marks).first == UInt8(ascii: " ")
    }

    /// The marker of a list item; `nil` for other lines, and for a marker without text.
    var listMark: DescriptionLines.ListMark? {
        guard let first = content.first else { return nil }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            return mark("-", number: nil, markLength: 1)
        case 0xE2 where content.starts(with: "•".utf8):
            return mark("-", number: nil, markLength: 3)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = content.prefix(while: \.isDigit)
            guard digits.count <= 9, let end = content.dropFirst(digits.count).first,
                end == UInt8(ascii: ".") || end == UInt8(ascii: ")"),
                let number = Int(String(decoding: digits, as: UTF8.self))
            else { return nil }
            let text = "\(number)\(end == UInt8(ascii: ".") ? "." : ")")"
            return mark(text, number: number, markLength: digits.count + 1)
        default:
            return nil
        }
    }

    private func mark(
        _ text: String,
        number: Int?,
        markLength: Int
    ) -> DescriptionLines.ListMark? {
        let blanks = content.dropFirst(markLength).prefix { $0 <= 0x20 }.count
        guard blanks > 0, markLength + blanks < content.count else { return nil }
        return DescriptionLines.ListMark(text: text, number: number, length: markLength + blanks)
    }
}
