import CRDYAML

/// A value to write and to find again.
indirect enum Tree: Equatable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case float(Double)
    case string(String)
    case sequence([Tree])
    case mapping([(key: String, value: Tree)])

    static func == (left: Tree, right: Tree) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let one), .boolean(let other)): one == other
        case (.integer(let one), .integer(let other)): one == other
        case (.unsigned(let one), .unsigned(let other)): one == other
        case (.float(let one), .float(let other)): one.bitPattern == other.bitPattern
        case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
        case (.sequence(let one), .sequence(let other)): one == other
        case (.mapping(let one), .mapping(let other)):
            one.elementsEqual(other) {
                $0.key.utf8.elementsEqual($1.key.utf8) && $0.value == $1.value
            }
        default: false
        }
    }

    /// A tree of at most `depth` levels below its root.
    static func random(depth: Int, using generator: inout some RandomNumberGenerator) -> Tree {
        switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &generator) {
        case 0: return .null
        case 1: return .boolean(.random(using: &generator))
        case 2: return .integer(.random(in: .min ... .max, using: &generator))
        case 3:
            let value = Double(bitPattern: generator.next())
            return .float(value.isFinite ? value : 0.1)
        case 4..<8: return .string(randomString(using: &generator))
        case 8..<10:
            let count = Int.random(in: 0..<4, using: &generator)
            return .sequence((0..<count).map { _ in .random(depth: depth - 1, using: &generator) })
        default:
            let count = Int.random(in: 0..<4, using: &generator)
            var keys: Set<String> = []
            while keys.count < count { keys.insert(randomString(using: &generator)) }
            let sorted = keys.sorted()
            return .mapping(
                sorted.map { (key: $0, value: .random(depth: depth - 1, using: &generator)) }
            )
        }
    }

    /// A string made of what gives readers trouble.
    static func randomString(using generator: inout some RandomNumberGenerator) -> String {
        let count = Int.random(in: 0..<7, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    private static let pieces = [
        "a", "b", "e", "E", "x", "o", "y", "no", "true", "null", "inf", "T", "Z", "0", "1", "7",
        "12", "60", "2024", "-01", "_", "+", "-", ".", ":", ",", "?", "!", "|", ">", "'", "\"",
        "\\", "#", "%", "@", "`", "&", "*", "~", "=", "<", "/", "{", "}", "[", "]", " ", " ", "  ",
        "\n", "\n", "\n\n", "\t", "\r", "\0", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9F}",
        "\u{A0}", "é", "e\u{301}", "日", "😀", "\u{200B}", "\u{2028}", "\u{2029}", "\u{FEFF}",
        "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "---", "...", "0x", "0o", "0b",
    ]
}

extension Emitter {
    mutating func tree(_ tree: Tree) {
        switch tree {
        case .null: null()
        case .boolean(let value): boolean(value)
        case .integer(let value): integer(value)
        case .unsigned(let value): scalar(String(value))
        case .float(let value): float(value)
        case .string(let value): string(value)
        case .sequence(let items):
            beginSequence()
            for item in items { self.tree(item) }
            endSequence()
        case .mapping(let pairs):
            beginMapping()
            for (key, value) in pairs {
                self.key(key)
                self.tree(value)
            }
            endMapping()
        }
    }
}
