import CRDParsing
import CRDYAML

/// The style of a text, which additions follow.
struct TextStyle: Sendable {
    /// The line break.
    let lineBreak: String
    /// The number of columns from a key to the keys of its value.
    private(set) var mapping = 2
    /// The number of columns from a key to the dashes of its value.
    private(set) var sequence = 0
    /// Whether strings of several lines are in double quotes instead of literal scalars.
    let quotesLines: Bool

    /// Finds the style of a document from its first nested mapping and its first sequence.
    init(_ syntax: SyntaxTree, quotesLines: Bool) {
        self.quotesLines = quotesLines
        let lines = syntax.lines
        lineBreak = lines.lineBreak
        var mappingStep: Int?
        var sequenceStep: Int?
        for (index, entry) in syntax.entries.enumerated() {
            if mappingStep != nil, sequenceStep != nil { break }
            guard entry.kind == .mapping, !entry.isFlow else { continue }
            for pair in syntax.pairs(index) where !syntax.entries[pair.value].isFlow {
                let value = syntax.entries[pair.value]
                let column = lines.column(syntax.start(of: pair))
                if value.kind == .mapping, mappingStep == nil {
                    let first = syntax.entries[pair.value + 1].start
                    mappingStep = lines.column(first) - column
                } else if value.kind == .sequence, sequenceStep == nil {
                    let dash = lines.skipBlanks(from: lines.endOfProperties(from: value.start))
                    sequenceStep = lines.column(dash) - column
                }
            }
        }
        // Keys after '? ' or an anchor are in other columns.
        mapping = mappingStep.flatMap { $0 > 0 ? $0 : nil } ?? 2
        sequence = sequenceStep.flatMap { $0 >= 0 ? $0 : nil } ?? 0
    }

    func indentation(column: Int) -> Emitter.Indentation {
        Emitter.Indentation(mapping: mapping, sequence: sequence, column: column)
    }

    /// Returns a string of several lines in double quotes; `nil` for other strings, and where such
    /// strings are literal scalars.
    func quotedLines(_ string: String) -> String? {
        guard quotesLines, string.scalar(in: .plain, isInFlow: false) == nil else { return nil }
        return string.scalar(in: .doubleQuoted, isInFlow: false)
    }

    /// Returns a text of the emitter with the line breaks of the document.
    func lines(_ text: String) -> String {
        lineBreak == "\n"
            ? text
            : text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: lineBreak)
    }
}
