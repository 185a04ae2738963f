import CRDRuntime
import CRDYAML

/// A value as it is written after a key or a dash.
struct BlockText {
    /// The part in the line of the key or dash.
    let inline: String
    /// The lines below.
    let lines: String

    /// Creates a text that is in one line.
    init(inline: String) {
        self.inline = inline
        lines = ""
    }

    /// Creates the text of a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - column: The column of the key or dash.
    ///   - isItem: Whether it follows a dash.
    ///   - style: The style of the document.
    init(_ value: JSONValue, column: Int, isItem: Bool, _ style: TextStyle) {
        var text = ""
        if isItem {
            text = String(Self.item(value, column: column, style).dropFirst())
        } else {
            text = String(Self.pair("k", value, column: column, style).dropFirst(2))
        }
        let end = text.firstIndex(where: \.isNewline) ?? text.endIndex
        inline = String(text[..<end].drop { $0 == " " })
        lines = String(text[end...].dropFirst())
    }

    /// Returns a key with its value, as lines of which the first has no indentation.
    static func pair(
        _ key: String,
        _ value: JSONValue,
        column: Int,
        _ style: TextStyle
    ) -> String {
        var emitter = Emitter(style.indentation(column: column))
        emitter.beginMapping()
        emitter.key(key)
        emitter.write(value, style)
        emitter.endMapping()
        return style.lines(emitter.text)
    }

    /// Returns an item of a sequence, as lines of which the first has no indentation.
    static func item(_ value: JSONValue, column: Int, _ style: TextStyle) -> String {
        var emitter = Emitter(style.indentation(column: column))
        emitter.beginSequence()
        emitter.write(value, style)
        emitter.endSequence()
        return style.lines(emitter.text)
    }

    /// Returns a document.
    static func document(_ value: JSONValue, _ style: TextStyle) -> String {
        var emitter = Emitter(style.indentation(column: 0))
        emitter.write(value, style)
        return style.lines(emitter.text)
    }
}

extension Emitter {
    /// Writes a value.
    fileprivate mutating func write(_ value: JSONValue, _ style: TextStyle) {
        for event in JSONWalk(value) {
            switch event {
            case .value(.null): null()
            case .value(.boolean(let value)): boolean(value)
            case .value(.number(let number)): numberLiteral(number.text)
            case .value(.string(let text)):
                if let line = style.quotedLines(text) { scalar(line) } else { string(text) }
            case .value(.array): beginSequence()
            case .value(.object): beginMapping()
            case .key(let key): self.key(key)
            case .end(.array): endSequence()
            case .end: endMapping()
            }
        }
    }
}
