import CRDEditing
import TestSupport

/// Writes values as YAML in the styles that people use.
struct StyledText {
    var random: RandomChange
    private var isInFlow = false
    private let indent: Int
    private let dashIndent: Int

    init(_ random: RandomChange) {
        self.random = random
        indent = self.random.random([2, 2, 4])
        dashIndent = self.random.random([0, 2])
    }

    /// Returns a document.
    mutating func document(_ value: JSONValue) -> String {
        let head = random.random(["", "# head\n\n", "---\n", "--- # start\n"])
        return head + block(value, column: 0, isNested: false) + random.random(["", "# tail\n"])
    }

    /// Returns a value after a key or dash, from the space on.
    private mutating func block(_ value: JSONValue, column: Int, isNested: Bool) -> String {
        let start = isNested ? anchor() + comment() + "\n" : ""
        switch value {
        case .object(let object) where !object.isEmpty && !(isNested && random.chance(8)):
            var text = start
            for (key, value) in zip(object.keys, object.values) {
                text += line(column) + pair(key, value, column)
            }
            return text
        case .array(let elements) where !elements.isEmpty && !(isNested && random.chance(6)):
            var text = start
            for element in elements {
                text += line(column) + "-" + block(element, column: column + 2, isNested: true)
            }
            return text
        default:
            let text = flow(value, isInFlow: false)
            return (isNested ? anchor() + " " : "") + text + comment() + "\n"
        }
    }

    private mutating func pair(_ key: String, _ value: JSONValue, _ column: Int) -> String {
        var step = indent
        if case .array = value { step = dashIndent }
        let isLiteral = random.chance(2)
        if case .string(let text) = value, isLiteral, text.contains("\n") {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let body = (text.hasSuffix("\n") ? lines.dropLast() : lines[...])
                .map { String(repeating: " ", count: column + indent) + $0 + "\n" }.joined()
            return "\(key): |\(text.hasSuffix("\n") ? "" : "-")\(comment())\n" + body
        }
        return "\(key):" + block(value, column: column + step, isNested: true)
    }

    private mutating func flow(_ value: JSONValue, isInFlow: Bool) -> String {
        switch value {
        case .object(let object):
            let pairs = zip(object.keys, object.values).map {
                "\($0): \(flow($1, isInFlow: true))"
            }
            return "{" + pairs.joined(separator: ", ") + "}"
        case .array(let elements):
            return "[" + elements.map { flow($0, isInFlow: true) }.joined(separator: ", ") + "]"
        case .string("word"):
            return random.random(["word", "'word'", "\"word\""])
        case .null, .boolean, .number, .string:
            return value.description(ofScalar: ())
        }
    }

    private mutating func line(_ column: Int) -> String {
        let space = String(repeating: " ", count: column)
        return random.random(["", "", "", "\n", "\(space)# about\n", "\n\(space)# more\n"]) + space
    }

    private mutating func comment() -> String { random.random(["", "", " # note"]) }

    private mutating func anchor() -> String {
        random.random(["", "", "", "", " &a\(random.pick(3))"])
    }
}

extension JSONValue {
    /// A scalar as JSON text.
    fileprivate func description(ofScalar: Void) -> String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let number): number.text
        case .string(let text):
            "\""
                + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("\n", with: "\\n") + "\""
        case .array, .object: ""
        }
    }
}
