import TestSupport

/// Changes of texts at random places.
struct Mutation {
    private let others: [[UInt8]]

    /// Prepares to change texts.
    ///
    /// - Parameter others: Texts that pieces are taken from.
    init(of others: [[UInt8]]) {
        self.others = others
    }

    /// Makes one change.
    func change(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let longest = 1 << Int.random(in: 0...8, using: &generator)
        let length = Int.random(in: 0..<longest, using: &generator)
        let range = start..<min(bytes.count, start + length)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: bytes.removeSubrange(range)
        case 1: bytes.removeSubrange(start...)
        case 2: repeatPiece(range, of: &bytes, using: &generator)
        case 3: changeByte(of: &bytes, using: &generator)
        case 4: takeOver(range, in: &bytes, using: &generator)
        case 5: changeIndent(after: start, in: &bytes, using: &generator)
        case 6: replaceValue(after: start, in: &bytes, using: &generator)
        default:
            let piece = Self.pieces.randomElement(using: &generator) ?? []
            bytes.insert(contentsOf: piece, at: start)
        }
    }

    /// How many bytes a piece is repeated to at most.
    private static let mostRepeated = 1 << 16

    private func repeatPiece(
        _ range: Range<Int>,
        of bytes: inout [UInt8],
        using generator: inout SeededGenerator
    ) {
        let piece = Array(bytes[range])
        let most = Self.mostRepeated / max(1, piece.count)
        let count = min(1 << Int.random(in: 0...10, using: &generator), most)
        for _ in 0..<count { bytes.insert(contentsOf: piece, at: range.lowerBound) }
    }

    private func changeByte(of bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard let position = bytes.indices.randomElement(using: &generator) else { return }
        bytes[position] = UInt8.random(in: .min ... .max, using: &generator)
    }

    /// Puts a piece of another text in the place of a piece.
    private func takeOver(
        _ range: Range<Int>,
        in bytes: inout [UInt8],
        using generator: inout SeededGenerator
    ) {
        guard let other = others.randomElement(using: &generator), !other.isEmpty else { return }
        let start = Int.random(in: 0..<other.count, using: &generator)
        let end = min(other.count, start + Int.random(in: 0...400, using: &generator))
        bytes.replaceSubrange(range, with: other[start..<end])
    }

    private func changeIndent(
        after start: Int,
        in bytes: inout [UInt8],
        using generator: inout SeededGenerator
    ) {
        guard let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return }
        if Bool.random(using: &generator), lineEnd + 1 < bytes.count {
            bytes.remove(at: lineEnd + 1)
        } else {
            bytes.insert(UInt8(ascii: " "), at: lineEnd + 1)
        }
    }

    /// Puts something else in the place of what follows the next colon of the line.
    private func replaceValue(
        after start: Int,
        in bytes: inout [UInt8],
        using generator: inout SeededGenerator
    ) {
        guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")) else { return }
        let ends = Set(",}\n".utf8)
        let end = bytes[colon...].firstIndex(where: ends.contains) ?? bytes.count
        let value = Self.values.randomElement(using: &generator) ?? ""
        bytes.replaceSubrange(colon + 1..<end, with: " \(value)".utf8)
    }

    private static let values = [
        "", "~", "null", "yes", "no", "0x1F", "010", "0o7", "1e400", "-.inf", ".nan", "1_000",
        "99999999999999999999", "12:30:45", "2026-01-01", "=", "<<", "[]", "{}", "[{}, [~]]",
        "{a: {b: [1]}}", "&a x", "*a", "!!str 1", "!!int x", "!!binary a", "!!float 1", "!x {}",
        "|", "'", "\"\\u", "\"\\ud800\\u0041\"", "'é'", "\"\\0\"", "2026-02-30T25:61:61Z", "25%",
    ]

    private static let pieces: [[UInt8]] =
        [
            "[", "]", "{", "}", ":", ": ", "- ", "? ", "\n", "\r", "\t", " ", "  ", "&a ", "*a",
            "<<: ", "<<: *a\n", "!", "!!int ", "!!binary ", "|", ">-", "'", "\"", "\\", "\\u",
            "\\ud800", "%", "@", "#", "---\n", "...\n", ",", "\0", "\u{85}", "é", "e\u{301}", "😀",
            "\u{FEFF}", "{{", "}}", "~", "1e400", "0x", "%YAML 1.1\n", "%TAG ! x\n", "null",
            "kind: ",
            "apiVersion: v1\nkind: List\nitems:\n- ", "metadata: {name: a}\n", "\u{2028}",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xF5, 0x80],
        ]
}
