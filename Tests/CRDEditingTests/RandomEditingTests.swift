import CRDEditing
import CRDLibYAML
import CRDYAML
import TestSupport
import Testing

@Suite struct RandomEditingTests {
    private let seed = UInt64.random(in: 0 ... .max)

    @Test(
        .enabled(if: SharedFolder.has("corpus/manifests"), "there is no ../shared"),
        arguments: CorpusPart.all(of: "corpus/manifests/accepted")
    )
    func `random changes of real manifests give the wanted value`(part: CorpusPart) throws {
        print("seed \(seed)")
        var random = RandomChange(generator: SeededGenerator(seed: seed))
        for file in part.files {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            let line = text.hasSuffix("\n") ? String(text.dropLast()) : text
            for variant in [text, text.replacing("\n", with: "\r\n"), line] {
                try expectChange(of: variant, &random, "\(file), seed \(seed)")
            }
        }
    }

    @Test func `random changes of texts in all styles give the wanted value`() throws {
        print("seed \(seed)")
        for number in 0..<500 {
            var random = RandomChange(generator: SeededGenerator(seed: seed &+ UInt64(number)))
            var object = JSONObject()
            for key in 0...random.pick(5) { object["k\(key)"] = random.newValue() }
            var writer = StyledText(random)
            let text = writer.document(.object(object))
            try expectChange(of: text, &random, "seed \(seed) + \(number)")
        }
    }

    /// Changes a text several times, one after the other.
    private func expectChange(
        of text: String,
        _ random: inout RandomChange,
        _ comment: String
    ) throws {
        var manifest = try ManifestText(text)
        try #require(manifest.text == text, "\(comment)")
        try manifest[0].update(to: manifest[0].value)
        try #require(manifest.text == text, "\(comment)")
        for _ in 0..<3 {
            let before = manifest.text
            var value = try manifest[0].value
            random.change(&value)
            do {
                try manifest[0].update(to: value)
            } catch {
                Issue.record("\(comment): \(error)\n\(before)\nto \(value)")
                return
            }
            let nodes = try Node.parse(Array(manifest.text.utf8), file: "manifest.yaml")
            let read = try JSONValue(try #require(nodes.first, "\(comment)"))
            try #require(read == value, "\(comment)\n\(before)\nto \(value)\n\(manifest.text)")
            try expectEnd(of: manifest.text, like: before, value, comment)
        }
    }

    /// A line break at the end stays; one is added only if the value needs it.
    private func expectEnd(
        of text: String,
        like original: String,
        _ value: JSONValue,
        _ comment: String
    ) throws {
        guard original.last?.isNewline != true else {
            return try #require(text.last?.isNewline == true, "\(comment)")
        }
        guard text.last?.isNewline == true else { return }
        let nodes = try Node.parse(Array(text.dropLast().utf8), file: "manifest.yaml")
        try #require(try nodes.first.map { try JSONValue($0) } != value, "\(comment)")
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus/manifests"), "there is no ../shared"),
        arguments: CorpusPart.all(of: "corpus/manifests/accepted")
    )
    func `a changed scalar changes only its line`(part: CorpusPart) throws {
        for file in part.files {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            var manifest = try ManifestText(text, file: file)
            let name = try #require(try manifest[0].value(at: "kind"), "\(file)")
            try manifest[0].set("kind", to: "Other")
            let changed = zip(
                text.split(separator: "\n", omittingEmptySubsequences: false),
                manifest.text.split(separator: "\n", omittingEmptySubsequences: false)
            ).count { $0 != $1 }
            #expect(changed == 1, "\(file)")
            try manifest[0].set("kind", to: name)
            #expect(manifest.text == text, "\(file)")
        }
    }
}
