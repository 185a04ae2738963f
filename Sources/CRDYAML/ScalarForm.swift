/// How a string is written.
enum ScalarForm: Hashable, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// A block after `|`; with an indentation indicator if its first line begins with a blank.
    case literal(isIndicated: Bool)
}

extension ScalarForm {
    /// Where a string is written.
    enum Place: Sendable {
        /// A mapping key, which is one line.
        case key
        /// A value in a sequence or mapping.
        case value
        /// A whole document, where readers do not agree what an indentation indicator counts from.
        case document
    }

    /// The plainest form in which every reader gets the same string.
    ///
    /// Plain, if the text is a string to the API server and to readers of YAML 1.1 and 1.2 and its
    /// characters allow it; single quotes for other lines; a literal block for several lines;
    /// double quotes for the rest, such as control characters.
    init(of text: String, at place: Place) {
        let characters = CharacterSurvey(Array(text.utf8))
        if characters.needEscapes {
            self = .doubleQuoted
        } else if characters.hasLineBreak {
            let isIndicated = characters.beginIndented
            let isLiteral =
                characters.hasInk
                && (place == .value || place == .document && !isIndicated)
            self = isLiteral ? .literal(isIndicated: isIndicated) : .doubleQuoted
        } else if characters.hasTab {
            self = .doubleQuoted
        } else if !characters.forbidPlain, Scalar.resolve(plain: text) == .string,
            OtherReaders.readString(text)
        {
            self = .plain
        } else {
            self = .singleQuoted
        }
    }
}

/// What matters about the characters of a string for the form it is written in.
private struct CharacterSurvey {
    /// Characters that stand in no YAML text, or that some reader changes: control characters, CR,
    /// NEL, U+2028, U+2029, the byte order mark, U+FFFE and U+FFFF.
    private(set) var needEscapes = false
    private(set) var hasLineBreak = false
    private(set) var hasTab = false
    /// Anything but blanks and line breaks.
    private(set) var hasInk = false
    /// Whether the first line that is not empty begins with a space or tab.
    private(set) var beginIndented = false
    /// Indicators that would end a plain scalar or make it something else; the empty text.
    private(set) var forbidPlain = false

    private static let unremarkable = ByteSet(
        "!\"$%&'()*+,-./0123456789;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
            + "abcdefghijklmnopqrstuvwxyz{|}~"
    )
    private static let indicators = ByteSet(",[]{}#&*!|>'\"%@`")
    private static let indicatorsBeforeBlank = ByteSet("-?:")
    private static let space = UInt8(ascii: " ")

    init(_ bytes: [UInt8]) {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if Self.unremarkable.contains(byte) {
                hasInk = true
            } else if byte >= 0x80 {
                hasInk = true
                if Self.isSpecial(bytes, at: position) { needEscapes = true }
            } else {
                note(byte, at: position, in: bytes)
            }
            position += 1
        }
        if Self.forbidPlain(bytes) { forbidPlain = true }
    }

    /// Notes a blank, a line break, a control character, `:` or `#`.
    private mutating func note(_ byte: UInt8, at position: Int, in bytes: [UInt8]) {
        switch byte {
        case UInt8(ascii: "\n"):
            hasLineBreak = true
        case Self.space, UInt8(ascii: "\t"):
            if byte != Self.space { hasTab = true }
            let followsBreak = position == 0 || bytes[position - 1] == UInt8(ascii: "\n")
            if followsBreak, !hasInk { beginIndented = true }
        case UInt8(ascii: ":"):
            hasInk = true
            if position + 1 == bytes.count || bytes[position + 1] == Self.space {
                forbidPlain = true
            }
        case UInt8(ascii: "#"):
            hasInk = true
            if position > 0, bytes[position - 1] == Self.space { forbidPlain = true }
        default:
            needEscapes = true
        }
    }

    /// Whether a character outside ASCII that begins at `position` needs an escape: U+0080 to
    /// U+009F, U+2028, U+2029, U+FEFF, U+FFFE and U+FFFF.
    private static func isSpecial(_ bytes: [UInt8], at position: Int) -> Bool {
        switch bytes[position] {
        case 0xC2:
            bytes[position + 1] < 0xA0
        case 0xE2:
            bytes[position + 1] == 0x80 && 0xA8...0xA9 ~= bytes[position + 2]
        case 0xEF:
            (bytes[position + 1], bytes[position + 2]) == (0xBB, 0xBF)
                || bytes[position + 1] == 0xBF && bytes[position + 2] > 0xBD
        default:
            false
        }
    }

    /// Whether the ends of a text keep it from being plain: blanks, indicators, `---` and `...`.
    private static func forbidPlain(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first != space, bytes.last != space,
            !indicators.contains(first)
        else { return true }
        if indicatorsBeforeBlank.contains(first), bytes.count == 1 || bytes[1] == space {
            return true
        }
        guard bytes.count == 3 || bytes.count > 3 && bytes[3] == space else { return false }
        return first == bytes[1] && first == bytes[2]
            && (first == UInt8(ascii: "-") || first == UInt8(ascii: "."))
    }
}
