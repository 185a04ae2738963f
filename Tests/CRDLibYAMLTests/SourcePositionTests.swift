import CRDLibYAML
import CRDYAML
import TestSupport
import Testing

struct MarkTests {
    @Test(arguments: [
        "1️⃣plain",
        "1️⃣a: 2️⃣1\n3️⃣b: 4️⃣[5️⃣x, 6️⃣'y']\n",
        "1️⃣- 2️⃣- 3️⃣x\n- 4️⃣|\n   text\n",
        "# comment\n\n1️⃣a: # comment\n  2️⃣b\n",
        "1️⃣é: 2️⃣x",
        "1️⃣e\u{301}: 2️⃣x",
        "1️⃣👩‍👧: 2️⃣x",
        "1️⃣a: 2️⃣1\r\n3️⃣b:\r\n  4️⃣c: 5️⃣é\r\n",
        "1️⃣a: 2️⃣1\n---\n3️⃣b: 4️⃣2\n",
        "---\t1️⃣a",
        "1️⃣{2️⃣\"é\": 3️⃣1, 4️⃣\"\\u00e9👩‍👧x\": 5️⃣[6️⃣true, 7️⃣null]}",
        "\n  1️⃣[\r\n\t2️⃣\"e\u{301}\", 3️⃣-1.5e3,\n4️⃣{5️⃣\"a\": 6️⃣{}}]",
    ])
    func `every node knows its place`(marked: String) throws {
        let marked = MarkedText(marked)
        let documents = try Node.parse(marked.text, file: "test.yaml")
        let places = documents.flatMap(Self.positions).map(marked.place)
        #expect(places == (1...places.count).map { "\($0)\u{FE0F}\u{20E3}" })
    }

    @Test(arguments: ["1️⃣é😀: 2️⃣x\n3️⃣b: 4️⃣e\u{301}\r\n5️⃣c: 6️⃣z\n"], Encoding.allCases)
    func `columns count Unicode scalars in every encoding`(
        marked: String,
        encoding: Encoding
    ) throws {
        let marked = MarkedText(marked)
        let documents = try Node.parse(encoding.encode(marked.text), file: "test.yaml")
        let places = documents.flatMap(Self.positions).map(marked.place)
        #expect(places == (1...6).map { "\($0)\u{FE0F}\u{20E3}" })
        #expect(try documents.map { try $0.outline() } == [#"{"é😀": "x", "b": "é", "c": "z"}"#])
    }

    enum Encoding: CaseIterable {
        case utf8
        case utf8WithMark
        case utf16LittleEndian
        case utf16BigEndian

        func encode(_ text: String) -> [UInt8] {
            switch self {
            case .utf8: Array(text.utf8)
            case .utf8WithMark: Array("\u{FEFF}\(text)".utf8)
            case .utf16LittleEndian:
                "\u{FEFF}\(text)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .utf16BigEndian:
                "\u{FEFF}\(text)".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            }
        }
    }

    /// The positions of a node and everything in it, in the order of the text.
    private static func positions(of node: Node) -> [SourcePosition] {
        let inner =
            node.items.flatMap(positions)
            + node.pairs.flatMap { [$0.keyNode.position] + positions(of: $0.value) }
        // A block mapping begins where its first key does.
        return node.kind == .mapping && inner.first == node.position
            ? inner : [node.position] + inner
    }
}
