import BenchmarkSupport
import CRDRuntime
import Foundation
import RoundTrip
import TestSupport

/// The inputs that come from a seed, each by its number, so that one can be had again by itself.
struct Inputs {
    private let seed: UInt64
    /// What is changed: manifests in YAML and in JSON, streams of them, and CRDs.
    private let originals: [[UInt8]]

    /// The least and the greatest size of a hostile text, in bytes.
    private static let hostileSizes = (least: 1 << 10, greatest: 1 << 18)
    /// One in how many inputs has a hostile text in it, as these take longest.
    private static let hostileShare = 50

    /// Makes what is changed.
    ///
    /// - Parameters:
    ///   - seed: What random values, and all changes, come from.
    ///   - kinds: The kinds whose values are written.
    /// - Throws: What reading CRDs or making values throws.
    init(seed: UInt64, kinds: [any Resource.Type]) throws {
        self.seed = seed
        let values = try kinds.flatMap { try RoundTrip.erasedSamples(of: $0, seed: seed) }
        var texts = try values.flatMap { [try $0.yaml, try $0.json] }
        let list = ManifestList(values.prefix(5))
        texts += [try list.yaml, try list.json]
        texts += Self.handWritten
        let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL.path
        let crds = try CRDFiles(["\(root)/crds", "\(root)/Tests/TestResources/crds"]).paths
        let files = try crds.map { Array(try Data(contentsOf: URL(filePath: $0))) }
        // Large files take time that many changes of small ones are worth more than.
        originals = texts.map { Array($0.utf8) } + files.filter { $0.count < 1 << 16 }
    }

    /// What values written by us do not have.
    private static let handWritten = [
        "a: 1\nb:\n- x: |\n    text\n  y: 'é'\n- &a [1, {c: \"d\\n\"}]\n- *a\n---\n<<: {e: ~}\n",
        #"{"a": [1, -2.5e3, true, null, "\ud83d\ude00\/"], "b": {"c": {}}}"#,
        "? &k key\n: !!int '5'\n# comment\nm: &m {x: 1}\nn: {<<: [*m], y: >-\n  a\n\n  b\n}\n...\n",
        "\u{FEFF}%YAML 1.1\n---\r\n- !!binary aGk=\r\n- {{ template }}\r\n- \"a\\\n  b\"\r\n",
    ]

    /// The input of a number, from 0; every tenth is a hostile shape at full size until all were.
    func bytes(_ number: Int) -> [UInt8] {
        if number % 10 == 0, number / 10 < Hostile.allCases.count {
            return Array(Hostile.allCases[number / 10].text(Self.hostileSizes.greatest).utf8)
        }
        var generator = SeededGenerator(seed: seed ^ UInt64(number) &* 0xD134_2543_DE82_EF95)
        var bytes = originals.randomElement(using: &generator) ?? []
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            Mutation(of: originals).change(&bytes, using: &generator)
        }
        if Int.random(in: 0..<Self.hostileShare, using: &generator) == 0 {
            insertHostileText(into: &bytes, using: &generator)
        }
        if Int.random(in: 0..<10, using: &generator) == 0 {
            bytes = inUTF16(bytes, using: &generator)
        }
        return bytes
    }

    private func insertHostileText(
        into bytes: inout [UInt8],
        using generator: inout SeededGenerator
    ) {
        // As many small ones as large ones.
        let (least, greatest) = Self.hostileSizes
        let share = Double.random(in: 0...1, using: &generator)
        let size = Double(least) * pow(Double(greatest / least), share)
        let text = (Hostile.allCases.randomElement(using: &generator) ?? .laughs).text(Int(size))
        if Bool.random(using: &generator) { bytes = [] }
        let place = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(contentsOf: text.utf8, at: place)
    }

    /// The text in UTF-16 with its mark, mostly whole.
    private func inUTF16(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        let isBigEndian = Bool.random(using: &generator)
        let units = [0xFEFF] + Array(String(decoding: bytes, as: UTF8.self).utf16)
        var bytes = units.flatMap { unit in
            let unit = isBigEndian ? unit.bigEndian : unit.littleEndian
            return [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
        }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            Mutation(of: originals).change(&bytes, using: &generator)
        }
        return bytes
    }
}
