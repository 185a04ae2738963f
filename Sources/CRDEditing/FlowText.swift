import CRDParsing
import CRDRuntime
package import CRDValues
import CRDYAML

/// The style of a sequence or mapping in brackets, and values in it.
struct FlowText: Sendable {
    let isJSON: Bool
    /// The separator after a key, such as `: `.
    let colon: String
    /// The separator of two entries in one line, such as `, `.
    let comma: String
    /// The line break and the number of columns of each level; `nil` for values in one line.
    let lines: (lineBreak: String, step: Int)?

    /// Writes a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - column: The indentation of the line.
    /// - Returns: The text, of one line or of several.
    func text(_ value: JSONValue, column: Int) -> String {
        switch value {
        case .array(let elements):
            let items = elements.map { text($0, column: nested(column)) }
            return enclosed(items, "[", "]", column)
        case .object(let object):
            let pairs = zip(object.keys, object.values).map {
                pair($0, $1, column: nested(column))
            }
            return enclosed(pairs, "{", "}", column)
        case .null, .boolean, .number, .string:
            return scalar(value, like: .plain)
        }
    }

    /// Returns a key with its value.
    func pair(_ key: String, _ value: JSONValue, column: Int) -> String {
        scalar(.string(key), like: .plain) + colon + text(value, column: column)
    }

    /// Returns a scalar.
    func scalar(_ value: JSONValue, like style: Node.Style) -> String {
        if isJSON { return value.jsonText }
        if case .string(let text) = value {
            return text.scalar(in: style, isInFlow: true) ?? value.jsonText
        }
        return Self.plain(value)
    }

    /// Returns a scalar that is not a string.
    static func plain(_ value: JSONValue) -> String {
        var emitter = Emitter()
        switch value {
        case .boolean(let value): emitter.boolean(value)
        case .number(let number): emitter.numberLiteral(number.text)
        case .null, .string, .array, .object: emitter.null()
        }
        return String(emitter.text.dropLast())
    }

    private func nested(_ column: Int) -> Int { column + (lines?.step ?? 0) }

    private func enclosed(
        _ entries: [String],
        _ open: String,
        _ close: String,
        _ column: Int
    ) -> String {
        guard let lines, !entries.isEmpty else {
            return open + entries.joined(separator: comma) + close
        }
        let start = lines.lineBreak + String(repeating: " ", count: nested(column))
        let end = lines.lineBreak + String(repeating: " ", count: column)
        return open + start + entries.joined(separator: "," + start) + end + close
    }
}

extension FlowText {
    /// Finds the style of a sequence or mapping in brackets.
    init(of container: Int, in syntax: SyntaxTree) {
        let lines = syntax.lines
        isJSON = syntax.isJSON
        let root = syntax.isJSON ? 0 : container
        let colonIsSpaced = Self.isSpaced(UInt8(ascii: ":"), in: root, of: syntax) ?? true
        colon = isJSON && !colonIsSpaced ? ":" : ": "
        let commaIsSpaced = Self.isSpaced(UInt8(ascii: ","), in: root, of: syntax)
        comma = commaIsSpaced ?? (colon == ": ") ? ", " : ","
        let start = syntax.entries[root].start
        if isJSON, !lines.areInSameLine(start, syntax.contentEnds[root] - 1) {
            let step = lines.column(syntax.entries[min(root + 1, syntax.entries.count - 1)].start)
            self.lines = (lines.lineBreak, step > 0 ? step : 2)
        } else {
            self.lines = nil
        }
    }

    /// Whether whitespace is after the colons or between the entries of a sequence or mapping; `nil`
    /// if it has none.
    private static func isSpaced(_ byte: UInt8, in root: Int, of syntax: SyntaxTree) -> Bool? {
        for child in syntax.children(root)
        where syntax.entries[child].next < syntax.entries[root].next {
            if let found = syntax.lines.find(byte, from: syntax.contentEnds[child]) {
                return syntax.lines.skipBlanks(from: found + 1) > found + 1
            }
        }
        return nil
    }
}

extension JSONValue {
    /// The value as JSON text, with an indentation of two columns for each level.
    package var indentedText: String {
        FlowText(isJSON: true, colon: ": ", comma: ", ", lines: ("\n", 2)).text(self, column: 0)
    }
}
