import CRDYAML

/// Finds the most common causes of a syntax error in the lines around it.
///
/// libyaml only reports where it stopped.
struct SyntaxErrorCause {
    private let message: String
    private let position: SourcePosition
    /// The line where the construct that was read begins, from 1; `nil` if it is unknown.
    private let contextLine: Int?
    /// The lines up to the error.
    private let lines: [String]
    /// The number of the last line before the error that has content; `nil` if there is none.
    private let previous: Int?

    /// Prepares the search.
    ///
    /// - Parameters:
    ///   - message: The message of libyaml.
    ///   - position: The source location of the error.
    ///   - contextLine: The line where the construct that was read begins.
    ///   - lines: The lines of the text, at least up to the error.
    init(_ message: String, at position: SourcePosition, contextLine: Int?, _ lines: [String]) {
        self.message = message
        self.position = position
        self.contextLine = contextLine
        self.lines = lines
        previous = lines.indices.prefix(position.line - 1).last { index in
            let start = lines[index].first { !$0.isWhitespace }
            return start != nil && start != "#"
        }.map { $0 + 1 }
    }

    /// The end of the message; empty if no cause is found.
    var text: String {
        let causes = [template, separator, byteOrderMark, conflict, character, indentation]
        return causes.lazy.compactMap { $0 }.first ?? ""
    }

    /// The line with the error.
    private var line: String { line(position.line) }

    private func line(_ number: Int) -> String {
        lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }

    /// The number of the line with the error or of the line before it, if it has a property.
    private func nearLine(where matches: (String) -> Bool) -> Int? {
        [position.line, previous].compactMap { $0 }.first { matches(line($0)) }
    }
}

// MARK: - Causes

extension SyntaxErrorCause {
    /// A template that was not rendered: `{{ .Values.x }}` is a mapping in a mapping.
    private var template: String? {
        guard [line, line(contextLine ?? 0)].contains(where: { $0.contains("{{") }) else {
            return nil
        }
        return "; the line looks like a template, which must be rendered first"
    }

    /// A separator of documents that has spaces before it or another number of dashes.
    private var separator: String? {
        let number = nearLine { line in
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count == 1, words[0].allSatisfy({ "-–—".contains($0) }) else {
                return false
            }
            return words[0].count > 1 && !(words[0] == "---" && line.hasPrefix("-"))
        }
        return number.map {
            "; line \($0) is '\(line($0).excerpt)', expected '---' at the start of the line"
        }
    }

    /// A byte order mark at the start of a file that was appended to another.
    private var byteOrderMark: String? {
        let number = nearLine { $0.unicodeScalars.contains("\u{FEFF}") }
        return number.map {
            "; line \($0) has U+FEFF, a byte order mark, which is only allowed at the start of a "
                + "text; remove it"
        }
    }

    /// A merge of Git that has to be completed by hand.
    private var conflict: String? {
        let number = nearLine { line in
            ["<<<<<<<", "=======", ">>>>>>>"].contains(where: line.hasPrefix)
        }
        return number.map { "; line \($0) looks like an unresolved merge conflict of Git" }
    }

    /// A character with a meaning in YAML that was meant as part of a value.
    private var character: String? {
        let before = line.unicodeScalars.prefix(position.column - 1)
        if message.hasPrefix("did not find expected alphabetic"), let indicator = before.last {
            return "; quote the value if '\(indicator)' is part of it"
        }
        guard let found = line.unicodeScalars.dropFirst(position.column - 1).first else {
            return nil
        }
        if message.hasPrefix("found character that cannot start any token") {
            return found == "\t" ? ": a tab, expected spaces" : ": '\(found)', quote the value"
        }
        let isInValue =
            ["unknown anchor", "block sequence entries are not", "mapping keys are not"]
            .contains(where: message.hasPrefix)
            || message.hasPrefix("did not find expected node content")
                && "]},".unicodeScalars.contains(found)
            || message.hasPrefix("mapping values are not allowed")
                && String(before).contains(": ")
        return isInValue ? "; quote the value if '\(found)' is part of it" : nil
    }

    /// A line that begins in a column of its own.
    private var indentation: String? {
        let column = Self.indent(of: line) + 1
        if message.hasPrefix("mapping values are not allowed"), let previous,
            column > Self.indent(of: line(previous)) + 1, line(previous).contains(": ")
        {
            return "; the line is indented more than line \(previous), which has a value already"
        }
        let isOfBlock = ["did not find expected key", "did not find expected '-' indicator"]
            .contains(where: message.hasPrefix)
        guard isOfBlock, column == position.column else { return nil }
        let above = lines.indices.prefix(position.line - 1).dropFirst((contextLine ?? 1) - 1)
        let isItem = Self.isItem(line)
        if isItem, let item = above.last(where: { Self.isItem(lines[$0]) }),
            Self.indent(of: lines[item]) + 1 != column
        {
            return "; the '-' is in column \(column), expected column "
                + "\(Self.indent(of: lines[item]) + 1) as on line \(item + 1)"
        }
        let isAlone = !above.contains { Self.indent(of: lines[$0]) + 1 == column }
        return isAlone ? "; check the indentation, no line above begins in column \(column)" : nil
    }

    private static func indent(of line: String) -> Int { line.prefix { $0 == " " }.count }

    private static func isItem(_ line: String) -> Bool {
        let content = line.drop { $0 == " " }
        return content == "-" || content.hasPrefix("- ")
    }
}
