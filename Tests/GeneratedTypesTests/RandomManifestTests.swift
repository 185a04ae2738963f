import CRDManifests
import CRDRuntime
import Foundation
import RoundTrip
import TestResources
import TestSupport
import Testing

/// Random values of all kinds, read by us and by others.
struct RandomManifestTests {
    private let seed = UInt64.random(in: 0 ... .max)

    private func samples() throws -> [any Resource] {
        print("seed \(seed)")
        return try customResourceKinds.flatMap { try RoundTrip.erasedSamples(of: $0, seed: seed) }
    }

    @Test func `what is written is read back equal`() throws {
        for sample in try samples() { try expectSame(sample) }
    }

    private func expectSame<R: Resource>(_ value: R) throws {
        #expect(try R(yaml: value.yaml) == value, "seed \(seed)")
        #expect(try R(json: value.json) == value, "seed \(seed)")
    }

    @Test(.enabled(if: PyYAML.isPresent, "python3 with yaml is not installed"))
    func `PyYAML reads the same from YAML as from JSON`() throws {
        #expect(try PyYAML.differences(in: samples()) == [], "seed \(seed)")
    }

    @Test(.enabled(if: Program("kubectl") != nil, "kubectl is not installed"))
    func `kubectl reads what is in the JSON`() throws {
        let kubectl = try #require(Program("kubectl"))
        var samples = try samples().filter { try !$0.hasKeyTwins }
        // It adds a label, and drops what Go's type of metadata has not.
        for index in samples.indices {
            samples[index].metadata = ObjectMeta(name: "example", labels: ["a": "b"])
        }
        let arguments = ["label", "--local", "--overwrite", "-f", "-", "-o", "json", "a=b"]
        let output = try kubectl.output(arguments, input: ManifestList(samples).yaml)
        let text = String(decoding: try #require(output, "seed \(seed)"), as: UTF8.self)
        // It writes one object after the other, each with its brackets alone on a line.
        let read = text.components(separatedBy: "\n}\n").dropLast().map { $0 + "\n}" }
        try #require(read.count == samples.count && !samples.isEmpty, "seed \(seed)")
        for (json, sample) in zip(read, samples) {
            let found = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
            let expected = try JSONDecoder().decode(JSONValue.self, from: Data(sample.json.utf8))
            #expect(found == expected, "seed \(seed)")
        }
    }

    @Test func `no bytes stop the reader, and what it takes is written and read again`() throws {
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let text = try ManifestList(samples()).yaml
        let bytes = Array(text.utf8)
        let ends = ends(of: bytes)
        var taken = 0
        for _ in 0..<200 {
            let first = Int.random(in: 0..<ends.count - 1, using: &generator)
            var mutant = Array(bytes[ends[first]..<ends[first + 1]])
            for _ in 0..<Int.random(in: 0..<4, using: &generator) {
                mutate(&mutant, using: &generator)
            }
            let input = String(decoding: mutant, as: UTF8.self)
            guard
                let stream = try? ManifestStream(
                    yaml: input,
                    kinds: customResourceKinds,
                    fieldValidation: .ignore
                ),
                let written = try? ManifestList(stream.objects).yaml
            else { continue }
            taken += 1
            let again = try ManifestStream(yaml: written, kinds: customResourceKinds)
            #expect(try ManifestList(again.objects).yaml == written, "seed \(seed)")
        }
        #expect(taken > 0, "seed \(seed)")
    }

    /// Where documents begin.
    private func ends(of bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { position in
            bytes[position] == UInt8(ascii: "-") && position > 0 && bytes[position - 1] == 0x0A
                && bytes[position...].starts(with: "---\n".utf8)
        }
    }

    private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, position + Int.random(in: 1..<20, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[position] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.removeSubrange(position..<end)
        case 2: bytes.insert(contentsOf: bytes[position..<end], at: position)
        default:
            let piece = Self.pieces.randomElement(using: &generator) ?? ""
            bytes.insert(contentsOf: piece.utf8, at: position)
        }
    }

    private static let pieces = [
        "&a ", "*a", "<<: ", "!!binary ", "|", ">-", "- ", "? ", ": ", "{", "[", "\"", "'", "\t",
        "\u{0}", "\u{85}", "\u{FEFF}", "---\n", "...\n", "%YAML 1.1\n", "1e400", ".inf", "\\ud800",
    ]
}

extension Resource {
    /// Whether strings occur that differ in Unicode normalisation alone: kubectl sorts keys, and of
    /// such twins Swift's dictionaries keep the one that is read first.
    fileprivate var hasKeyTwins: Bool {
        get throws {
            let scalars = try json.unicodeScalars
            return scalars.contains("\u{301}") && scalars.contains("\u{E9}")
        }
    }
}
