import CRDGeneratorCore

/// Reads the syntax of patterns.
struct StringPatternParser {
    private let characters: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ text: String) {
        characters = Array(text.unicodeScalars)
    }

    /// The whole pattern; `nil` if anything in it is not known.
    mutating func pattern() -> StringPattern.Part? {
        guard let part = choice(), position == characters.count else { return nil }
        return part
    }

    private var next: Unicode.Scalar? {
        position < characters.count ? characters[position] : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == character else { return false }
        position += 1
        return true
    }

    private mutating func take(text: String) -> Bool {
        guard characters[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func choice() -> StringPattern.Part? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { return nil }
        var branches: [StringPattern.Part] = []
        repeat {
            guard let branch = sequence() else { return nil }
            branches.append(branch)
        } while take("|")
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() -> StringPattern.Part? {
        var parts: [StringPattern.Part] = []
        while let character = next, character != "|", character != ")" {
            guard let part = repetition() else { return nil }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func repetition() -> StringPattern.Part? {
        guard var part = atom() else { return nil }
        while let character = next {
            switch character {
            case "*": part = .repetition(part, least: 0, most: nil)
            case "+": part = .repetition(part, least: 1, most: nil)
            case "?": part = .repetition(part, least: 0, most: 1)
            case "{":
                guard let (least, most) = counts() else { return nil }
                part = .repetition(part, least: least, most: most)
                _ = take("?")
                continue
            default: return part
            }
            position += 1
            // Whether it takes as much or as little as it can makes no difference here.
            _ = take("?")
        }
        return part
    }

    /// `{2}`, `{2,}` or `{2,5}`.
    private mutating func counts() -> (least: Int, most: Int?)? {
        guard take("{"), let least = number() else { return nil }
        var most: Int? = least
        if take(",") { most = number() }
        return take("}") ? (least, most) : nil
    }

    private mutating func number() -> Int? {
        let start = position
        while let character = next, "0"..."9" ~= character, position - start < 6 { position += 1 }
        return Int(String(String.UnicodeScalarView(characters[start..<position])))
    }

    private mutating func atom() -> StringPattern.Part? {
        guard let character = next else { return nil }
        position += 1
        switch character {
        case "^": return .start
        case "$": return .end
        case ".": return .character(.anyButLineFeed)
        case "(": return group()
        case "[": return characterClass().map { .character($0) }
        case "\\": return escape()
        case "*", "+", "?", "{": return nil
        default: return .character(CharacterRanges(character))
        }
    }

    private mutating func group() -> StringPattern.Part? {
        if take("?") {
            // What fits as it is written fits whatever the case.
            if take(text: "i)") { return .sequence([]) }
            if take(text: "P<") || take("<") {
                while let character = next, character != ">" {
                    if character == "=" || character == "!" { return nil }
                    position += 1
                }
                guard take(">") else { return nil }
            } else if !take(":") {
                return nil
            }
        }
        guard let part = choice(), take(")") else { return nil }
        return part
    }

    private mutating func escape() -> StringPattern.Part? {
        switch next {
        case "A":
            position += 1
            return .start
        case "z":
            position += 1
            return .end
        default:
            return escapedCharacters().map { .character($0) }
        }
    }

    private mutating func escapedCharacters() -> CharacterRanges? {
        guard let character = next else { return nil }
        position += 1
        switch character {
        case "d": return .digits
        case "D": return CharacterRanges.digits.inverted
        case "w": return .words
        case "W": return CharacterRanges.words.inverted
        case "s": return .blanks
        case "S": return CharacterRanges.blanks.inverted
        case "n": return CharacterRanges("\n")
        case "r": return CharacterRanges("\r")
        case "t": return CharacterRanges("\t")
        case "x": return hexadecimal()
        case "0"..."9", "A"..."Z", "a"..."z": return nil
        default: return CharacterRanges(character)
        }
    }

    /// The two digits after `\x`.
    private mutating func hexadecimal() -> CharacterRanges? {
        let digits = characters[position...].prefix(2)
        let text = String(String.UnicodeScalarView(digits))
        guard digits.count == 2, let value = UInt8(text, radix: 16) else { return nil }
        position += 2
        return CharacterRanges(Unicode.Scalar(value))
    }

    /// What stands after `[`.
    private mutating func characterClass() -> CharacterRanges? {
        let isInverted = take("^")
        var ranges = CharacterRanges([])
        var isFirst = true
        while let character = next, character != "]" || isFirst {
            isFirst = false
            if take(text: "[:") {
                guard let named = namedClass() else { return nil }
                ranges.add(named)
                continue
            }
            position += 1
            var low = CharacterRanges(character)
            if character == "\\" {
                guard let escaped = escapedCharacters() else { return nil }
                low = escaped
            }
            let isRange =
                next == "-" && position + 1 < characters.count && characters[position + 1] != "]"
            guard isRange else {
                ranges.add(low)
                continue
            }
            position += 1
            guard let from = low.onlyCharacter, let to = rangeEnd(), from <= to else { return nil }
            ranges.add(CharacterRanges([from...to]))
        }
        guard take("]") else { return nil }
        return isInverted ? ranges.inverted : ranges
    }

    private mutating func rangeEnd() -> UInt32? {
        guard let character = next else { return nil }
        position += 1
        if character == "\\" { return escapedCharacters()?.onlyCharacter }
        return character.value
    }

    private mutating func namedClass() -> CharacterRanges? {
        let names: [(String, CharacterRanges)] = [
            ("alnum:]", CharacterRanges([0x30...0x39, 0x41...0x5A, 0x61...0x7A])),
            ("alpha:]", CharacterRanges([0x41...0x5A, 0x61...0x7A])),
            ("digit:]", .digits),
            ("blank:]", CharacterRanges([0x09...0x09, 0x20...0x20])),
            ("graph:]", CharacterRanges([0x21...0x7E])),
            ("lower:]", CharacterRanges([0x61...0x7A])),
            ("print:]", CharacterRanges([0x20...0x7E])),
            (
                "punct:]",
                CharacterRanges([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
            ),
            ("upper:]", CharacterRanges([0x41...0x5A])),
            ("space:]", .blanks),
            ("word:]", .words),
            ("xdigit:]", CharacterRanges([0x30...0x39, 0x41...0x46, 0x61...0x66])),
        ]
        for (name, ranges) in names where take(text: name) { return ranges }
        return nil
    }
}

extension CharacterRanges {
    /// The character, if there is just one.
    fileprivate var onlyCharacter: UInt32? {
        guard ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }
}
