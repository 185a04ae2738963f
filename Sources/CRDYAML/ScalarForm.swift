/// The form in which a string is written.
package enum ScalarForm {
    case plain
    case singleQuoted
    case doubleQuoted
    /// A block after `|`. It has an indentation indicator if its first line begins with a space.
    case literal(isIndicated: Bool)
}

extension ScalarForm {
    /// The position at which a string is written.
    package enum Place {
        /// A mapping key, which is one line.
        case key
        /// A value in a sequence or mapping.
        case value
        /// A whole document, where readers treat an indentation indicator differently.
        case document
    }

    /// Creates the simplest form in which every reader reads the same string.
    ///
    /// The form is plain if the text is a string for the API server and for readers of YAML 1.1 and
    /// 1.2, and its characters allow it. Other single lines have single quotes, and several lines
    /// are a literal block. Double quotes are used for all other texts, such as those with control
    /// characters.
    package init(of text: String, at place: Place) {
        let characters = CharacterSurvey(Array(text.utf8))
        if characters.needEscapes {
            self = .doubleQuoted
        } else if characters.hasLineBreak {
            let isIndicated = characters.beginIndented
            let isLiteral =
                characters.hasContent
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

/// The properties of the characters of a string that determine its form.
private struct CharacterSurvey {
    /// Characters that are not allowed in YAML, or that some reader changes: control characters,
    /// CR, NEL, U+2028, U+2029, the byte order mark, U+FFFE and U+FFFF.
    private(set) var needEscapes = false
    private(set) var hasLineBreak = false
    private(set) var hasTab = false
    /// Characters other than spaces and line breaks.
    private(set) var hasContent = false
    /// Whether the first line that is not empty begins with a space or tab.
    private(set) var beginIndented = false
    /// Indicators that would end a plain scalar or change its kind, or an empty text.
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
                hasContent = true
            } else if byte >= 0x80 {
                hasContent = true
                if Self.isSpecial(bytes, at: position) { needEscapes = true }
            } else {
                note(byte, at: position, in: bytes)
            }
            position += 1
        }
        if Self.forbidPlain(bytes) { forbidPlain = true }
    }

    /// Records a space, a line break, a control character, `:` or `#`.
    private mutating func note(_ byte: UInt8, at position: Int, in bytes: [UInt8]) {
        switch byte {
        case UInt8(ascii: "\n"):
            hasLineBreak = true
        case Self.space, UInt8(ascii: "\t"):
            if byte != Self.space { hasTab = true }
            let followsBreak = position == 0 || bytes[position - 1] == UInt8(ascii: "\n")
            if followsBreak, !hasContent { beginIndented = true }
        case UInt8(ascii: ":"):
            hasContent = true
            if position + 1 == bytes.count || bytes[position + 1] == Self.space {
                forbidPlain = true
            }
        case UInt8(ascii: "#"):
            hasContent = true
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

    /// Whether the start or end of a text prevents a plain form: spaces, indicators, `---` and
    /// `...`.
    ///
    /// `kubectl` divides a file at each line that begins with `---`, whatever follows.
    private static func forbidPlain(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first != space, bytes.last != space,
            !indicators.contains(first)
        else { return true }
        if indicatorsBeforeBlank.contains(first), bytes.count == 1 || bytes[1] == space {
            return true
        }
        guard bytes.count > 2, first == bytes[1], first == bytes[2] else { return false }
        return first == UInt8(ascii: "-")
            || first == UInt8(ascii: ".") && (bytes.count == 3 || bytes[3] == space)
    }
}
