import CRDEditing
import CRDLibYAML
import CRDParsing
import CRDYAML
import TestSupport
import Testing

struct RoundTripTests {
    @Test func `what was written is read back`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3000 {
            let tree = Tree.random(depth: 4, using: &generator)
            var emitter = Emitter()
            emitter.tree(tree)
            let documents = try Node.parse(emitter.text, file: "seed \(seed)")
            let node = try #require(documents.first)
            try #require(try Tree(node) == tree, "seed \(seed), written:\n\(emitter.text)")

            var again = Emitter()
            again.node(node)
            try #require(again.text == emitter.text, "seed \(seed)")
        }
    }

    @Test func `documents keep apart`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let trees = (0..<300).map { _ in Tree.random(depth: 2, using: &generator) }
        var emitter = Emitter()
        for tree in trees {
            emitter.beginDocument()
            emitter.tree(tree)
        }
        let documents = try Node.parse(emitter.text, file: "seed \(seed)")
        #expect(try documents.map(Tree.init) == trees, "seed \(seed)")
    }

    @Test(arguments: [
        ("[010, 0x1F, yes, ~, 1e3, .INF]", "- 8\n- 31\n- true\n- null\n- 1000.0\n- .inf\n"),
        ("{1: a, yes: b}", "'1': a\n'true': b\n"),
        ("[!!str 5, '5', ! 5, !!int '5']", "- '5'\n- '5'\n- '5'\n- 5\n"),
        ("!!float 5", "5.0\n"),
        ("!!binary aGk=", "hi\n"),
        ("!!timestamp 2024-01-01", "'2024-01-01'\n"),
        ("!!int 1.5", "'1.5'\n"),
        ("[&a x, *a]", "- x\n- x\n"),
        (">\n a\n b\n", "|\n  a b\n"),
    ])
    func `a tree is written by what it means`(source: String, expected: String) throws {
        let documents = try Node.parse(source, file: "tree.yaml")
        var emitter = Emitter()
        emitter.node(try #require(documents.first))
        #expect(emitter.text == expected)
    }

    @Test(arguments: [
        ("!!int 1.5", "cannot read the float '1.5' as !!int"),
        ("!!null x", "cannot read the string 'x' as !!null"),
        ("!!bool 1", "cannot read the integer '1' as !!bool"),
        ("!!float ~", "cannot read the null '~' as !!float"),
        ("!!int ''", "cannot read the null '' as !!int"),
        (
            "!!float 18446744073709551615",
            "cannot read the integer '18446744073709551615' as !!float"
        ),
        ("!!timestamp yes", "cannot read the boolean 'yes' as !!timestamp"),
        ("!!binary a", "the text of a !!binary is not base64: 'a'"),
    ])
    func `a scalar that disagrees with its tag is an error`(
        source: String,
        message: String
    ) throws {
        let documents = try Node.parse("- " + source, file: "tag.yaml")
        let node = try #require(documents.first?.items.first)
        let error = #expect(throws: Diagnostic.self) { try node.resolved() }
        #expect(error?.message == message)
        #expect(error?.severity == .error)
        #expect(error?.position == node.position)
    }
}

extension Tree {
    /// What a node means.
    fileprivate init(_ node: Node) throws {
        switch node.kind {
        case .sequence:
            self = .sequence(try node.items.map(Tree.init))
        case .mapping:
            self = .mapping(try node.pairs.map { (key: $0.key, value: try Tree($0.value)) })
        case .scalar:
            switch try node.resolved() {
            case .null: self = .null
            case .boolean(let value): self = .boolean(value)
            case .integer(let value): self = .integer(value)
            case .unsigned(let value): self = .unsigned(value)
            case .float(let value): self = .float(value)
            case .notFinite(let text): self = .string("not finite: \(text)")
            case .string: self = .string(node.string)
            }
        }
    }
}
