import CRDGeneratorCore

/// A `pattern` of a schema, as far as examples need it.
///
/// It knows the common part of RE2: characters, classes, groups, alternatives, repetitions and
/// anchors. Like the API server, it takes a match anywhere in the text.
struct StringPattern {
    /// A part of a pattern.
    indirect enum Part: Equatable {
        /// One of some characters.
        case character(CharacterRanges)
        case sequence([Part])
        case choice([Part])
        /// A part several times; without end where `most` is `nil`.
        case repetition(Part, least: Int, most: Int?)
        case start
        case end
    }

    /// The whole pattern.
    let part: Part

    /// Reads a pattern; `nil` if it has anything that is not known here.
    init?(_ text: String) {
        var parser = StringPatternParser(text)
        guard let part = parser.pattern() else { return nil }
        self.part = part
    }
}

/// Characters by their code points.
struct CharacterRanges: Equatable {
    private(set) var ranges: [ClosedRange<UInt32>]

    init(_ ranges: [ClosedRange<UInt32>]) {
        self.ranges = ranges
    }

    init(_ character: Unicode.Scalar) {
        ranges = [character.value...character.value]
    }

    static let digits = CharacterRanges([0x30...0x39])
    static let words = CharacterRanges([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let blanks = CharacterRanges([0x09...0x0D, 0x20...0x20])
    static let anyButLineFeed = CharacterRanges([0x0A...0x0A]).inverted

    /// Every other character.
    var inverted: CharacterRanges {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return CharacterRanges(result)
    }

    mutating func add(_ other: CharacterRanges) {
        ranges += other.ranges
    }

    func contains(_ character: UInt32) -> Bool {
        ranges.contains { $0.contains(character) }
    }

    /// The character that surprises least; `nil` if there is none.
    var usual: Unicode.Scalar? {
        for character in "a1A0-".unicodeScalars where contains(character.value) { return character }
        return ranges.first.flatMap { Unicode.Scalar($0.lowerBound) }
    }
}

// MARK: - Texts

extension StringPattern {
    /// A text that the pattern was made for; it need not match where anchors contradict it.
    ///
    /// - Parameter repetitions: How often something stands that may stand any number of times.
    /// - Returns: The text.
    func sample(repetitions: Int) -> String {
        Self.sample(part, repetitions)
    }

    private static func sample(_ part: Part, _ repetitions: Int) -> String {
        switch part {
        case .character(let ranges):
            return ranges.usual.map { String($0) } ?? ""
        case .sequence(let parts):
            return parts.map { sample($0, repetitions) }.joined()
        case .choice(let parts):
            let samples = parts.lazy.map { sample($0, repetitions) }
            return samples.first { !$0.isEmpty } ?? ""
        case .repetition(let part, let least, let most):
            let count = max(least, min(repetitions, most ?? repetitions))
            return String(repeating: sample(part, repetitions), count: min(count, longest))
        case .start, .end:
            return ""
        }
    }

    private static let longest = 256
}

// MARK: - Matching

extension StringPattern {
    /// Whether the pattern matches somewhere in a text; `false` too where finding out takes too
    /// long.
    func matches(_ text: String) -> Bool {
        let characters = text.unicodeScalars.map(\.value)
        var matcher = Matcher(characters: characters)
        return (0...characters.count).contains { start in
            matcher.match(part, at: start) { _, _ in true }
        }
    }

    private struct Matcher {
        let characters: [UInt32]
        /// Steps that are left; a pattern can be made to take for ever.
        var steps = 20_000

        /// Whether the part matches at a place, and then what follows it.
        mutating func match(
            _ part: Part,
            at position: Int,
            then next: (inout Matcher, Int) -> Bool
        ) -> Bool {
            steps -= 1
            guard steps > 0 else { return false }
            switch part {
            case .character(let ranges):
                return position < characters.count && ranges.contains(characters[position])
                    && next(&self, position + 1)
            case .sequence(let parts):
                return match(parts[...], at: position, then: next)
            case .choice(let parts):
                for part in parts where match(part, at: position, then: next) { return true }
                return false
            case .repetition(let part, let least, let most):
                return match(part, least, most, at: position, then: next)
            case .start:
                return position == 0 && next(&self, position)
            case .end:
                return position == characters.count && next(&self, position)
            }
        }

        private mutating func match(
            _ parts: ArraySlice<Part>,
            at position: Int,
            then next: (inout Matcher, Int) -> Bool
        ) -> Bool {
            guard let first = parts.first else { return next(&self, position) }
            return match(first, at: position) { matcher, position in
                matcher.match(parts.dropFirst(), at: position, then: next)
            }
        }

        private mutating func match(
            _ part: Part,
            _ least: Int,
            _ most: Int?,
            at position: Int,
            then next: (inout Matcher, Int) -> Bool
        ) -> Bool {
            if most != 0 {
                let isMatched = match(part, at: position) { matcher, end in
                    // What matches nothing would be tried for ever.
                    guard end > position || least > 0 else { return false }
                    return matcher.match(
                        part,
                        max(least - 1, 0),
                        most.map { $0 - 1 },
                        at: end,
                        then: next
                    )
                }
                if isMatched { return true }
            }
            return least == 0 && next(&self, position)
        }
    }
}
