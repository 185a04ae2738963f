import CRDParsing
import CRDYAML
import Testing

/// The reader of JSON by itself, on bytes.
struct JSONReaderTests {
    private static func string(_ bytes: [UInt8]) -> String? {
        let text = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
        return try? JSONReader.read(text, file: "a.json").string
    }

    @Test(arguments: ["", "a", "é", "\u{FFFD}", "😀", "e\u{301}", "\u{7F}\u{80}\u{10FFFF}"])
    func `a string is read as it is`(text: String) {
        #expect(Self.string(Array(text.utf8)).map { Array($0.utf8) } == Array(text.utf8))
    }

    // Decoders put U+FFFD in place of these: for some, it has as many bytes as what it replaces.
    @Test(arguments: [
        [0x80], [0xC3], [0xC3, 0x28], [0xC0, 0xAF], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
        [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x61, 0xF0, 0x9F, 0x98],
    ])
    func `a string that is not valid UTF-8 is an error`(bytes: [UInt8]) {
        #expect(Self.string(bytes) == nil)
        // The same with an escape, after which the bytes are copied one by one.
        #expect(Self.string(Array(#"\n"#.utf8) + bytes) == nil)
    }

    @Test func `long keys that objects have in common are read as they are`() throws {
        // They differ in a part that a hash of some bytes does not have, or in their length.
        let keys =
            (10...99).map { "algorithm\($0)Specification" }
            + (10...40).map { String(repeating: "k", count: $0) }
            + ["algorithmSpecification", "algorithmSp\u{E9}cification"]
        let lines = (0..<4).map { round in
            let pairs = keys.shuffled().enumerated()
                .map { "\"\($1)\":\"\($1)\($0 % 2 == 0 ? "" : "\\t\(round)")\"" }
            return "{\(pairs.joined(separator: ","))}"
        }
        let root = try JSONReader.read(
            Array("[\(lines.joined(separator: ",\n"))]".utf8),
            file: "a.json"
        )
        #expect(root.items.count == 4)
        for (position, item) in root.items.enumerated() {
            #expect(Set(item.pairs.map(\.key)) == Set(keys))
            #expect(item.pairs.allSatisfy { $0.value.text.hasPrefix($0.key) })
            #expect(item.pairs.allSatisfy { Int($0.keyNode.position.line) == position + 1 })
        }
    }
}
