import CRDLibYAML
import CRDParsing
import CRDYAML
import TestSupport
import Testing

struct LimitTests {
    private static let deepest = NodeTree.deepestNesting
    private static let tooDeep = "1️⃣ error: nested deeper than 512 levels"

    @Test(arguments: [
        ("- ", ""), ("[", "]"), ("{a: ", "}"), ("{\"a\":", "}"), ("[[", "]]"), ("? ", ""),
    ])
    func `nesting deeper than the limit is an error`(open: String, close: String) {
        let levels = Self.deepest / (open == "[[" ? 2 : 1)
        let fits =
            String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)
        let isKey = open == "? "
        if !isKey { #expect(fault(fits) == nil) }
        let expected =
            isKey ? "1️⃣ error: a mapping cannot be a key, expected a scalar" : Self.tooDeep
        let deeper =
            isKey
            ? "? 1️⃣" + String(repeating: open, count: levels) + "1"
            : String(repeating: open, count: levels) + "1️⃣[1]"
                + String(repeating: close, count: levels)
        #expect(fault(deeper) == expected)
    }

    @Test func `a hundred thousand open brackets cost no stack`() {
        #expect(
            fault(String(repeating: "[", count: 512) + "1️⃣" + String(repeating: "[", count: 100_000))
                == Self.tooDeep
        )
        #expect(
            fault(
                String(repeating: "{\"a\":", count: 512) + "1️⃣"
                    + String(repeating: "[", count: 100_000)
            )
                == Self.tooDeep
        )
    }

    @Test func `aliases do not nest deeper than the limit`() throws {
        let half = Self.deepest / 2
        let open = String(repeating: "[", count: half)
        let close = String(repeating: "]", count: half)
        #expect(fault("- &x \(open)\(close)\n- \(open.dropFirst())*x\(close.dropFirst())") == nil)
        #expect(
            fault("- &x \(open)\(close)\n- \(open)1️⃣*x\(close)") == Self.tooDeep
        )
        let chain = (1..<Self.deepest).map { "- &x\($0) [*x\($0 - 1)]\n" }.joined()
        #expect(fault("- &x0 1\n" + chain + "- [1️⃣*x511]\n- 1") == Self.tooDeep)
    }

    @Test func `aliases of aliases do not grow without bound`() {
        let laughs = (1...9).map { level in
            let inner = [String](repeating: "*x\(level - 1)", count: 10).joined(separator: ", ")
            return "x\(level): &x\(level) [\(inner)]\n"
        }
        #expect(
            fault("x0: &x0 lol\n" + laughs.joined())?
                .hasSuffix("error: aliases expand to more than 1000000 nodes, which is the maximum")
                == true
        )
    }

    @Test func `merge keys do not grow without bound`() {
        let items = String(repeating: "1,", count: 10_000)
        let merges = String(repeating: "- {<<: *m, a: 1}\n", count: 100)
        #expect(
            fault("- &m {b: [\(items)]}\n" + merges)?
                .hasSuffix("error: aliases expand to more than 1000000 nodes, which is the maximum")
                == true
        )
    }

    @Test func `a long text is not repeated without bound`() {
        let long = String(repeating: "x", count: 1_000_000)
        let aliases = String(repeating: "- *x\n", count: 100)
        #expect(
            fault("- &x \(long)\n" + aliases)?
                .hasSuffix("error: aliases expand to more than 1000000 nodes, which is the maximum")
                == true
        )
    }

    @Test(arguments: [false, true])
    func `more than a hundred directives are refused`(inUTF16: Bool) throws {
        func parse(directives count: Int) throws(Diagnostic) -> [Node] {
            let directives = (0..<count).map { "%TAG !x\($0)! tag:a\n" }.joined()
            let bytes = Array((directives + "--- [100%,\n 5%]\n").utf8)
            let pairs: [UInt8] = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] as [UInt8] }
            return try Node.parse(inUTF16 ? pairs : bytes, file: "test.yaml")
        }
        #expect(try parse(directives: 100).first?.count == 2)
        let error = #expect(throws: Diagnostic.self) { try parse(directives: 101) }
        #expect(
            error?.description == "test.yaml: error: more than 100 directives, which is the maximum"
        )
    }

    @Test func `a thousand aliases of a small mapping are fine`() throws {
        let text = "- &x {a: 1, b: [2, 3]}\n" + String(repeating: "- *x\n", count: 1000)
        #expect(try Node.parse(text, file: "test.yaml").first?.count == 1001)
    }
}

struct MutationTests {
    private static let seeds = [
        "a: 1\nb:\n- x: |\n    text\n  y: 'é'\n- &a [1, {c: \"d\\n\"}]\n- *a\n---\n<<: {e: ~}\n",
        #"{"a": [1, -2.5e3, true, null, "\ud83d\ude00\/"], "b": {"c": {}}}"#,
        "? &k key\n: !!int '5'\n# comment\nm: &m {x: 1}\nn: {<<: [*m], y: >-\n  a\n\n  b\n}\n...\n",
        "\u{FEFF}%YAML 1.1\n---\r\n- !!binary aGk=\r\n- {{ template }}\r\n- \"a\\\n  b\"\r\n",
    ]
    private static let pieces: [[UInt8]] =
        [
            "[", "]", "{", "}", ":", ": ", "- ", "? ", "\n", "\r", "\t", " ", "  ", "&a ", "*a",
            "<<", "!",
            "!!int ", "|", ">", "'", "\"", "\\", "\\u", "%", "@", "#", "---", "...", ",", "\0",
            "\u{85}",
            "é", "😀", "\u{FEFF}", "{{", "}}", "~", "1e400", "0x",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF],
        ]

    @Test func `no text makes the reader crash`() {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<8000 {
            var bytes = Array(Self.seeds.randomElement(using: &generator)?.utf8 ?? "".utf8)
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                Self.mutate(&bytes, using: &generator)
            }
            // Whatever it says; reading what it gives must not crash either.
            let documents = (try? Node.parse(bytes, file: "mutated.yaml")) ?? []
            for document in documents { _ = try? document.outline() }
        }
    }

    private static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...5, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.removeSubrange(start...)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
        default: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: start)
        }
    }
}
